import { isJsonObject, type JsonValue } from '../../log/index.js';
import { isWithheld } from './withheld.js';

/** A schema as it is walked beside a value. */
export type SchemaNode = Readonly<Record<string, unknown>>;

export function asSchema(value: unknown): SchemaNode {
  return typeof value === 'object' && value !== null ? (value as SchemaNode) : {};
}

/** Of a union, the alternative that the value is of; any other schema itself. */
export function alternativeOf(schema: SchemaNode, value: JsonValue): SchemaNode {
  const options = Array.isArray(schema.anyOf) ? schema.anyOf.map(asSchema) : [];
  return options.find(option => isOf(option, value)) ?? schema;
}

function isOf(option: SchemaNode, value: JsonValue): boolean {
  if (option['x-withheld'] !== undefined) return isWithheld(value);
  if (!isJsonObject(value)) return option.type !== 'null';
  const members = Object.keys(asSchema(option.properties));
  return members.length > 0 && Object.keys(value).every(name => members.includes(name));
}
