import type { Kysely } from 'kysely';
import type { ExportScopeOf } from '../../custody/export/scope.js';
import type { ExportState } from '../../custody/export/state.js';
import type { Database } from '../schema/index.js';

/** What is asked for, for whom and what for (E60). */
export interface ExportRequest {
  readonly scope: ExportScopeOf;
  readonly recipient: string;
  readonly purpose: string;
  /** Whether withheld claims are handed over. */
  readonly withheldIncluded: boolean;
  /** Sizes of earlier trees, rising, from which a proof of consistency goes along. */
  readonly since: readonly number[];
  /** Of the release that it was ordered from: another one may write other bytes. */
  readonly layout: number;
}

/** As they are kept: orders of the first release name no earlier sizes, and were not measured. */
export type KeptRequest = Omit<ExportRequest, 'since' | 'layout'> &
  Partial<Pick<ExportRequest, 'since' | 'layout'>>;
export type KeptCounts = Omit<ExportOrder['counts'], 'bytes'> & Partial<Pick<ExportOrder['counts'], 'bytes'>>;

/** An export as it was ordered: from then on it is the same bytes. */
export interface ExportOrder {
  readonly id: string;
  readonly orderedBy: string;
  readonly request: ExportRequest;
  readonly size: number;
  readonly note: string;
  /** RFC 3161 token over the checkpoint; null where there was none. */
  readonly token: Uint8Array | null;
  readonly hash: string;
  readonly counts: {
    readonly events: number;
    readonly subjects: number;
    readonly files: number;
    readonly withheld: number;
    readonly disclosed: number;
    /** Of all its files. */
    readonly bytes: number;
  };
  readonly missing: readonly string[];
}

/** Keeps an order. Durable when it returns; a crash before leaves nothing, and it is ordered again. */
export async function keepOrder(db: Kysely<Database>, order: ExportOrder, now: number): Promise<void> {
  const { id, orderedBy, request, size, note, token, hash, counts, missing } = order;
  await db
    .insertInto('audit_export')
    .values({
      id,
      ordered_at: new Date(now),
      ordered_by: orderedBy,
      request: JSON.stringify(request),
      size,
      note,
      token: token === null ? null : Buffer.from(token),
      hash,
      counts: JSON.stringify(counts),
      missing: [...missing],
    })
    .execute();
}

export async function findOrder(db: Kysely<Database>, id: string): Promise<ExportOrder | undefined> {
  const row = await db.selectFrom('audit_export').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const { ordered_by: orderedBy, size, note, token, hash, missing } = row;
  const request = { since: [], layout: 1, ...row.request };
  const counts = { bytes: 0, ...row.counts };
  return { id, orderedBy, request, size, note, token, hash, counts, missing };
}

/** Whether an officer answered for it in the log, and whether for exactly this export (E60). */
export async function findAnswer(
  db: Kysely<Database>,
  { id, request, size, hash }: ExportOrder,
): Promise<'none' | 'another' | 'given'> {
  const row = await db
    .selectFrom('subject')
    .select('state')
    .where('subject', '=', `export/${id}`)
    .executeTakeFirst();
  if (row === undefined) return 'none';
  const said = row.state as ExportState;
  const same =
    said.hash === hash &&
    said.size === size &&
    said.recipient === request.recipient &&
    said.purpose === request.purpose &&
    said.withheldIncluded === request.withheldIncluded &&
    namedIn(said.scope) === namedIn(request.scope);
  return same ? 'given' : 'another';
}

function namedIn({ kind, incident, item, custodian, from, until }: ExportScopeOf): string {
  return JSON.stringify([kind, incident, item, custodian, from, until]);
}
