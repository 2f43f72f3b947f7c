import { FormatError, failCheck } from './error.js';
import { canonicalText, parseCanonical } from './jcs.js';
import { signJws, splitJws, verifyJws } from './jws.js';
import type { PublicKey } from './key.js';
import type { Signer } from './signer.js';

const POP_TYPE = 'custody-pop+jws';

/** Whose the new key becomes, in which log. */
export interface KeyHolder {
  readonly log: string;
  readonly officer: string;
}

function popPayload({ log, officer }: KeyHolder, kid: string) {
  return { v: 1, log, officer, kid };
}

/** `pop`: a compact JWS by the new key itself (log-format section 8, Keys). */
export function makeProofOfPossession(holder: KeyHolder, signer: Signer): Promise<string> {
  return signJws(POP_TYPE, popPayload(holder, signer.kid), signer);
}

/**
 * The new key says that it is this officer's in this log.
 * @throws {FormatError} `key`
 */
export async function verifyProofOfPossession(pop: string, holder: KeyHolder, key: PublicKey): Promise<void> {
  try {
    const split = splitJws(pop, POP_TYPE);
    await verifyJws(split, key);
    const payload = canonicalText(parseCanonical(split.payloadBytes));
    if (payload !== canonicalText(popPayload(holder, key.kid))) {
      throw new FormatError('key', 'the proof of possession is for another log, officer or key');
    }
  } catch (cause) {
    throw failCheck('key', cause);
  }
}
