import { logKeysOf, signingKeysAt } from '../custody/log/log-keys.js';
import type { LogState } from '../custody/log/state.js';
import { whileLocked } from '../disk/while-locked.js';
import { formatVerifierKey, parseNote, type Random, sealNoteKey, type VerifierKey } from '../log/index.js';
import {
  makeLogKey,
  readLogKeys,
  readLogVerifierKeys,
  readStoredLogKeys,
  replaceStoredLogKeys,
  verifierKeyOf,
} from './log-key-file.js';
import type { SignedCheckpoint } from './vault.js';

export interface PreparedLogKey {
  readonly key: VerifierKey;
  /** Whether it was made now; false: it lay in the file, and no event names it yet. */
  readonly made: boolean;
}

/**
 * First step of a rotation: the key that the event is to name, durable in the key file when this returns. A crash before
 * that leaves the file as it was; a crash after it, or an event that was never appended, leaves a key that signs
 * nothing, and the same call gives it again. It lies under the passphrase of those that are there.
 * @throws LogKeyError where the passphrase does not open the file
 */
export function prepareLogKey(
  path: string,
  passphrase: string | null,
  state: LogState,
  random: Random,
): Promise<PreparedLogKey> {
  return whileLocked(`${path}.lock`, async () => {
    const held = await readLogKeys(path, passphrase);
    const named = logKeysOf(state);
    const left = held.findLast(({ key }) => !named.includes(formatVerifierKey(key)));
    if (left !== undefined) return { key: left.key, made: false };
    const privateJwk = await makeLogKey();
    const key = verifierKeyOf(held[0]?.key.name ?? '', privateJwk);
    const sealed = await sealNoteKey('scelle-log-key', key, privateJwk, passphrase, random);
    await replaceStoredLogKeys(path, [...(await readStoredLogKeys(path)), sealed]);
    return { key, made: true };
  });
}

/**
 * Last step of a rotation: the private keys that sign no more leave the key file. That is so for every key before the
 * two that sign for the last *signed* tree: a rotation that is committed and not signed for yet destroys nothing. Nor, whatever
 * the state says, is a key destroyed that signed the last checkpoint. A crash leaves the file with them or without; the same
 * call ends it.
 * @param state proven to follow from the log's events
 * @param signed the last signed checkpoint
 * @returns their verifier keys, oldest first
 * @throws LogKeyError
 */
export function destroySpentLogKeys(
  path: string,
  state: LogState,
  signed: Pick<SignedCheckpoint, 'size' | 'note'>,
): Promise<readonly string[]> {
  return whileLocked(`${path}.lock`, async () => {
    const spent = spentLogKeys(await readLogVerifierKeys(path), state, signed);
    if (spent.length === 0) return [];
    const stored = await readStoredLogKeys(path);
    await replaceStoredLogKeys(
      path,
      stored.filter(({ key }) => !spent.includes(String(key))),
    );
    return spent;
  });
}

/** Of the keys of a key file, those that sign no more. */
function spentLogKeys(
  held: readonly VerifierKey[],
  state: LogState,
  { size, note }: Pick<SignedCheckpoint, 'size' | 'note'>,
): readonly string[] {
  const { inForce, before } = signingKeysAt(state, size);
  const named = logKeysOf(state);
  const over = named.slice(0, named.indexOf(before ?? inForce));
  const signers = parseNote(note).signatures;
  return held
    .filter(({ keyId }) => !signers.some(line => line.keyId === keyId))
    .map(formatVerifierKey)
    .filter(key => over.includes(key));
}
