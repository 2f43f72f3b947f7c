import type { Kysely } from 'kysely';
import { leafHash, signHeadStatement, subjectTag } from '../../log/index.js';
import { signCommitted } from '../appender/checkpoint-signer.js';
import { withCosignatures } from '../cosignatures.js';
import { signersAt } from '../log-keys.js';
import type { OpenLog } from '../open-log.js';
import { readLogStanding } from '../read-log-standing.js';
import type { Database } from '../schema/index.js';
import type { CheckpointVault, SignedCheckpoint } from '../vault.js';
import { readVisibleSubjects } from './read-subjects.js';
import type { Reading } from './visibility.js';

export interface SignedHead {
  /** Head statement, a compact JWS (log-format section 9). */
  readonly statement: string;
  /** The signed note of exactly the size and root that the statement names. */
  readonly checkpoint: string;
}

type Log = Pick<OpenLog, 'db' | 'subject' | 'logKeys' | 'origin' | 'policy'> & {
  readonly vault: CheckpointVault;
};

/**
 * How long the history of a subject is, said by the log under its last checkpoint, so that a history that was cut is
 * found out. For who may read the events of the subject; undefined for others and where there is no such subject.
 */
export async function readSignedHead(
  log: Log,
  reading: Reading,
  subject: string,
): Promise<SignedHead | undefined> {
  const { db, vault, logKeys } = log;
  const [visible] = await readVisibleSubjects(db, reading, [subject], 'events');
  if (visible === undefined) return undefined;
  const last = await vault.read();
  const covered = await readHeadUnder(db, subject, last.size);
  // A crash between commit and signature leaves a subject's first event that no checkpoint covers yet.
  if (covered !== undefined) return signHead(log, subject, covered, last);
  const signed = await signCommitted(db, vault, logKeys);
  const head = await readHeadUnder(db, subject, signed.size);
  return head && signHead(log, subject, head, signed);
}

type Head = NonNullable<Awaited<ReturnType<typeof readHeadUnder>>>;

/** The last event of a subject in the tree of `size`, and when the last leaf of that tree was received. */
function readHeadUnder(db: Kysely<Database>, subject: string, size: number) {
  return db
    .selectFrom('event')
    .innerJoin('subject', 'subject.subject', 'event.subject')
    .innerJoin('event as last', join => join.on('last.log_index', '=', size - 1))
    .select(['event.event_id', 'event.seq', 'event.leaf', 'subject.salt', 'last.received_at'])
    .where('event.subject', '=', subject)
    .where('event.log_index', '<', size)
    .orderBy('event.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function signHead(
  log: Log,
  subject: string,
  { event_id: eventId, seq, leaf, salt, received_at: at }: Head,
  checkpoint: SignedCheckpoint,
): Promise<SignedHead> {
  const { db, origin, policy } = log;
  const { size, root } = checkpoint;
  const { inForce } = await signersAt(log.logKeys, (await readLogStanding(log)).state, size);
  const tag = subjectTag(salt, subject);
  const stated = {
    log: origin,
    subject,
    subjectTag: tag,
    seq,
    eventId,
    leafHash: leafHash(leaf),
    size,
    root,
    at,
  };
  return {
    statement: await signHeadStatement(stated, inForce.signer),
    checkpoint: await withCosignatures(db, policy, checkpoint),
  };
}
