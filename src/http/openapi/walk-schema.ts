import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';

const namedSchemas = ['properties', 'patternProperties'] as const;
const listedSchemas = ['anyOf', 'oneOf', 'allOf', 'prefixItems'] as const;
const singleSchemas = ['items', 'additionalProperties', 'not', 'x-withheld'] as const;

/** Makes a schema of a changed one; `original` is what it was before anything inside it was changed. */
export type ChangeSchema = (changed: JsonObject, original: JsonObject) => JsonObject;

/** The schema with `change` made to every schema inside it, innermost first, and then to itself. */
export function mapSchema(schema: JsonValue, change: ChangeSchema): JsonValue {
  if (!isJsonObject(schema)) return schema;
  const copy: { [member: string]: JsonValue } = { ...schema };
  const deeper = (inner: JsonValue) => mapSchema(inner, change);
  for (const name of namedSchemas) {
    const members = copy[name];
    if (isJsonObject(members)) {
      copy[name] = Object.fromEntries(Object.entries(members).map(([key, inner]) => [key, deeper(inner)]));
    }
  }
  for (const name of listedSchemas) {
    const options = copy[name];
    if (Array.isArray(options)) copy[name] = options.map(deeper);
  }
  for (const name of singleSchemas) {
    if (copy[name] !== undefined) copy[name] = deeper(copy[name]);
  }
  return change(copy, schema);
}
