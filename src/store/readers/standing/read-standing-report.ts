import type { Kysely } from 'kysely';
import type { Resource } from '../../../custody/sop/document.js';
import type { OpenLog } from '../../open-log.js';
import type { Database } from '../../schema/index.js';
import type { AlertKind } from '../alerts/alert.js';
import { beforeAllAlerts, readAlerts } from '../alerts/read-alerts.js';
import type { Reading } from '../visibility.js';
import { readCustodyGaps } from './custody-gaps.js';
import { readDisputedActs } from './disputed.js';
import { readLateEntries } from './late-entries.js';
import { readOverrides } from './overrides.js';
import { readSealsUnexplained } from './seals-unexplained.js';
import { readSignedAlone } from './signed-alone.js';
import type { StandingReportName, StandingRow } from './standing-report.js';

/** What a reader has to be granted, in whatever scope, to be shown a report at all. */
export const resourceOfReport: Readonly<Record<StandingReportName, Resource>> = {
  'custody-gaps': 'alerts',
  'late-entries': 'events',
  disputed: 'events',
  overdue: 'alerts',
  seals: 'seals',
  overrides: 'events',
  'signed-alone': 'events',
};

/** A report on what the reader may see, oldest first; by officer where it is about officers. */
export async function readStandingReport(
  log: Pick<OpenLog, 'db' | 'policy'>,
  reading: Reading,
  name: StandingReportName,
  now: number,
): Promise<readonly StandingRow[]> {
  const { db } = log;
  switch (name) {
    case 'custody-gaps':
      return readCustodyGaps(db, reading);
    case 'late-entries':
      return readLateEntries(db, reading);
    case 'disputed':
      return byOfficer(await readDisputedActs(log, reading));
    case 'overdue':
      return fromAlerts(db, reading, now, ['TRANSFER_OVERDUE', 'RETURN_OVERDUE', 'CHECK_OUT_OVERDUE']);
    case 'seals':
      return readSealsUnexplained(db, reading);
    case 'overrides':
      return byOfficer(await readOverrides(db, reading));
    case 'signed-alone':
      return byOfficer(await readSignedAlone(db, reading));
  }
}

const alertsAtOnce = 500;

async function fromAlerts(
  db: Kysely<Database>,
  reading: Reading,
  now: number,
  kinds: readonly AlertKind[],
): Promise<readonly StandingRow[]> {
  const rows: StandingRow[] = [];
  for (let after: typeof beforeAllAlerts | null = beforeAllAlerts; after !== null; ) {
    const page = await readAlerts(db, reading, { now, after, limit: alertsAtOnce });
    for (const { kind, subject, label, officer, detail, since } of page.items) {
      if (!kinds.includes(kind)) continue;
      rows.push({ what: kind, subject, label, officer, detail, since, late: null, leaf: null });
    }
    after = page.next;
  }
  return rows;
}

function byOfficer(rows: readonly StandingRow[]): readonly StandingRow[] {
  const officerOf = ({ officer }: StandingRow) => officer ?? '';
  return [...rows].sort((one, other) =>
    officerOf(one) === officerOf(other)
      ? one.since - other.since
      : officerOf(one) < officerOf(other)
        ? -1
        : 1,
  );
}
