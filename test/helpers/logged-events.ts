import { peekEvent } from '../../src/log/index.js';
import type { OpenLog } from '../../src/store/open-log.js';
import type { LoggedEvent } from './replayed.js';

/** All events of a log as its tables hold them, in order. Signatures are not checked here. */
export async function readLoggedEvents({ db }: OpenLog): Promise<readonly LoggedEvent[]> {
  const rows = await db
    .selectFrom('event')
    .select(['event_id', 'jws', 'received_at'])
    .orderBy('log_index')
    .execute();
  const told = new Map<string, string[]>();
  for (const { event_id, disclosure } of await db.selectFrom('disclosure').selectAll().execute()) {
    told.set(event_id, [...(told.get(event_id) ?? []), disclosure]);
  }
  return rows.map(({ event_id, jws, received_at }) => ({
    receivedAt: received_at,
    event: peekEvent(jws),
    disclosures: told.get(event_id) ?? [],
  }));
}
