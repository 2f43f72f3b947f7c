import { type Kysely, sql } from 'kysely';
import type { EvidenceState, Remark } from '../../../custody/evidence/state.js';
import type { ReleaseDecision, ReleaseState } from '../../../custody/release/state.js';
import type { Text } from '../../../custody/text.js';
import type { TransferState } from '../../../custody/transfer/state.js';
import type { Database } from '../../schema/index.js';
import { readVisibleSubjects } from '../read-subjects.js';
import type { Reading } from '../visibility.js';
import { readSignedActs, type SignedAct } from './signed-act.js';

/** An item of the manifest as the paper names it. */
export interface ItemOnPaper {
  readonly id: string;
  readonly number: string;
  readonly category: string;
  readonly subCategory: string;
  readonly description: Text;
  /** What prints on every later paper of the item; null: its record is not for this reader. */
  readonly remarks: readonly Remark[] | null;
}

export interface DiscrepancyOnPaper {
  readonly kind: string;
  readonly open: boolean;
  readonly outcome: string | null;
}

/** The decision a handover relies on. */
export interface ReleaseOnPaper {
  readonly number: string;
  readonly decision: ReleaseDecision | null;
}

/** All that is printed of a transfer. Names of persons are nowhere in it. */
export interface TransferPaper {
  readonly id: string;
  readonly transfer: TransferState;
  readonly acts: readonly SignedAct[];
  readonly items: readonly ItemOnPaper[];
  readonly discrepancies: ReadonlyMap<string, DiscrepancyOnPaper>;
  readonly release: ReleaseOnPaper | null;
  /** Code of the unit of each officer and of each unit named, by UUID. */
  readonly units: ReadonlyMap<string, string>;
  readonly sites: ReadonlyMap<string, string>;
  /** By UUID of the store. */
  readonly stores: ReadonlyMap<string, string>;
}

/** Reads a transfer for its paper; who asks may see the transfer with its events. */
export async function readTransferPaper(
  db: Kysely<Database>,
  reading: Reading,
  id: string,
): Promise<TransferPaper> {
  const transfer = (await readState(db, `transfer/${id}`)) as TransferState;
  const [acts, items, release] = await Promise.all([
    readSignedActs(db, id),
    readItems(db, reading, Object.keys(transfer.lines)),
    transfer.release === null ? null : readRelease(db, transfer.release),
  ]);
  const sides = [transfer.giver, transfer.receiver];
  const sites = sides.flatMap(({ site }) => site ?? []);
  return {
    id,
    transfer,
    acts,
    items,
    discrepancies: await readDiscrepancies(db, acts),
    release,
    units: await readUnitCodes(db, acts, sides),
    ...(await readPlaces(db, sites)),
  };
}

async function readState(db: Kysely<Database>, subject: string): Promise<unknown> {
  const row = await db
    .selectFrom('subject')
    .select('state')
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.state;
}

/** In the order of the register. What stands on an item is shown to who may see its record. */
async function readItems(
  db: Kysely<Database>,
  reading: Reading,
  ids: readonly string[],
): Promise<readonly ItemOnPaper[]> {
  const rows = await db
    .selectFrom('evidence')
    .select(['id', 'number', 'category', 'sub_category', 'description_en', 'description_fr'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('first_index')
    .execute();
  const subjects = rows.map(row => `evidence/${row.id}`);
  const visible = await readVisibleSubjects(db, reading, subjects, 'record');
  const states = new Map(visible.map(({ subject, state }) => [subject, state as EvidenceState]));
  return rows.map(row => ({
    id: row.id,
    number: row.number,
    category: row.category,
    subCategory: row.sub_category,
    description: { en: row.description_en, fr: row.description_fr },
    remarks: states.get(`evidence/${row.id}`)?.remarks ?? null,
  }));
}

async function readRelease(db: Kysely<Database>, id: string): Promise<ReleaseOnPaper> {
  const state = (await readState(db, `release/${id}`)) as ReleaseState;
  return { number: state.number, decision: state.decisions.at(-1) ?? null };
}

/** Discrepancies that a receipt under reserve names: they stand on the paper that names them. */
async function readDiscrepancies(
  db: Kysely<Database>,
  acts: readonly SignedAct[],
): Promise<TransferPaper['discrepancies']> {
  const named = acts.flatMap(({ items }) => items).flatMap(({ body }) => discrepanciesIn(body.reserve));
  if (named.length === 0) return new Map();
  const rows = await db
    .selectFrom('discrepancy')
    .select(['id', 'kind', 'open', 'outcome'])
    .where('id', '=', sql<string>`any(${named}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, ...discrepancy }) => [id, discrepancy]));
}

function discrepanciesIn(reserve: unknown): readonly string[] {
  return (reserve as { readonly discrepancies?: readonly string[] } | null | undefined)?.discrepancies ?? [];
}

async function readUnitCodes(
  db: Kysely<Database>,
  acts: readonly SignedAct[],
  sides: readonly { readonly officer: string | null; readonly unit: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const officers = [
    ...sides.flatMap(({ officer }) => officer ?? []),
    ...acts.flatMap(({ officer, countersigned }) => [officer, ...countersigned.map(other => other.officer)]),
  ];
  const units = sides.flatMap(({ unit }) => unit ?? []);
  const { rows } = await sql<{ id: string; code: string }>`
    select officer.id, unit.code from officer join unit on unit.id = officer.unit
    where officer.id = any(${officers}::uuid[])
    union all select unit.id, unit.code from unit where unit.id = any(${units}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, code }) => [id, code]));
}

async function readPlaces(db: Kysely<Database>, ids: readonly string[]) {
  const wanted = sql<string>`any(${ids}::uuid[])`;
  const [sites, stores] = await Promise.all([
    db.selectFrom('site').select(['id', 'name']).where('id', '=', wanted).execute(),
    db.selectFrom('site_store').select(['store', 'name']).where('site', '=', wanted).execute(),
  ]);
  return {
    sites: new Map(sites.map(({ id, name }) => [id, name])),
    stores: new Map(stores.map(({ store, name }) => [store, name])),
  };
}
