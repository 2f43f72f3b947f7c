import { isNonceText } from './digest.js';
import { FormatError } from './error.js';
import { parseCanonical } from './jcs.js';
import { signJws, splitJws, verifyJws } from './jws.js';
import { isOrigin } from './origin.js';
import type { FindKey } from './read-event.js';
import { readObject, readText } from './read-member.js';
import type { Signer } from './signer.js';
import { isUuid } from './subject.js';
import { formatTime, parseTime } from './time.js';

const SESSION_TYPE = 'custody-session+jws';
const MEMBERS = 'at,kid,log,nonce,officer,v';

/** An officer asks to read (log-format section 1). */
export interface SessionAssertion {
  readonly log: string;
  readonly officer: string;
  readonly kid: string;
  /** The service's, b64u of 16 random bytes. */
  readonly nonce: string;
  /** Milliseconds since 1970: the signer's claim. */
  readonly at: number;
}

export function signSessionAssertion(
  { log, officer, nonce, at }: Omit<SessionAssertion, 'kid'>,
  signer: Signer,
): Promise<string> {
  return signJws(SESSION_TYPE, { v: 1, log, officer, kid: signer.kid, nonce, at: formatTime(at) }, signer);
}

/**
 * Reads and verifies an assertion. Whether log, officer, nonce and time are the ones expected is for the service.
 * @throws {FormatError} `jws`, `key` or `jcs`
 */
export async function readSessionAssertion(jws: string, findKey: FindKey): Promise<SessionAssertion> {
  const split = splitJws(jws, SESSION_TYPE);
  const { kid } = split.header;
  const key = await findKey(kid);
  if (key === undefined) throw new FormatError('key', `unknown kid ${kid}`);
  await verifyJws(split, key);
  const payload = readObject(parseCanonical(split.payloadBytes), MEMBERS, 'jcs', 'session assertion');
  if (payload.v !== 1) throw new FormatError('jcs', 'v: expected 1');
  const at = readText(payload, 'at', 'jcs', () => true);
  return {
    log: readText(payload, 'log', 'jcs', isOrigin),
    officer: readText(payload, 'officer', 'jcs', isUuid),
    kid: readText(payload, 'kid', 'jcs', text => text === kid),
    nonce: readText(payload, 'nonce', 'jcs', isNonceText),
    at: parseTime(at),
  };
}
