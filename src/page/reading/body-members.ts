import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';

/** A member that is an object; an empty one where it is not. */
export function memberOf(object: JsonObject, name: string): JsonObject {
  const value = object[name] ?? null;
  return isJsonObject(value) ? value : {};
}

/** A value in one line; empty for what is withheld, a list or an object. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

export function objectsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isJsonObject) : [];
}
