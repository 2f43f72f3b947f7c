import { type Kysely, sql } from 'kysely';
import { consentCovers, type IntendedUse } from '../../custody/source/consent.js';
import type { ConsentOfSource, SourceState } from '../../custody/source/state.js';
import type { UnitState } from '../../custody/unit/state.js';
import type { Database } from '../schema/index.js';

/** A source that could be identified in a piece, and whether what he consented to covers the use. */
export interface SourceInPiece {
  readonly source: string;
  readonly code: string;
  readonly piece: string;
  /** V: `identifiableBy`. */
  readonly by: readonly string[];
  /** The consent that covers the use; null: none does. */
  readonly consent: ConsentOfSource | null;
}

/**
 * GATE-8: the sources that could be identified in these pieces, with the consent that covers their going to a unit. For
 * the service itself and for who may see sources: whom it is shown to is for the caller.
 * @param pieces `<kind>/<UUID>`
 * @param at ms since 1970
 * @returns undefined where there is no such unit
 */
export async function readSourceConsents(
  db: Kysely<Database>,
  pieces: readonly string[],
  unit: string,
  at: number,
): Promise<readonly SourceInPiece[] | undefined> {
  const recipient = await db
    .selectFrom('subject')
    .select('state')
    .where('subject', '=', `unit/${unit}`)
    .executeTakeFirst();
  if (recipient === undefined) return undefined;
  const state = recipient.state as UnitState;
  const use: IntendedUse = { unit, class: state.class, national: state.national };
  const { rows } = await sql<{ source: string; piece: string; by: string[]; state: SourceState }>`
    select link.source, link.piece, link.identifiable_by as by, subject.state
    from source_piece link join subject on subject.subject = 'source/' || link.source
    where link.piece = any(${pieces}::text[])
    order by link.piece, link.source, link.event_id, link.digest`.execute(db);
  return rows.map(({ source, piece, by, state: known }) => ({
    source,
    code: known.code,
    piece,
    by,
    consent: consentCovers(known, use, at),
  }));
}
