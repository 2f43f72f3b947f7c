import { type Kysely, type RawBuilder, sql } from 'kysely';
import { terminalStates } from '../../../custody/evidence/state.js';
import { type Kind, kinds } from '../../../custody/schema/identifiers.js';
import type { Database } from '../../schema/index.js';
import { hasTable, resourceOfKind } from '../matrix.js';
import { mayRead, mayReadAlerts, type Reading } from '../visibility.js';
import type { Alert, AlertPosition } from './alert.js';

/**
 * Alerts whose rule is one comparison that the tables answer themselves: gaps, deadlines, certificates, files.
 * There may be many, so they are ordered and cut by the database: `limit` of them after `after`.
 */
export async function findListed(
  db: Kysely<Database>,
  reading: Reading,
  now: number,
  after: AlertPosition,
  limit: number,
): Promise<readonly Alert[]> {
  const sources = [
    gaps(reading),
    discrepancies(reading, now),
    certificates(reading, now),
    examinations(reading, now),
    tracings(reading, now),
    ...reviews(reading, now),
    files(reading),
  ];
  const { rows } = await sql<Alert>`
    select * from (
      select found.*, left(encode(sha256(convert_to(concat_ws(
        E'\\n', kind, subject, detail, since), 'UTF8')), 'hex'), 32) as id
      from (${sql.join(sources, sql` union all `)}) found
    ) alert
    where since <= ${now}
      and (since > ${after.since} or (since = ${after.since} and id collate "C" > ${after.id}))
    order by since, id collate "C" limit ${limit}`.execute(db);
  return rows;
}

/** GATE-12: longer than the procedure lets pass, on items we still answer for. */
function gaps(reading: Reading): RawBuilder<unknown> {
  const minutes = reading.sop.deadlines.custodyGapMinutes.value;
  return sql`
    select 'CUSTODY_GAP' as kind, 'evidence/' || evidence.id as subject, evidence.number as label,
      evidence.custodian as officer,
      to_char(gap.from_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' – '
        || to_char(gap.until_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ': ' || gap.reason
        as detail,
      stated.received_at as since
    from custody_gap gap join evidence on evidence.id = gap.evidence
    join event stated on stated.event_id = gap.event_id
    where gap.until_time - gap.from_time > make_interval(mins => ${minutes}::int)
      and evidence.physical <> all(${terminalStates}::text[])
      and ${mayReadAlerts(reading, 'evidence', 'evidence')}`;
}

/** RQ-73. */
function discrepancies(reading: Reading, now: number): RawBuilder<unknown> {
  return sql`
    select 'DISCREPANCY_OVERDUE', 'discrepancy/' || discrepancy.id, discrepancy.kind, discrepancy.owner, '',
      greatest(${milliseconds('discrepancy.deadline')}, opened.received_at)
    from discrepancy join event opened on opened.log_index = discrepancy.first_index
    where discrepancy.open and discrepancy.deadline < ${new Date(now).toISOString()}::timestamptz
      and ${mayReadAlerts(reading, 'discrepancies', 'discrepancy')}`;
}

/** D5: asked of a laboratory and not answered by the end of the day it was due. */
function examinations(reading: Reading, now: number): RawBuilder<unknown> {
  const end = sql`((examination.due::date + 1)::timestamp at time zone 'UTC')`;
  return sql`
    select 'EXAMINATION_OVERDUE', 'examination/' || examination.id, examination.number, examination.examiner,
      examination.due, greatest(floor(extract(epoch from ${end}) * 1000)::bigint, asked.received_at)
    from examination join event asked on asked.log_index = examination.first_index
    where examination.status in ('REQUESTED', 'ACCEPTED')
      and ${end} < ${new Date(now).toISOString()}::timestamptz
      and ${mayReadAlerts(reading, 'examinations', 'examination')}`;
}

/** E47, D8: sent, and neither answered nor said not to be by the end of the day asked for. */
function tracings(reading: Reading, now: number): RawBuilder<unknown> {
  const end = sql`((tracing.due_on::date + 1)::timestamp at time zone 'UTC')`;
  return sql`
    select 'TRACE_REPLY_DUE', 'tracing/' || tracing.id, tracing.number, tracing.drafted_by, tracing.due_on,
      greatest(floor(extract(epoch from ${end}) * 1000)::bigint, sent.received_at)
    from tracing join subject on subject.subject = 'tracing/' || tracing.id
    join event sent on sent.event_id = subject.state->'sent'->>'event'
    where tracing.status in ('REQUESTED', 'ACKNOWLEDGED')
      and ${end} <= ${new Date(now).toISOString()}::timestamptz
      and ${mayReadAlerts(reading, 'tracings', 'tracing')}`;
}

/** GATE-2: the item is held, and may not move any more. */
function certificates(reading: Reading, now: number): RawBuilder<unknown> {
  return sql`
    select 'CERTIFICATE_EXPIRED', 'evidence/' || evidence.id, evidence.number, evidence.custodian,
      evidence.safety,
      greatest(${milliseconds('evidence.safety_valid_until')}, (select said.received_at from event said
        where said.event_id = subject.state->'safety'->>'event'))
    from evidence join subject on subject.subject = 'evidence/' || evidence.id
    where evidence.safety_valid_until is not null and evidence.custodian is not null
      and evidence.safety_valid_until::timestamptz < ${new Date(now).toISOString()}::timestamptz
      and ${mayReadAlerts(reading, 'evidence', 'evidence')}`;
}

/** RQ-63, E57: what a person was to look at again by a day that has passed; both days belong to it. */
function reviews(reading: Reading, now: number): readonly RawBuilder<unknown>[] {
  const today = new Date(now).toISOString().slice(0, 10);
  return [
    sql`
      select 'UNIT_REVIEW_DUE', 'unit/' || unit.id, unit.code,
        (subject.state->'assessment'->>'by')::uuid, subject.state->'assessment'->>'reference',
        ${dayAfter('unit.review_on')}
      from unit join subject on subject.subject = 'unit/' || unit.id
      where unit.review_on < ${today}::date and ${mayReadAlerts(reading, 'units', 'unit')}`,
    sql`
      select 'HOLD_REVIEW_DUE', 'hold/' || hold.id, hold.number, hold.placed_by, '',
        ${dayAfter('hold.review_on')}
      from hold
      where hold.standing > 0 and hold.review_on < ${today}::date
        and ${mayReadAlerts(reading, 'holds', 'hold')}`,
  ];
}

/** Named by an act and never uploaded; in a withheld claim only for who may see the claim. */
function files(reading: Reading): RawBuilder<unknown> {
  return sql`
    select 'FILE_OWED', named.subject, split_part(named.subject, '/', 1), first.officer, named.sha256,
      first.received_at
    from (select naming.subject, naming.sha256, min(naming.log_index) as log_index
      from file_awaited awaited join file_reference naming on naming.sha256 = awaited.sha256
      where naming.size is not null
        and not exists (select from file where file.sha256 = naming.sha256)
        and (${sql.join(
          kinds.map(kind => namedIn(reading, kind)),
          sql` or `,
        )})
      group by naming.subject, naming.sha256) named
    join event first on first.log_index = named.log_index`;
}

function namedIn(reading: Reading, kind: Kind): RawBuilder<boolean> {
  const resource = resourceOfKind(kind);
  const visible = sql`${mayReadAlerts(reading, resource, kind)} and ${mayRead(reading, 'files', kind, 'record')}
    and (naming.digest = '' or ${mayRead(reading, resource, kind, 'withheld')})`;
  const row = hasTable(kind)
    ? sql`from ${sql.table(kind)} where ${sql.ref(`${kind}.id`)} = split_part(naming.subject, '/', 2)::uuid`
    : sql`from subject where subject.subject = naming.subject`;
  return sql<boolean>`(naming.subject like ${`${kind}/%`} and exists (select ${row} and ${visible}))`;
}

/** Where the day after a date begins; days are UTC. */
function dayAfter(reference: string): RawBuilder<number> {
  return sql<number>`(extract(epoch from ${sql.ref(reference)} + 1) * 1000)::bigint`;
}

function milliseconds(reference: string): RawBuilder<number> {
  return sql<number>`floor(extract(epoch from ${sql.ref(reference)}::timestamptz) * 1000)::bigint`;
}
