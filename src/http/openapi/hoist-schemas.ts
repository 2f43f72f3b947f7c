import type { JsonObject, JsonValue } from '../../log/index.js';
import { mediaTypesOf, type OpenApiDocument, operationsOf } from './document.js';
import { mapSchema } from './walk-schema.js';

/** What OpenAPI allows as the name of a component. */
const componentName = /^[A-Za-z0-9._-]+$/;

/**
 * Makes every schema that bears a `title` a component of that name, and a reference of its place: routes write
 * their schemas where they are used, and generated clients still get one type each. Two schemas of one name
 * would be one type too few.
 */
export function hoistSchemas(document: OpenApiDocument): void {
  const components = new Map<string, JsonObject>();
  const hoist = (schema: JsonObject): JsonObject => {
    const { title } = schema;
    if (typeof title !== 'string') return schema;
    if (!componentName.test(title)) throw new Error(`${title} cannot be the name of a component`);
    const known = components.get(title);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`two schemas are called ${title}`);
    }
    components.set(title, schema);
    return { $ref: `#/components/schemas/${title}` };
  };
  const into = (schema: JsonValue) => mapSchema(schema, hoist);
  for (const operation of operationsOf(document)) {
    for (const media of mediaTypesOf(operation)) {
      if (media.schema !== undefined) media.schema = into(media.schema);
    }
  }
  document.components.schemas = Object.fromEntries(
    [...components].sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}
