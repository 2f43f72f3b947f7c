import type { Text } from '../../custody/text.js';
import type { Contents } from '../bag/contents.js';
import { CheckFailure } from '../check-failure.js';
import {
  type Authority,
  TimestampError,
  type VerifiedTimestamp,
  verifyTimestamp,
} from '../timestamp/index.js';

const TOKEN = 'checkpoint.tsr';
const MAX_BYTES = 200_000;

const none: Text = {
  en: 'no time-stamp of the checkpoint is inside',
  fr: 'aucun horodatage du point de contrôle ne figure dans le dossier',
};
const notGiven: Text = {
  en: 'time-stamp: the certificate of its authority was not given',
  fr: "horodatage : le certificat de son autorité n'a pas été donné",
};

export interface StampedTime {
  /** When an authority that was given stamped the checkpoint, ms since 1970: one time, or none. */
  readonly seen: readonly number[];
  /** Why it proves no time; null where it does. */
  readonly open: Text | null;
}

/**
 * Check *timestamp* (log-format section 5): a token that is inside is one over this checkpoint, whole and well signed. What
 * it is worth depends on the certificates that the verifier was given apart from the bag.
 * @param note the checkpoint, its signatures verified
 * @throws {CheckFailure} `timestamp`
 */
export async function checkTimestamp(
  contents: Contents,
  note: string,
  given: readonly Authority[],
): Promise<StampedTime> {
  if (!contents.has(TOKEN)) return { seen: [], open: none };
  if (contents.sizeOf(TOKEN) > MAX_BYTES) throw new CheckFailure('timestamp', TOKEN, 'the token is too long');
  const { time, authority } = await verify(await contents.read(TOKEN, MAX_BYTES), note, given);
  return authority === null ? { seen: [], open: notGiven } : { seen: [time], open: null };
}

async function verify(
  token: Uint8Array,
  note: string,
  given: readonly Authority[],
): Promise<VerifiedTimestamp> {
  try {
    return await verifyTimestamp(token, note, given);
  } catch (cause) {
    if (!(cause instanceof TimestampError)) throw cause;
    throw new CheckFailure('timestamp', TOKEN, cause.message, { cause });
  }
}
