import { peekEvent } from '../../../log/index.js';
import type { OpenLog } from '../../open-log.js';
import { type DisputedEvent, listDisputed } from '../disputed/list-disputed.js';
import { type Dispute, lookedAt, readDisputes } from '../disputed/read-disputes.js';
import type { Reading } from '../visibility.js';
import type { StandingRow } from './standing-report.js';

const eventsAtOnce = 200;

/** What compromised keys signed, by officer, each with how much speaks for it all the same (log-format section 8). */
export async function readDisputedActs(
  log: Pick<OpenLog, 'db' | 'policy'>,
  reading: Reading,
): Promise<readonly StandingRow[]> {
  const rows: StandingRow[] = [];
  for (let after: number | null = -1; after !== null; ) {
    const page = await listDisputed(log.db, reading, { after, limit: eventsAtOnce });
    const events = page.items.map(row => ({ row, event: peekEvent(row.jws) }));
    const disputes = await readDisputes(
      log,
      events.map(({ row, event }) => lookedAt(event, row.log_index)),
    );
    for (const { row, event } of events) rows.push(rowOf(row, disputes.get(event.eventId)));
    after = page.next;
  }
  return rows;
}

function rowOf(
  { type, subject, officer, received_at, log_index }: DisputedEvent,
  dispute?: Dispute,
): StandingRow {
  return {
    what: type,
    subject,
    label: '',
    officer,
    detail: dispute === undefined ? '' : detailOf(dispute),
    since: received_at,
    late: null,
    leaf: log_index,
  };
}

/** How many of each; the event itself, `GET /v1/events/{eventId}`, names them. */
function detailOf({ since, support }: Dispute): string {
  const { countersigned, followed, named, files, cosignedAt } = support;
  return [
    `since #${since}`,
    `countersigned ${countersigned.length}`,
    `followed ${followed.length}`,
    `named ${named.length}`,
    `files ${files.length}`,
    `cosigned ${cosignedAt ?? '–'}`,
  ].join('; ');
}
