import type { OpenLog } from '../../store/open-log.js';
import type { SignedCheckpoint } from '../../store/vault.js';
import { awaitQuorum } from '../exports/await-quorum.js';
import { Problem } from '../problem/problem.js';

const mostTries = 3;

/**
 * The last checkpoint, once it covers all that there is of these subjects: what is told of them is then what the log
 * holds at that size.
 * @throws Problem `stale` where something is always appended to one of them meanwhile
 */
export async function checkpointOver(
  log: OpenLog,
  subjects: readonly string[],
): Promise<Pick<SignedCheckpoint, 'size' | 'note'>> {
  for (let tries = 0; tries < mostTries; tries++) {
    const checkpoint = await awaitQuorum(log);
    const later = await log.db
      .selectFrom('event')
      .select('log_index')
      .where('log_index', '>=', checkpoint.size)
      .where('subject', 'in', [...subjects])
      .limit(1)
      .executeTakeFirst();
    if (later === undefined) return checkpoint;
  }
  throw new Problem('stale');
}
