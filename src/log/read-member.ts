import { type FormatCheck, FormatError } from './error.js';
import { isJsonObject, type JsonObject, type JsonValue } from './json.js';

/**
 * An object with exactly these members.
 * @param names sorted, joined by commas
 * @throws {FormatError} with `check`
 */
export function readObject(
  value: JsonValue | undefined,
  names: string,
  check: FormatCheck,
  where: string,
): JsonObject {
  const received = isJsonObject(value) ? Object.keys(value).sort().join() : typeof value;
  if (!isJsonObject(value) || received !== names) {
    throw new FormatError(check, `${where}: expected the members ${names}, received ${received}`);
  }
  return value;
}

/** @throws {FormatError} with `check` unless the member is a text that `isValid` */
export function readText(
  object: JsonObject,
  member: string,
  check: FormatCheck,
  isValid: (text: string) => boolean,
): string {
  const value = object[member];
  if (typeof value !== 'string' || !isValid(value)) {
    throw new FormatError(check, `${member}: expected a text of its form`);
  }
  return value;
}

/** @throws {FormatError} with `check` unless the member is an integer from 1 to 2^53-1 */
export function readCount(object: JsonObject, member: string, check: FormatCheck): number {
  const value = object[member];
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1) {
    throw new FormatError(check, `${member}: expected an integer from 1`);
  }
  return value;
}
