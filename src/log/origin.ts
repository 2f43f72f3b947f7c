import { base64urlText } from './base64.js';
import { utf8Bytes } from './bytes.js';
import { canonicalText } from './jcs.js';
import type { PublicJwk } from './key.js';
import { sha256 } from './sha256.js';

const ORIGIN = /^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?\/[A-Za-z0-9_-]{22}$/;
const TAIL_CHARACTERS = 22;

/** One who opens a log. */
export interface Founder {
  readonly officer: string;
  readonly jwk: PublicJwk;
}

/** `<name>/<tail>`: a host-like name without space or plus, and 22 characters of b64u (log-format section 5). */
export function isOrigin(text: string): boolean {
  return ORIGIN.test(text);
}

/**
 * The origin of the log that these founders open: whoever knows it knows them (log-format section 5).
 * @param subject of leaf 0, `log/<UUID>`
 * @throws {RangeError} for a name that is not host-like
 */
export function logOrigin(name: string, founders: readonly Founder[], subject: string): string {
  const opening = { founders: founders.map(({ jwk, officer }) => ({ jwk: { ...jwk }, officer })), subject };
  const tail = base64urlText(sha256(utf8Bytes(canonicalText(opening)))).slice(0, TAIL_CHARACTERS);
  const origin = `${name}/${tail}`;
  if (!isOrigin(origin)) throw new RangeError(`not a host-like name: ${JSON.stringify(name)}`);
  return origin;
}
