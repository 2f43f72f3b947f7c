import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import { disclosureDigest } from '../../log/index.js';
import type { Database } from '../schema/index.js';
import type { SequencedEvent, SubjectChange } from './sequence.js';

/** All inserts take a transaction: without one nothing can be appended. */
type Writing = Transaction<Database>;

export async function insertEvents(trx: Writing, events: readonly SequencedEvent[]): Promise<void> {
  const column = <T>(of: (event: SequencedEvent) => T) => events.map(of);
  await sql`
    insert into event (log_index, event_id, subject, seq, type, form, officer, jws, leaf, received_at)
    select * from unnest(
      ${column(({ index }) => index)}::bigint[],
      ${column(({ event }) => event.eventId)}::text[],
      ${column(({ event }) => event.subject)}::text[],
      ${column(({ event }) => event.seq)}::integer[],
      ${column(({ event }) => event.type)}::text[],
      ${column(({ event }) => event.form)}::smallint[],
      ${column(({ event }) => event.actor.officer)}::uuid[],
      ${column(({ event }) => event.jws)}::text[],
      ${column(({ leaf }) => Buffer.from(leaf))}::bytea[],
      ${column(({ receivedAt }) => receivedAt)}::bigint[])`.execute(trx);
}

export async function insertDisclosures(trx: Writing, events: readonly SequencedEvent[]): Promise<void> {
  const rows = events.flatMap(({ event, disclosures }) =>
    disclosures.map(disclosure => ({
      digest: disclosureDigest(disclosure),
      event_id: event.eventId,
      disclosure,
    })),
  );
  await insertAll(trx, 'disclosure', rows);
}

/** New subjects and new states in one statement. A subject's salt is written once and never again. */
export async function writeSubjects(trx: Writing, changes: readonly SubjectChange[]): Promise<void> {
  const column = <T>(of: (change: SubjectChange) => T) => changes.map(of);
  await sql`
    insert into subject (subject, kind, salt, seq, head, head_leaf, state)
    select subject, split_part(subject, '/', 1), salt, seq, head, head_leaf, state from unnest(
      ${column(({ subject }) => subject)}::text[],
      ${column(({ salt }) => Buffer.from(salt))}::bytea[],
      ${column(({ seq }) => seq)}::integer[],
      ${column(({ head }) => head)}::text[],
      ${column(({ headLeaf }) => Buffer.from(headLeaf))}::bytea[],
      ${column(({ state }) => JSON.stringify(state))}::jsonb[]) as change (subject, salt, seq, head, head_leaf, state)
    on conflict (subject) do update
      set seq = excluded.seq, head = excluded.head, head_leaf = excluded.head_leaf, state = excluded.state`.execute(
    trx,
  );
}

export async function insertClaims(trx: Writing, claims: ReadonlyMap<string, string>): Promise<void> {
  const rows = [...claims].map(([name, subject]) => {
    const at = name.indexOf('\n');
    return { claim_set: name.slice(0, at), claim_key: name.slice(at + 1), subject };
  });
  await insertAll(trx, 'claim', rows);
}

/** One parameter, whatever the number of rows: a statement has 65,535 of them at most. */
async function insertAll<Table extends 'disclosure' | 'claim'>(
  trx: Writing,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into ${sql.table(table)}
    select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    trx,
  );
}

/** The state of the log: how many leaves, which root, when the last was received. */
export interface LogPosition {
  readonly size: number;
  readonly root: Uint8Array;
  readonly receivedAt: number;
}

export async function writePosition(trx: Writing, position: LogPosition): Promise<void> {
  await trx
    .updateTable('log_state')
    .set({ size: position.size, root: Buffer.from(position.root), received_at: position.receivedAt })
    .execute();
}

/** Erasing orders of the group take effect with it (log-format section 2); digests and proofs stay. */
export async function eraseDisclosures(trx: Writing, events: readonly SequencedEvent[]): Promise<void> {
  const orders = events
    .filter(({ event }) => event.type.endsWith('.disclosure-erased'))
    .map(({ event: { body } }) => ({ event_id: body.eventId, digest: body.digest }));
  if (orders.length === 0) return;
  await sql`
    delete from disclosure
    using jsonb_populate_recordset(null::disclosure, ${JSON.stringify(orders)}::jsonb) as erased
    where disclosure.event_id = erased.event_id and disclosure.digest = erased.digest`.execute(trx);
}

/** Reads the log's position; with `lock`, no other writer appends until this transaction ends. */
export async function readPosition(
  db: Kysely<Database>,
  lock: boolean,
): Promise<(LogPosition & { readonly origin: string; readonly subject: string }) | undefined> {
  const query = db.selectFrom('log_state').select(['origin', 'subject', 'size', 'root', 'received_at']);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return (
    row && {
      origin: row.origin,
      subject: row.subject,
      size: row.size,
      root: row.root,
      receivedAt: row.received_at,
    }
  );
}
