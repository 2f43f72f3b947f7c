import { base64urlBytes, base64urlText } from './base64.js';
import { utf8Bytes } from './bytes.js';
import { isDigestText } from './digest.js';
import { FormatError } from './error.js';
import { canonicalText, MAX_PAYLOAD_BYTES, parseCanonical } from './jcs.js';
import { isJsonObject, type JsonValue } from './json.js';
import { sha256 } from './sha256.js';

/** The one member of what stands in the place of a withheld claim (log-format section 2). */
export const DIGEST_MEMBER = '_sd';

const MIN_SALT_BYTES = 16;
const MAX_DISCLOSURE_CHARACTERS = Math.ceil((MAX_PAYLOAD_BYTES * 4) / 3);

/** A claim that was opened. */
export interface Disclosure {
  readonly salt: Uint8Array;
  readonly value: JsonValue;
}

function hasDigestMember(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isJsonObject(value) && Object.hasOwn(value, DIGEST_MEMBER)) return true;
  return Object.values(value).some(hasDigestMember);
}

function requireWholeClaim(value: JsonValue): void {
  if (hasDigestMember(value)) throw new FormatError('disclosure', 'a withheld claim inside a disclosure');
}

/**
 * `b64u(JCS([salt, value]))` (log-format section 2).
 * @param salt random, 16 bytes or more, used once
 * @throws {FormatError} `disclosure`, or `jcs` for a value without canonical form
 */
export function makeDisclosure(salt: Uint8Array, value: JsonValue): string {
  const disclosure = base64urlText(utf8Bytes(canonicalText([base64urlText(salt), value])));
  // What would not read back is not made: a short salt, a claim withheld inside a claim.
  readDisclosure(disclosure);
  return disclosure;
}

/** b64u of SHA-256 of the ASCII characters of the disclosure. */
export function disclosureDigest(disclosure: string): string {
  return base64urlText(sha256(utf8Bytes(disclosure)));
}

/**
 * The values that disclosures open, by the digest that stands in their place.
 * @throws {FormatError} `disclosure`
 */
export function disclosedValues(disclosures: readonly string[]): ReadonlyMap<string, JsonValue> {
  return new Map(disclosures.map(text => [disclosureDigest(text), readDisclosure(text).value]));
}

function parseDisclosure(disclosure: string): JsonValue {
  try {
    return parseCanonical(base64urlBytes(disclosure, 'disclosure'));
  } catch (cause) {
    throw new FormatError('disclosure', 'expected base64url of canonical JSON', { cause });
  }
}

/**
 * Opens a disclosure; the limits of a payload hold for `[salt, value]`.
 * @throws {FormatError} `disclosure`
 */
export function readDisclosure(disclosure: string): Disclosure {
  if (disclosure.length > MAX_DISCLOSURE_CHARACTERS) {
    throw new FormatError('disclosure', `expected at most ${MAX_DISCLOSURE_CHARACTERS} characters`);
  }
  const parts = parseDisclosure(disclosure);
  if (!Array.isArray(parts) || parts.length !== 2)
    throw new FormatError('disclosure', 'expected [salt, value]');
  const [saltText, value]: readonly JsonValue[] = parts;
  if (typeof saltText !== 'string' || value === undefined) {
    throw new FormatError('disclosure', 'expected the salt to be a string');
  }
  const salt = base64urlBytes(saltText, 'disclosure');
  if (salt.length < MIN_SALT_BYTES)
    throw new FormatError('disclosure', 'expected a salt of 16 bytes or more');
  requireWholeClaim(value);
  return { salt, value };
}

/**
 * The digest, where `value` stands for a withheld claim.
 * @throws {FormatError} `disclosure` where `_sd` stands beside other members or is no digest
 */
export function readDigest(value: JsonValue): string | undefined {
  if (!isJsonObject(value) || !Object.hasOwn(value, DIGEST_MEMBER)) return undefined;
  const digest = value[DIGEST_MEMBER];
  if (Object.keys(value).length !== 1 || typeof digest !== 'string' || !isDigestText(digest)) {
    throw new FormatError('disclosure', `expected {"${DIGEST_MEMBER}": digest} and nothing else`);
  }
  return digest;
}
