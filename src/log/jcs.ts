import { utf8Text } from './bytes.js';
import { FormatError } from './error.js';
import { isJsonObject, type JsonObject, type JsonValue } from './json.js';

/** Arrays and objects inside one another, the outermost counted (log-format section 1). */
const MAX_DEPTH = 32;
/** Bytes of the canonical form of a payload or a disclosure (log-format section 1). */
export const MAX_PAYLOAD_BYTES = 65_536;

export interface CanonicalLimits {
  readonly maxBytes: number;
  readonly maxDepth: number;
  /** Numbers are integers with absolute value <= 2^53-1. */
  readonly integersOnly: boolean;
}

/** The rules for a payload (log-format section 1). */
export const PAYLOAD_LIMITS: CanonicalLimits = {
  maxBytes: MAX_PAYLOAD_BYTES,
  maxDepth: MAX_DEPTH,
  integersOnly: true,
};

const SURROGATE = /[\ud800-\udfff]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** RFC 8785 section 3.2.2.2: the escapes of ECMAScript's JSON.stringify are the canonical ones. */
function stringText(text: string): string {
  // The first looks at code units and is many times as fast: hardly any text has one.
  if (SURROGATE.test(text) && LONE_SURROGATE.test(text))
    throw new FormatError('jcs', 'lone surrogate in a string');
  return JSON.stringify(text);
}

/** RFC 8785 section 3.2.2.3: ECMAScript's Number to String; there is no NaN and no infinity. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new FormatError('jcs', `not a JSON number: ${value}`);
  return JSON.stringify(value);
}

/** RFC 8785 section 3.2.3: sorted by UTF-16 code units, which is how ECMAScript compares strings. */
function objectText(value: JsonObject, depth: number, maxDepth: number): string {
  const members: string[] = [];
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) throw new FormatError('jcs', `member ${name} is undefined`);
    members.push(`${stringText(name)}:${valueText(member, depth, maxDepth)}`);
  }
  return `{${members.join(',')}}`;
}

function valueText(value: JsonValue, depth: number, maxDepth: number): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object') throw new FormatError('jcs', `not a JSON value: ${typeof value}`);
  if (depth >= maxDepth) throw new FormatError('jcs', `more than ${maxDepth} levels`);
  if (isJsonObject(value)) return objectText(value, depth + 1, maxDepth);
  return `[${value.map(item => valueText(item, depth + 1, maxDepth)).join(',')}]`;
}

/**
 * The RFC 8785 form of a JSON value.
 * @throws {FormatError} `jcs` for a lone surrogate, NaN, an infinity, a value JSON does not have, or too many levels
 */
export function canonicalText(value: JsonValue, maxDepth: number = MAX_DEPTH): string {
  return valueText(value, 0, maxDepth);
}

/** Counts brackets outside strings, so that hostile nesting never reaches a parser that may recurse. */
function measureDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (inString) {
      if (code === 0x5c) i++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x5d || code === 0x7d) depth--;
  }
  return deepest;
}

function parseText(text: string): JsonValue {
  try {
    // JSON.parse makes `__proto__` an own member like any other, and keeps the last of two equal names:
    // the comparison with the canonical form then finds the duplicate.
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch (cause) {
    throw new FormatError('jcs', 'not JSON', { cause });
  }
}

function refuseNonIntegers(value: JsonValue): void {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) {
      throw new FormatError('jcs', `expected an integer within 2^53-1, received ${value}`);
    }
  } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(refuseNonIntegers);
}

/**
 * Parses bytes that must be the RFC 8785 form of what they say: `JCS(parse(bytes))` equals `bytes`. So there is
 * no duplicate member, no lone surrogate, no `-0`, no space.
 * @throws {FormatError} `jcs`
 */
export function parseCanonical(bytes: Uint8Array, limits: CanonicalLimits = PAYLOAD_LIMITS): JsonValue {
  if (bytes.length > limits.maxBytes) {
    throw new FormatError('jcs', `expected at most ${limits.maxBytes} bytes, received ${bytes.length}`);
  }
  let text: string;
  try {
    text = utf8Text(bytes);
  } catch (cause) {
    throw new FormatError('jcs', 'not UTF-8', { cause });
  }
  const depth = measureDepth(text);
  if (depth > limits.maxDepth) {
    throw new FormatError('jcs', `expected at most ${limits.maxDepth} levels, received ${depth}`);
  }
  const value = parseText(text);
  if (limits.integersOnly) refuseNonIntegers(value);
  if (canonicalText(value, limits.maxDepth) !== text) throw new FormatError('jcs', 'not in canonical form');
  return value;
}
