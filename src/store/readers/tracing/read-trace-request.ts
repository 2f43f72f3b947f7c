import type { Kysely } from 'kysely';
import type { TracingState } from '../../../custody/tracing/state.js';
import { type JsonObject, revealBody } from '../../../log/index.js';
import { readDisclosures } from '../../read-disclosures.js';
import type { Database } from '../../schema/index.js';
import { readSignedActs } from '../transfer/signed-act.js';

/** A trace request as it is in force: what was stated last, and how it stands. */
export interface TraceRequest {
  readonly id: string;
  readonly tracing: TracingState;
  /** Act that stated it, its leaf, and what it says. */
  readonly eventId: string;
  readonly index: number;
  readonly body: JsonObject;
}

const stating: readonly string[] = ['tracing.drafted', 'tracing.restated'];

/**
 * Reads a trace request for its paper; who asks may see it with its events.
 * @param withheld he may see what is withheld too: the point of contact
 */
export async function readTraceRequest(
  db: Kysely<Database>,
  id: string,
  { withheld }: { readonly withheld: boolean },
): Promise<TraceRequest> {
  const subject = `tracing/${id}`;
  const [row, acts] = await Promise.all([
    db.selectFrom('subject').select('state').where('subject', '=', subject).executeTakeFirstOrThrow(),
    readSignedActs(db, subject),
  ]);
  const stated = acts.findLast(({ type }) => stating.includes(type));
  if (stated === undefined) throw new Error(`${subject} was never drafted`);
  const { eventId, index } = stated;
  const open = withheld ? ((await readDisclosures(db, [eventId])).get(eventId) ?? []) : [];
  const body = revealBody(stated.body, open, { complete: false });
  return { id, tracing: row.state as unknown as TracingState, eventId, index, body };
}
