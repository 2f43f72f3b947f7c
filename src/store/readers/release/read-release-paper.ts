import type { Kysely } from 'kysely';
import type { ReleasedPiece } from '../../../custody/release/piece.js';
import type { ReleaseState } from '../../../custody/release/state.js';
import { revealBody } from '../../../log/index.js';
import { readDisclosures } from '../../read-disclosures.js';
import type { Database } from '../../schema/index.js';
import { readUnitCodes } from '../transfer/read-transfer-paper.js';
import { readSignedActs, type SignedAct } from '../transfer/signed-act.js';

/** All that is printed of a release and its decision (D6). */
export interface ReleasePaper {
  readonly id: string;
  readonly release: ReleaseState;
  readonly acts: readonly SignedAct[];
  /** Numbers of its pieces, by `<kind>/<UUID>`. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Code of the unit of each officer and of the recipient, by UUID. */
  readonly units: ReadonlyMap<string, string>;
}

/**
 * Reads a release for its papers; who asks may see it with its events.
 * @param withheld he may see what is withheld too: what the decision says of authorities and persons
 */
export async function readReleasePaper(
  db: Kysely<Database>,
  id: string,
  { withheld }: { readonly withheld: boolean },
): Promise<ReleasePaper> {
  const subject = `release/${id}`;
  const [row, acts] = await Promise.all([
    db.selectFrom('subject').select('state').where('subject', '=', subject).executeTakeFirstOrThrow(),
    readSignedActs(db, subject),
  ]);
  const release = row.state as unknown as ReleaseState;
  const pieces = acts.flatMap(({ body }) => listed(body.items));
  const states = await db
    .selectFrom('subject')
    .select(['subject', 'state'])
    .where('subject', 'in', [subject, ...pieces])
    .execute();
  const numbers = states.map(({ subject: name, state }) => [name, (state as ReleasedPiece).number] as const);
  const signers = acts.flatMap(act => [act, ...act.countersigned]).map(({ officer }) => officer);
  const units = await readUnitCodes(db, signers, [release.recipientUnit]);
  const told = withheld ? await withClaims(db, acts) : acts;
  return { id, release, acts: told, numbers: new Map(numbers), units };
}

async function withClaims(db: Kysely<Database>, acts: readonly SignedAct[]): Promise<readonly SignedAct[]> {
  const disclosures = await readDisclosures(
    db,
    acts.map(({ eventId }) => eventId),
  );
  return acts.map(act => ({
    ...act,
    body: revealBody(act.body, disclosures.get(act.eventId) ?? [], { complete: false }),
  }));
}

function listed(items: unknown): readonly string[] {
  return Array.isArray(items) ? items.map(({ subject }: { readonly subject: string }) => subject) : [];
}
