import type { Kysely } from 'kysely';
import { requireAgreement } from '../appender/agreement.js';
import { buildReceipts } from '../appender/build-receipts.js';
import { signCommitted } from '../appender/checkpoint-signer.js';
import type { Receipt } from '../appender/outcome.js';
import { readLastWitnessed, withCosignatures } from '../cosignatures.js';
import type { OpenLog } from '../open-log.js';
import type { Database } from '../schema/index.js';
import type { CheckpointVault, SignedCheckpoint } from '../vault.js';
import { type EventView, viewEvents } from './read-history.js';
import { readVisibleSubjects } from './read-subjects.js';
import type { Reading } from './visibility.js';

/** A receipt that stands by itself: with the statement it is about (log-format section 7). */
export interface EventReceipt extends Receipt {
  readonly jws: string;
}

type LogOfReceipts = Pick<OpenLog, 'db' | 'logKeys' | 'policy' | 'origin'> & {
  readonly vault: CheckpointVault;
};

/** One signed statement; undefined where there is none, or none that the reader may know of. */
export async function readEvent(
  log: Pick<OpenLog, 'db' | 'policy'>,
  reading: Reading,
  eventId: string,
): Promise<EventView | undefined> {
  const { db } = log;
  const row = await findEvent(db, eventId);
  if (row === undefined) return undefined;
  const [readable, disclosable] = await Promise.all([
    readVisibleSubjects(db, reading, [row.subject], 'events'),
    readVisibleSubjects(db, reading, [row.subject], 'withheld-events'),
  ]);
  if (readable.length === 0) return undefined;
  const [view] = await viewEvents(log, [row], disclosable.length > 0);
  return view;
}

/**
 * The receipt of an event under the newest checkpoint with a quorum of cosignatures, or the last one, for who may read the event and for who signed it: he was
 * given it when he sent it, and fetches it again under a checkpoint with more cosignatures. Nobody else gets the
 * subject's salt (log-format section 3): who reads the events of a subject sees its record.
 */
export async function readReceipt(
  log: LogOfReceipts,
  reading: Reading,
  eventId: string,
): Promise<EventReceipt | undefined> {
  const { db, vault } = log;
  const row = await findEvent(db, eventId);
  if (row === undefined) return undefined;
  const signedByReader = row.officer === reading.reader.officer;
  if (!signedByReader && (await readVisibleSubjects(db, reading, [row.subject], 'events')).length === 0) {
    return undefined;
  }
  const { last } = await requireAgreement(db, vault);
  const checkpoint = await checkpointFor(log, row.log_index, last);
  const receipt = (await buildReceipts(db, [row.log_index], checkpoint)).get(row.log_index);
  return receipt && { ...receipt, jws: row.jws };
}

/** The newest that enough witnesses have cosigned, where one covers the leaf; else the last, with what it has. */
async function checkpointFor(
  { db, vault, logKeys, policy, origin }: LogOfReceipts,
  index: number,
  last: SignedCheckpoint,
): Promise<SignedCheckpoint> {
  const witnessed = await readLastWitnessed(db, policy, origin);
  if (witnessed !== undefined && witnessed.size > index) return witnessed;
  // A crash between commit and signature leaves events that no checkpoint covers yet.
  const newest = index < last.size ? last : await signCommitted(db, vault, logKeys);
  return { ...newest, note: await withCosignatures(db, policy, newest) };
}

/** The subject an event is about, whoever asks: for the log of who read what. */
export async function subjectOfEvent(db: Kysely<Database>, eventId: string): Promise<string | undefined> {
  return (await findEvent(db, eventId))?.subject;
}

function findEvent(db: Kysely<Database>, eventId: string) {
  return db
    .selectFrom('event')
    .select(['log_index', 'received_at', 'jws', 'subject', 'officer'])
    .where('event_id', '=', eventId)
    .executeTakeFirst();
}
