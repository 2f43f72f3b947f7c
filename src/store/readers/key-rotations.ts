import { formatTlogProof, inclusionProofsFromTiles } from '../../log/index.js';
import type { OpenLog } from '../open-log.js';
import { storedTiles } from '../tiles.js';

/** An event that gave the log a new key, and the proof of it under a checkpoint that the old key signed too. */
export interface KeyRotation {
  readonly index: number;
  readonly jws: string;
  /** C2SP tlog-proof with the leaf data. */
  readonly proof: string;
}

type Log = Pick<OpenLog, 'db' | 'subject' | 'vault'>;

/**
 * Every rotation of the log's key, oldest first, each under the first checkpoint over it: from the two lines there
 * whoever knows the old key is led to the new one (log-format section 8). One whose checkpoints are all lost is left out.
 */
export async function readKeyRotations({ db, subject, vault }: Log): Promise<readonly KeyRotation[]> {
  const events = await db
    .selectFrom('event')
    .select(['log_index', 'jws', 'leaf'])
    .where('subject', '=', subject)
    .where('type', '=', 'log.key-rotated')
    .orderBy('log_index')
    .execute();
  const last = await vault.read();
  const rotations: KeyRotation[] = [];
  for (const [position, { log_index: index, jws, leaf: extra }] of events.entries()) {
    const end = events[position + 1]?.log_index ?? Number.MAX_SAFE_INTEGER;
    const kept = await db
      .selectFrom('checkpoint')
      .select(['size', 'note'])
      .where('size', '>', index)
      .orderBy('size')
      .limit(1)
      .executeTakeFirst();
    const over = [kept, last].find(found => found !== undefined && found.size > index && found.size <= end);
    if (over === undefined) continue;
    const [proof = []] = await inclusionProofsFromTiles([index], over.size, storedTiles(db));
    rotations.push({ index, jws, proof: formatTlogProof({ extra, index, proof, checkpoint: over.note }) });
  }
  return rotations;
}
