import { type Kysely, type RawBuilder, sql } from 'kysely';
import {
  type FirstRecord,
  type FirstRecordKind,
  firstRecords,
} from '../../../analysis/materiel/first-records.js';
import { evidenceNumber } from '../../../custody/evidence/number.js';
import type { Database } from '../../schema/index.js';
import { readMaterielVersions } from '../materiel/read-versions.js';
import { scopesGranted } from '../matrix.js';
import { readVisibleSubjects } from '../read-subjects.js';
import type { Reading } from '../visibility.js';
import type { Found } from './alert.js';

/** What was new is news for so long; the list of first records has all of it at any date. */
const newsMs = 30 * 86_400_000;

const columns: Readonly<Record<FirstRecordKind, string>> = {
  SAMPLE: 'sample_key',
  MODEL: 'model_key',
  CALIBRE: 'calibre',
  PRODUCER: 'producer_key',
};

/**
 * V13: the first record of a sample, model, calibre or producer, as long as it is one. Whether there is an earlier record is
 * asked of the whole register: an officer in the field is told that what he entered is new, and nothing of the others.
 */
export async function findNewInTheatre(
  db: Kysely<Database>,
  reading: Reading,
  now: number,
): Promise<readonly Found[]> {
  const since = now - newsMs;
  const recent = await keysOfLate(db, since);
  if (recent.length === 0) return [];
  const versions = await readMaterielVersions(db, {
    leaf: null,
    superseded: true,
    where: ofKeys(recent),
    reading: null,
  });
  const wanted = new Set(recent.map(({ kind, key }) => `${kind} ${key}`));
  const found = firstRecords(versions).filter(
    ({ kind, key, isNew }) => isNew && wanted.has(`${kind} ${key}`),
  );
  const alerts = await asAlerts(db, reading, found);
  return alerts.filter(alert => alert.since >= since);
}

interface LateKey {
  readonly kind: FirstRecordKind;
  readonly key: string;
}

/** Keys that came into the register of late, and that no row which was not imported had before: among them is what is new. */
async function keysOfLate(db: Kysely<Database>, since: number): Promise<readonly LateKey[]> {
  const kinds = Object.entries(columns).map(
    ([kind, name]) => sql`
      select distinct ${kind} as kind, ${sql.ref(`late.${name}`)} as key
      from materiel_version late
      where late.superseded_index is null and late.import is null and late.origin <> 'TAKEN'
        and late.known_index >= (select begun.leaf from begun)
        and ${sql.ref(`late.${name}`)} is not null and not ${hasEarlier(name)}`,
  );
  const { rows } = await sql<LateKey>`
    with begun as (
      select coalesce(min(log_index), 9007199254740991) as leaf from event where received_at >= ${since})
    ${sql.join(kinds, sql` union all `)}`.execute(db);
  return rows;
}

function hasEarlier(name: string): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from materiel_version earlier left join import whole on whole.id = earlier.import
    where ${sql.ref(`earlier.${name}`)} = ${sql.ref(`late.${name}`)} and earlier.item <> late.item
      and earlier.superseded_index is null and earlier.origin <> 'TAKEN' and earlier.count is distinct from 0
      and earlier.category <> 'ARTISANAL_ARM'
      and case when earlier.import is null then earlier.known_index < (select begun.leaf from begun)
        else whole.closed_index < late.known_index end)`;
}

function ofKeys(keys: readonly LateKey[]): RawBuilder<boolean> {
  const conditions = Object.entries(columns).flatMap(([kind, name]) => {
    const ofKind = keys.filter(({ kind: of }) => of === kind).map(({ key }) => key);
    return ofKind.length === 0 ? [] : [sql<boolean>`${sql.ref(`version.${name}`)} = any(${ofKind}::text[])`];
  });
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

/** What was read from an item is told to who reads the item; what it was identified as, to who reads identifications. */
function mayBeTold({ sop, reader }: Reading, { stated, statedBy }: FirstRecord['first']): boolean {
  if (stated === 'RECORD' || statedBy === reader.officer) return true;
  return scopesGranted(sop, reader, 'identifications', 'record').includes('all');
}

/** To who may read the item and is told of it; since the act that stated it was received. */
async function asAlerts(
  db: Kysely<Database>,
  reading: Reading,
  found: readonly FirstRecord[],
): Promise<readonly Found[]> {
  const subjects = [...new Set(found.map(({ first }) => `evidence/${first.item}`))];
  const visible = await readVisibleSubjects(db, reading, subjects, 'alerts');
  const mine = new Set(visible.map(({ subject }) => subject));
  const leaves = await db
    .selectFrom('event')
    .select(['log_index', 'received_at'])
    .where('log_index', 'in', found.length === 0 ? [-1] : found.map(({ known }) => known))
    .execute();
  const receivedAt = new Map(leaves.map(({ log_index, received_at }) => [log_index, received_at]));
  return found
    .filter(({ first }) => mine.has(`evidence/${first.item}`) && mayBeTold(reading, first))
    .map(({ kind, label, first, known }) => ({
      kind: 'NEW_IN_THEATRE',
      subject: `evidence/${first.item}`,
      label: evidenceNumber(first.item),
      officer: first.statedBy,
      detail: `${kind}: ${label}; ${first.event}`,
      since: receivedAt.get(known) ?? 0,
    }));
}
