import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';

/** A member that is an object; an empty one where it is not. */
export function memberOf(object: JsonObject, name: string): JsonObject {
  const value = object[name] ?? null;
  return isJsonObject(value) ? value : {};
}

/** A text or a number; empty for anything else, and so for what is withheld. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
