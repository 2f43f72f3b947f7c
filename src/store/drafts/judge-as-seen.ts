import type { Kysely } from 'kysely';
import { type BatchVerdict, judgeBatch } from '../../custody/judge/judge-batch.js';
import type { Act, SignedEvent } from '../../log/index.js';
import { readPosition } from '../appender/insert.js';
import { loadWorld } from '../appender/load-world.js';
import { AppendUnavailable } from '../appender/outcome.js';
import type { Reading } from '../readers/visibility.js';
import type { Database } from '../schema/index.js';
import type { SopDocuments } from '../sop-documents.js';
import { visibleWorld } from './visible-world.js';

export interface JudgingParts {
  /** `log/<UUID>`. */
  readonly subject: string;
  readonly sopDocuments: SopDocuments;
  readonly now: () => number;
}

export interface SeenJudgement {
  readonly verdict: BatchVerdict;
  /** Subjects that have a say, that the reader may know of, and whose record he may not read. */
  readonly unreadable: readonly string[];
  /** Subjects whose record had a say, all of which he may read. */
  readonly read: readonly string[];
}

/**
 * What the rules would say of acts if they came now, on what one reader may read and on nothing else.
 * @param signers officers whose record the reader knows in any case: his own, and where an act is signed, its signers'
 */
export async function judgeAsSeen(
  db: Kysely<Database>,
  { subject, sopDocuments, now }: JudgingParts,
  reading: Reading,
  { acts, events }: { readonly acts: readonly Act[]; readonly events: readonly SignedEvent[] },
  signers: readonly string[],
): Promise<SeenJudgement> {
  const position = await readPosition(db, false);
  if (position === undefined) throw new AppendUnavailable('database', 'there is no log in this database');
  const loaded = await loadWorld(db, subject, events, sopDocuments);
  const named = events.flatMap(({ refs }) => refs);
  const { world, unreadable, read } = await visibleWorld(db, reading, loaded, named, signers);
  const receivedAt = Math.max(now(), position.receivedAt);
  const verdict = judgeBatch(world, acts, { receivedAt, firstIndex: position.size, sop: reading.sop });
  return { verdict, unreadable, read };
}
