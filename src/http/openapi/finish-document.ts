import { isJsonObject, type JsonObject } from '../../log/index.js';
import { addExamples } from './add-examples.js';
import { mediaTypesOf, type OpenApiDocument, operationsOf, type ParameterObject } from './document.js';
import { hoistSchemas } from './hoist-schemas.js';
import { restParameter } from './openapi-path.js';
import { tags } from './tags.js';
import { mapSchema } from './walk-schema.js';

/** Methods in the order in which a path lists them. */
const methods = ['get', 'put', 'post', 'patch', 'delete', 'options'];

/**
 * What `@fastify/swagger` collected from the routes, as it is published: examples filled in, schemas as components
 * under their titles, French beside English, everything in an order that does not depend on the order of
 * registration.
 */
export function finishDocument(collected: object): OpenApiDocument {
  const { openapiObject } = collected as { readonly openapiObject: object };
  const document: OpenApiDocument = JSON.parse(JSON.stringify(openapiObject));
  nameRest(document);
  addExamples(document);
  stateRepetition(document);
  nameFrench(document);
  hoistSchemas(document);
  return { ...document, tags: tagsUsed(document), paths: sortedPaths(document) };
}

/** Where a route takes the rest of an address, that has a name like any other part. */
function nameRest(document: OpenApiDocument): void {
  const renamed = ({ name, ...parameter }: ParameterObject): ParameterObject => ({
    ...parameter,
    name: name === '*' ? restParameter : name,
  });
  const rest = Object.entries(document.paths).filter(([path]) => path.endsWith('{*}'));
  for (const [path, operations] of rest) {
    delete document.paths[path];
    document.paths[path.replace('{*}', `{${restParameter}}`)] = Object.fromEntries(
      Object.entries(operations).map(([method, { parameters = [], ...operation }]) => [
        method,
        { ...operation, parameters: parameters.map(renamed) },
      ]),
    );
  }
}

/** A list in an address is written by repeating its parameter. */
function stateRepetition(document: OpenApiDocument): void {
  for (const parameter of operationsOf(document).flatMap(({ parameters = [] }) => parameters)) {
    if (!isJsonObject(parameter.schema) || parameter.schema.type !== 'array') continue;
    parameter.style = 'form';
    parameter.explode = true;
  }
}

/** `x-fr` of the schemas is called what it is: an extension has to explain itself. */
function nameFrench(document: OpenApiDocument): void {
  const rename = ({ 'x-fr': french, ...schema }: JsonObject): JsonObject =>
    french === undefined ? schema : { ...schema, 'x-description-fr': french };
  for (const operation of operationsOf(document)) {
    for (const media of mediaTypesOf(operation)) {
      if (media.schema !== undefined) media.schema = mapSchema(media.schema, rename);
    }
    for (const parameter of operation.parameters ?? []) nameFrenchOf(parameter, rename);
  }
}

/** The words of a parameter stand beside its schema, in either language. */
function nameFrenchOf(parameter: ParameterObject, rename: (schema: JsonObject) => JsonObject): void {
  if (!isJsonObject(parameter.schema)) return;
  const { 'x-fr': french, ...schema } = parameter.schema;
  if (french !== undefined) parameter['x-description-fr'] = french;
  parameter.schema = mapSchema(schema, rename);
}

/** Tags in the order a newcomer meets them. A route under a tag that is not explained is a mistake. */
function tagsUsed(document: OpenApiDocument) {
  const used = new Set(operationsOf(document).flatMap(operation => operation.tags));
  const unexplained = [...used].filter(name => !tags.some(tag => tag.name === name));
  if (unexplained.length > 0) throw new Error(`explain in tags.ts: ${unexplained.join(', ')}`);
  return tags.filter(({ name }) => used.has(name));
}

function sortedPaths({ paths }: OpenApiDocument): OpenApiDocument['paths'] {
  return Object.fromEntries(
    Object.entries(paths)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([path, operations]) => [path, sortedMethods(operations)]),
  );
}

function sortedMethods<Operation>(
  operations: Readonly<Record<string, Operation>>,
): Record<string, Operation> {
  const place = (method: string) => methods.indexOf(method);
  return Object.fromEntries(Object.entries(operations).sort(([left], [right]) => place(left) - place(right)));
}
