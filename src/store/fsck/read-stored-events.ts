import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/index.js';
import type { StoredEvent } from './check-event.js';

interface Row {
  readonly log_index: number;
  readonly event_id: string;
  readonly subject: string;
  readonly seq: number;
  readonly type: string;
  readonly form: number;
  readonly officer: string;
  readonly jws: string;
  readonly leaf: Buffer;
  readonly received_at: number;
  readonly salt: Buffer | null;
  readonly previous_index: number | null;
  readonly previous_event: string | null;
  readonly previous_leaf: Buffer | null;
  readonly disclosures: readonly { readonly digest: string; readonly disclosure: string }[];
}

/** The events of the leaves `from` to `to - 1`, as they are stored; places without one are left out. */
export async function readStoredEvents(
  db: Kysely<Database>,
  from: number,
  to: number,
): Promise<readonly StoredEvent[]> {
  // One more at the front: the time received of each is compared with the one before.
  const { rows } = await sql<Row>`
    select event.log_index, event.event_id, event.subject, event.seq, event.type, event.form, event.officer, event.jws,
      event.leaf, event.received_at, subject.salt, previous.log_index as previous_index,
      previous.event_id as previous_event, previous.leaf as previous_leaf,
      coalesce((select jsonb_agg(jsonb_build_object('digest', digest, 'disclosure', disclosure) order by digest)
        from disclosure where disclosure.event_id = event.event_id), '[]') as disclosures
    from event
    left join subject on subject.subject = event.subject
    left join event previous on previous.subject = event.subject and previous.seq = event.seq - 1
    where event.log_index >= ${from - 1} and event.log_index < ${to}
    order by event.log_index`.execute(db);
  const receivedAt = new Map(rows.map(row => [row.log_index, row.received_at]));
  return rows
    .filter(({ log_index }) => log_index >= from)
    .map(row => asStoredEvent(row, receivedAt.get(row.log_index - 1) ?? null));
}

function asStoredEvent(row: Row, receivedBefore: number | null): StoredEvent {
  const { previous_index: index, previous_event: eventId, previous_leaf: leaf } = row;
  const whole = index !== null && eventId !== null && leaf !== null;
  return {
    index: row.log_index,
    eventId: row.event_id,
    subject: row.subject,
    seq: row.seq,
    type: row.type,
    form: row.form,
    officer: row.officer,
    jws: row.jws,
    leaf: row.leaf,
    receivedAt: row.received_at,
    receivedBefore,
    salt: row.salt,
    previous: whole ? { index, eventId, leaf } : null,
    disclosures: row.disclosures,
  };
}
