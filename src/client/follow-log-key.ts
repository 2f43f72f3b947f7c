import {
  decodeLeaf,
  equalBytes,
  FormatError,
  hashJws,
  leafHash,
  parsePolicy,
  parseTlogProof,
  parseVerifierKey,
  peekEvent,
  verifyCheckpoint,
  verifyInclusion,
} from '../log/index.js';

/** An event that gave the log a new key, as the service gives it: nothing in it is believed. */
export interface ClaimedRotation {
  readonly jws: string;
  /** C2SP tlog-proof with the leaf data. */
  readonly proof: string;
}

/**
 * The keys of a log after the one that is known, each proven by the one before it: the event that names it is in a tree
 * that the known key has signed (log-format section 8). What is not proven so leads nowhere.
 * @param known verifier key of the log, as it was handed over apart
 * @returns verifier keys, the newest last; empty where nothing leads on
 */
export async function followLogKey(
  known: string,
  rotations: readonly ClaimedRotation[],
): Promise<readonly string[]> {
  const followed: string[] = [];
  for (const rotation of rotations) {
    const current = followed.at(-1) ?? known;
    const next = await keyNamedBy(rotation, current).catch((error: unknown) => {
      if (error instanceof FormatError) return null;
      throw error;
    });
    if (next !== null && next !== known && !followed.includes(next)) followed.push(next);
  }
  return followed;
}

/** @throws {FormatError} where the key known does not vouch for the event */
async function keyNamedBy({ jws, proof: text }: ClaimedRotation, known: string): Promise<string> {
  const { extra, index, proof, checkpoint: note } = parseTlogProof(text);
  const { origin, size, root } = await verifyCheckpoint(note, parsePolicy(`log ${known}\nquorum none\n`));
  const { type, log, body } = peekEvent(jws);
  if (extra === undefined || !equalBytes(decodeLeaf(extra).jwsHash, hashJws(jws)))
    throw new FormatError('leaf', 'the proof is of another event');
  if (!verifyInclusion({ index, size, leafHash: leafHash(extra), proof, root }))
    throw new FormatError('inclusion', 'the event is not in the tree');
  if (type !== 'log.key-rotated' || log !== origin) throw new FormatError('key', 'no rotation of this log');
  const logKey = String(body.logKey);
  const key = parseVerifierKey(logKey, 'key');
  if (key.name !== origin || key.type !== 'note') throw new FormatError('key', 'a key of another log');
  return logKey;
}
