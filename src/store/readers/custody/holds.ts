import { type Kysely, sql } from 'kysely';
import type { HoldOnPiece } from '../../../custody/hold/on-piece.js';
import { isJsonObject, parseTime, peekEvent } from '../../../log/index.js';
import type { Database } from '../../schema/index.js';
import { holdsAsSeen } from '../resources/held.js';
import type { Reading } from '../visibility.js';
import type { CustodyQuestion } from './read-custody.js';

/** A hold over an item (E57): whose function placed it and what it stops; nothing of its reason. */
export interface HoldOver {
  /** `hold/<UUID>` */
  readonly hold: string;
  readonly function: string;
  readonly scope: HoldOnPiece['scope'];
  readonly since: string;
  /** `event_id` of the item's event that placed it. */
  readonly event: string;
}

/**
 * E57: the holds that stood over an item at the instant asked for, or now, as far as was known; null: what holds it back is
 * nothing of this reader's.
 * @param id UUID of the item
 */
export async function readHoldsOver(
  db: Kysely<Database>,
  reading: Reading,
  id: string,
  question: Pick<CustodyQuestion, 'at' | 'known'>,
): Promise<readonly HoldOver[] | null> {
  const { rows } = await sql<{ holds: Readonly<Record<string, HoldOnPiece>> | null }>`
    select ${holdsAsSeen('evidence', reading, sql`coalesce(subject.state->'holds', '{}'::jsonb)`)} as holds
    from evidence join subject on subject.subject = 'evidence/' || evidence.id
    where evidence.id = ${id}::uuid`.execute(db);
  const holds = rows[0]?.holds ?? null;
  if (holds === null) return null;
  const said = Object.values(holds).flatMap(({ event, lifted }) =>
    lifted === null ? [event] : [event, lifted],
  );
  const hasBegun = await readMoments(db, said, question);
  return Object.entries(holds)
    .filter(([, { event, lifted }]) => hasBegun(event) && (lifted === null || !hasBegun(lifted)))
    .map(([hold, { function: role, scope, since, event }]) => ({
      hold: `hold/${hold}`,
      ...{ function: role, scope, since, event },
    }))
    .toSorted((one, other) => (one.since < other.since ? -1 : 1));
}

/** Was an act known by then, and does it say that it occurred by the instant asked for? */
async function readMoments(
  db: Kysely<Database>,
  events: readonly string[],
  { at, known }: Pick<CustodyQuestion, 'at' | 'known'>,
): Promise<(event: string) => boolean> {
  const rows = await db
    .selectFrom('event')
    .select(['event_id', 'jws'])
    .where('event_id', '=', sql<string>`any(${events}::text[])`)
    .where('received_at', '<=', known)
    .execute();
  const begun = rows.filter(({ jws }) => {
    const { occurred = null } = peekEvent(jws).body;
    return at === null || (isJsonObject(occurred) && parseTime(String(occurred.at)) <= at);
  });
  const found = new Set(begun.map(row => row.event_id));
  return event => found.has(event);
}
