import type { Kysely } from 'kysely';
import type { DossierState } from '../../custody/dossier/state.js';
import type { Database } from '../schema/index.js';
import { type KeptFile, keepParts } from './parts.js';

/** What a dossier is made of, for whom: everything that its event states too. */
export type DossierRequest = Pick<
  DossierState,
  'number' | 'version' | 'follows' | 'release' | 'recipientUnit' | 'proceedings' | 'contents' | 'pieces'
> & {
  readonly languages: readonly string[];
  /** Of the release of this program that built it: another one may write other bytes. */
  readonly layout: number;
};

/** What of one piece, or of nothing that is a piece, does not leave. */
export interface Redaction {
  readonly piece: string | null;
  readonly claims: number;
  readonly files: number;
}

export interface DossierAccount {
  readonly counts: {
    readonly events: number;
    readonly subjects: number;
    readonly files: number;
    readonly withheld: number;
    /** Of all its files. */
    readonly bytes: number;
  };
  readonly redactions: readonly Redaction[];
  /** Withheld claims that it hands over or rests on, as they were when it was built. */
  readonly disclosed: number;
}

/** A dossier as it was built: from then on it is the same bytes. */
export interface DossierOrder {
  readonly id: string;
  readonly orderedBy: string;
  readonly request: DossierRequest;
  readonly size: number;
  readonly note: string;
  /** RFC 3161 token over the checkpoint; null where there was none. */
  readonly token: Uint8Array | null;
  readonly hash: string;
  readonly piecesHash: string;
  readonly account: DossierAccount;
  readonly missing: readonly string[];
}

/**
 * Keeps a dossier that was built, with what was made for it to be read. Durable and whole when it returns; a crash before
 * leaves nothing, and it is built again.
 */
export async function keepDossier(
  db: Kysely<Database>,
  order: DossierOrder,
  files: readonly KeptFile[],
  now: number,
): Promise<void> {
  const { id, orderedBy, request, size, note, token, hash, piecesHash, account, missing } = order;
  await db.transaction().execute(async trx => {
    await trx
      .insertInto('dossier_order')
      .values({
        id,
        ordered_at: new Date(now),
        ordered_by: orderedBy,
        request: JSON.stringify(request),
        size,
        note,
        token: token === null ? null : Buffer.from(token),
        hash,
        pieces_hash: piecesHash,
        account: JSON.stringify(account),
        missing: [...missing],
      })
      .execute();
    await keepParts(trx, id, files);
  });
}

export async function findDossier(db: Kysely<Database>, id: string): Promise<DossierOrder | undefined> {
  const row = await db.selectFrom('dossier_order').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const { ordered_by: orderedBy, pieces_hash: piecesHash, ordered_at: _, ...same } = row;
  return { ...same, orderedBy, piecesHash };
}

/** Whether an officer answered for it in the log, and whether for exactly this dossier (E41). */
export async function findDossierAnswer(
  db: Kysely<Database>,
  { id, request, size, hash, piecesHash }: DossierOrder,
): Promise<'none' | 'another' | 'given'> {
  const row = await db
    .selectFrom('subject')
    .select('state')
    .where('subject', '=', `dossier/${id}`)
    .executeTakeFirst();
  if (row === undefined) return 'none';
  const said = row.state as DossierState;
  const same =
    said.hash === hash &&
    said.piecesHash === piecesHash &&
    said.size === size &&
    said.version === request.version &&
    (['number', 'release', 'recipientUnit', 'proceedings', 'contents'] as const).every(
      name => said[name] === request[name],
    ) &&
    said.follows?.dossier === request.follows?.dossier &&
    said.follows?.as === request.follows?.as &&
    JSON.stringify(said.pieces) === JSON.stringify(request.pieces);
  return same ? 'given' : 'another';
}
