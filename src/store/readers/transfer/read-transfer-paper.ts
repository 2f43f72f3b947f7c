import { type Kysely, sql } from 'kysely';
import type { ReleaseState } from '../../../custody/release/state.js';
import { openLines, type TransferState } from '../../../custody/transfer/state.js';
import type { Database } from '../../schema/index.js';
import { readVisibleSubjects } from '../read-subjects.js';
import type { Reading } from '../visibility.js';
import { type CorrectionOnPaper, readCorrections } from './corrections.js';
import { type ItemOnPaper, readItemsOnPaper } from './items-on-paper.js';
import { readSignedActs, type SignedAct } from './signed-act.js';
import { findStoppedItems } from './stopped-items.js';

export interface DiscrepancyOnPaper {
  readonly kind: string;
  readonly open: boolean;
  readonly outcome: string | null;
  /** It concerns the transfer itself, or a package of its manifest, and is named by no line. */
  readonly ofTransfer: boolean;
  readonly corrections: readonly CorrectionOnPaper[];
}

/** The release a handover relies on, with every decision and what came after it; not for who may not see it. */
export interface ReleaseOnPaper {
  readonly number: string;
  readonly acts: readonly SignedAct[];
}

/** All that is printed of a transfer. Names of persons are nowhere in it. */
export interface TransferPaper {
  readonly id: string;
  readonly transfer: TransferState;
  readonly acts: readonly SignedAct[];
  readonly items: readonly ItemOnPaper[];
  /** Those that the reader may see. */
  readonly discrepancies: ReadonlyMap<string, DiscrepancyOnPaper>;
  readonly release: ReleaseOnPaper | null;
  /** Files that the transfer's own acts name, by SHA-256, or by the digest of the claim that names it: are the bytes held? */
  readonly files: ReadonlyMap<string, boolean>;
  /** Code of the unit of each officer and of each unit named, by UUID. */
  readonly units: ReadonlyMap<string, string>;
  readonly sites: ReadonlyMap<string, string>;
  /** By UUID of the store. */
  readonly stores: ReadonlyMap<string, string>;
}

/**
 * Reads a transfer for its paper; who asks may see the transfer with its events.
 * @param now ms since 1970
 */
export async function readTransferPaper(
  db: Kysely<Database>,
  reading: Reading,
  id: string,
  now: number,
): Promise<TransferPaper> {
  const transfer = (await readState(db, `transfer/${id}`)) as TransferState;
  const [acts, release, files] = await Promise.all([
    readSignedActs(db, `transfer/${id}`),
    transfer.release === null ? null : readRelease(db, reading, transfer.release),
    readFiles(db, `transfer/${id}`),
  ]);
  const stopped = await findStopped(db, reading, transfer, now);
  const items = await readItemsOnPaper(db, reading, Object.keys(transfer.lines), acts, stopped);
  const discrepancies = await readDiscrepancies(db, reading, id, acts, items);
  const sides = [transfer.giver, transfer.receiver];
  const corrections = [
    ...items.flatMap(item => item.corrections),
    ...[...discrepancies.values()].flatMap(discrepancy => discrepancy.corrections),
  ];
  const signers = [
    ...[...acts, ...(release?.acts ?? [])].flatMap(act => [act, ...act.countersigned]),
    ...corrections.flatMap(({ supervisor, ...signed }) => [
      signed,
      ...(supervisor === null ? [] : [supervisor]),
    ]),
  ].map(({ officer }) => officer);
  const sites = sides.flatMap(({ site }) => site ?? []);
  return {
    id,
    transfer,
    acts,
    items,
    discrepancies,
    release,
    files,
    units: await readUnitCodes(
      db,
      [...signers, ...sides.flatMap(({ officer }) => officer ?? [])],
      unitsNamed(transfer, acts),
    ),
    ...(await readPlaces(db, sites)),
  };
}

/** Units of the sides, and the one that received by the record of the handover. */
function unitsNamed({ giver, receiver }: TransferState, acts: readonly SignedAct[]): readonly string[] {
  const recorded = acts.flatMap(
    ({ body }) => (body.handover as { readonly unit?: string } | null | undefined)?.unit ?? [],
  );
  return [giver.unit, receiver.unit, ...recorded].flatMap(unit => unit ?? []);
}

/** E40: of a handover under way, the items that are not to be handed over now. */
async function findStopped(
  db: Kysely<Database>,
  { sop }: Reading,
  transfer: TransferState,
  now: number,
): Promise<ReadonlySet<string>> {
  const { release, receiver } = transfer;
  const items = openLines(transfer);
  if (release === null || receiver.unit === null || items.length === 0) return new Set();
  return findStoppedItems(db, sop, { release, unit: receiver.unit, items }, now);
}

async function readState(db: Kysely<Database>, subject: string): Promise<unknown> {
  const row = await db
    .selectFrom('subject')
    .select('state')
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.state;
}

/** As much of it as who asks may read by itself: corrections may name the grounds, which a summary leaves out. */
async function readRelease(
  db: Kysely<Database>,
  reading: Reading,
  id: string,
): Promise<ReleaseOnPaper | null> {
  const subject = `release/${id}`;
  const [known] = await readVisibleSubjects(db, reading, [subject], 'summary');
  if (known === undefined) return null;
  const [readable, acts] = await Promise.all([
    readVisibleSubjects(db, reading, [subject], 'events'),
    readSignedActs(db, subject),
  ]);
  const { number } = known.state as ReleaseState;
  return { number, acts: readable.length === 0 ? acts.map(act => ({ ...act, corrections: [] })) : acts };
}

async function readFiles(db: Kysely<Database>, subject: string): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await sql<{ name: string; held: boolean }>`
    select coalesce(nullif(reference.digest, ''), reference.sha256) as name, exists (select from file where file.sha256 = reference.sha256) as held
    from file_reference reference where reference.subject = ${subject}`.execute(db);
  return new Map(rows.map(({ name, held }) => [name, held]));
}

/**
 * Discrepancies stand on the paper that concerns them (RQ-73): those a receipt under reserve names, those open on
 * an item whose record the reader may see, those of the transfer itself, and those open on a package of its manifest.
 */
async function readDiscrepancies(
  db: Kysely<Database>,
  reading: Reading,
  transfer: string,
  acts: readonly SignedAct[],
  items: readonly ItemOnPaper[],
): Promise<TransferPaper['discrepancies']> {
  const events = acts.flatMap(act => act.items);
  const named = [
    ...events.flatMap(({ body }) => discrepanciesIn(body.reserve)),
    ...items.flatMap(({ record }) => record?.openDiscrepancies ?? []),
  ];
  const packages = events.flatMap(({ body }) => (typeof body.package === 'string' ? [body.package] : []));
  const { rows } = await sql<{ id: string; kind: string; open: boolean; outcome: string | null }>`
    select id, kind, open, outcome from discrepancy
    where id = any(${named}::uuid[]) or transfer = ${transfer}::uuid
      or (open and package = any(${packages}::uuid[]))
    order by first_index`.execute(db);
  const subjects = rows.map(({ id }) => `discrepancy/${id}`);
  const [seen, readable] = await Promise.all([
    readVisibleSubjects(db, reading, subjects, 'summary'),
    readVisibleSubjects(db, reading, subjects, 'events'),
  ]);
  const corrections = await readCorrections(
    db,
    readable.map(({ subject }) => subject),
  );
  const shown = rows.filter(({ id }) => seen.some(({ subject }) => subject === `discrepancy/${id}`));
  return new Map(
    shown.map(({ id, ...discrepancy }) => [
      id,
      {
        ...discrepancy,
        ofTransfer: !named.includes(id),
        corrections: corrections.filter(({ subject }) => subject === `discrepancy/${id}`),
      },
    ]),
  );
}

function discrepanciesIn(reserve: unknown): readonly string[] {
  return (reserve as { readonly discrepancies?: readonly string[] } | null | undefined)?.discrepancies ?? [];
}

export async function readUnitCodes(
  db: Kysely<Database>,
  officers: readonly string[],
  units: readonly string[],
): Promise<ReadonlyMap<string, string>> {
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
