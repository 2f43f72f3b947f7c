import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';

/**
 * What stands at a JSON pointer (RFC 6901) into the payload of an event, below `/body`: who signed, when, and of
 * which subject cannot be corrected. Undefined where nothing stands there.
 */
export function fieldOf(body: JsonObject, pointer: string): JsonValue | 'WITHHELD' | undefined {
  const [root, first, ...steps] = pointer
    .split('/')
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (root !== '' || first !== 'body' || steps.length === 0) return undefined;
  let found: JsonValue | undefined = body;
  for (const step of steps) {
    if (isWithheld(found)) return 'WITHHELD';
    found = memberOf(found, step);
  }
  return isWithheld(found) ? 'WITHHELD' : found;
}

function memberOf(value: JsonValue | undefined, step: string): JsonValue | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d{0,5})$/.test(step) ? value[Number(step)] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function isWithheld(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && typeof value._sd === 'string';
}
