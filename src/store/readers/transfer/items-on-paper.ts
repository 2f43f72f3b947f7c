import { type Kysely, sql } from 'kysely';
import type { EvidenceState, Remark } from '../../../custody/evidence/state.js';
import { standingHolds } from '../../../custody/hold/on-piece.js';
import type { Text } from '../../../custody/text.js';
import type { HoldScope } from '../../../custody/vocabulary/holds.js';
import type { Database } from '../../schema/index.js';
import { readVisibleSubjects } from '../read-subjects.js';
import { holdsAsSeen } from '../resources/held.js';
import type { Reading } from '../visibility.js';
import { type CorrectionOnPaper, readCorrections } from './corrections.js';
import type { SignedAct } from './signed-act.js';

/** A remark with the leaf of the act that left it and the time it was received, ms since 1970. */
export interface RemarkOnPaper extends Remark {
  readonly index: number;
  readonly receivedAt: number;
}

/** What is shown of an item to who may see its record. */
export interface RecordOnPaper {
  /** What prints on every later paper of the item. */
  readonly remarks: readonly RemarkOnPaper[];
  readonly openDiscrepancies: readonly string[];
  /** Files that its record names in the open and that were never uploaded. */
  readonly filesOwed: number;
  /** What holds that stand over it stop (E57), oldest first. */
  readonly holds: readonly HoldScope[];
  /** E40: as things stand it is not to be handed over. */
  readonly stopped: boolean;
}

/** An item of the manifest as the paper names it. */
export interface ItemOnPaper {
  readonly id: string;
  readonly number: string;
  readonly category: string;
  readonly subCategory: string;
  readonly description: Text;
  readonly discrepancyOpen: boolean;
  /** Of what this paper quotes of it; for who may see the record, of all of it. */
  readonly corrections: readonly CorrectionOnPaper[];
  /** Null: the record is not for this reader. */
  readonly record: RecordOnPaper | null;
}

/**
 * In the order of the register. What stands on an item is shown to who may see its record.
 * @param stopped UUIDs of those that are not to be handed over as things stand
 */
export async function readItemsOnPaper(
  db: Kysely<Database>,
  reading: Reading,
  ids: readonly string[],
  acts: readonly SignedAct[],
  stopped: ReadonlySet<string>,
): Promise<readonly ItemOnPaper[]> {
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('event', 'event.log_index', 'evidence.first_index')
    .select(['id', 'number', 'category', 'sub_category', 'description_en', 'description_fr'])
    .select(['discrepancy_open', 'event.event_id as begun'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('first_index')
    .execute();
  const subjects = rows.map(row => `evidence/${row.id}`);
  const visible = await readVisibleSubjects(db, reading, subjects, 'record');
  const states = new Map(visible.map(({ subject, state }) => [subject, state as EvidenceState]));
  const told = await findToldOfHolds(db, reading, ids);
  const [corrections, places, owed] = await Promise.all([
    readCorrections(db, subjects),
    readPlaces(
      db,
      [...states.values()].flatMap(({ remarks }) => remarks.map(({ event }) => event)),
    ),
    readFilesOwed(db, [...states.keys()]),
  ]);
  const quoted = acts.flatMap(({ items }) => items.map(({ eventId }) => eventId));
  return rows.map(row => {
    const subject = `evidence/${row.id}`;
    const state = states.get(subject);
    const shown = (correction: CorrectionOnPaper) =>
      state !== undefined || quoted.includes(correction.corrects) || namesItem(correction, row.begun);
    return {
      id: row.id,
      number: row.number,
      category: row.category,
      subCategory: row.sub_category,
      description: { en: row.description_en, fr: row.description_fr },
      discrepancyOpen: row.discrepancy_open,
      corrections: corrections.filter(correction => correction.subject === subject && shown(correction)),
      record:
        state === undefined
          ? null
          : {
              ...recordOf(state, places, owed.get(subject) ?? 0),
              stopped: stopped.has(row.id) && told.has(row.id),
            },
    };
  });
}

/** What the paper says of an item by itself stands in the act that began it. */
function namesItem({ corrects, pointer }: CorrectionOnPaper, begun: string): boolean {
  return corrects === begun && /^\/body\/(description|category|subCategory)(\/|$)/.test(pointer);
}

type PlaceInLog = Pick<RemarkOnPaper, 'index' | 'receivedAt'>;

/** Who reads an item as the recipient of a release alone is told nothing of what holds it back. */
async function findToldOfHolds(
  db: Kysely<Database>,
  reading: Reading,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from evidence where id = any(${ids}::uuid[])
      and ${holdsAsSeen('evidence', reading, sql<boolean>`true`)}`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

function recordOf(
  state: EvidenceState,
  places: ReadonlyMap<string, PlaceInLog>,
  filesOwed: number,
): Omit<RecordOnPaper, 'stopped'> {
  const { remarks, discrepancies } = state;
  const open = Object.entries(discrepancies).filter(([, { open }]) => open);
  return {
    remarks: remarks.flatMap(remark => {
      const place = places.get(remark.event);
      return place === undefined ? [] : [{ ...remark, ...place }];
    }),
    openDiscrepancies: open.map(([id]) => id),
    filesOwed,
    holds: standingHolds(state).map(({ scope }) => scope),
  };
}

async function readPlaces(db: Kysely<Database>, events: readonly string[]) {
  const rows = await db
    .selectFrom('event')
    .select(['event_id', 'log_index', 'received_at'])
    .where('event_id', '=', sql<string>`any(${[...new Set(events)]}::text[])`)
    .execute();
  return new Map(
    rows.map(row => [row.event_id, { index: row.log_index, receivedAt: row.received_at }] as const),
  );
}

async function readFilesOwed(db: Kysely<Database>, subjects: readonly string[]) {
  const { rows } = await sql<{ subject: string; owed: number }>`
    select reference.subject, count(distinct reference.sha256)::int as owed from file_reference reference
    where reference.subject = any(${subjects}::text[]) and reference.digest = ''
      and not exists (select from file where file.sha256 = reference.sha256)
    group by reference.subject`.execute(db);
  return new Map(rows.map(({ subject, owed }) => [subject, owed]));
}
