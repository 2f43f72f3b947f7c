import { mediaTypesOf, type OpenApiDocument, operationsOf } from './document.js';
import { sampleValue } from './sample-value.js';

/** An example for every body and every parameter that must be there, where its route brings none. */
export function addExamples(document: OpenApiDocument): void {
  for (const operation of operationsOf(document)) {
    for (const media of mediaTypesOf(operation)) {
      if (media.schema === undefined || media.example !== undefined || media.examples !== undefined) continue;
      media.example = sampleValue(media.schema);
    }
    for (const parameter of operation.parameters ?? []) {
      if (parameter.required !== true || parameter.schema === undefined) continue;
      parameter.example ??= sampleValue(parameter.schema, parameter.name);
    }
  }
}
