import { decodeLeaf, isJsonObject, type JsonValue, peekEvent } from '../../log/index.js';
import type { LogSnapshot } from '../../store/readers/snapshot/log-snapshot.js';
import { type ReportEvent, textOf } from './report-event.js';

/** What a countersignature stands on: an act of the item itself, or of a group that the item was in. */
export interface SignedAct {
  readonly type: string;
  readonly index: number;
  readonly subject: string;
  readonly late: boolean;
  /** Code of what was decided, and under which conditions (E39); empty where nothing is decided. */
  readonly outcome: string;
  readonly conditions: readonly string[];
}

/** The event of a group, and who signed it beside its author: they signed for every item of it. */
export interface GroupAct extends SignedAct {
  readonly countersignatures: readonly ReportEvent[];
}

/** The groups that these acts of items name, by `event_id` (log-format section 10). */
export async function readGroupActs(
  snapshot: LogSnapshot,
  acts: Iterable<ReportEvent>,
): Promise<ReadonlyMap<string, GroupAct>> {
  const named = new Set([...acts].map(({ event }) => textOf(event.body.group)));
  named.delete('');
  const places = await snapshot.placesWithCountersignatures([...named]);
  const groups = new Map<string, GroupAct & { countersignatures: ReportEvent[] }>();
  for await (const { index, jws, leaf } of snapshot.events(places.map(place => place.index))) {
    const event = peekEvent(jws);
    if (named.has(event.eventId)) {
      groups.set(event.eventId, { ...signedAct({ index, event }), countersignatures: [] });
      continue;
    }
    const { receivedAt } = decodeLeaf(leaf);
    const countersignature = { index, event, receivedAt, disclosed: new Set<string>() };
    groups.get(textOf(event.body.eventId))?.countersignatures.push(countersignature);
  }
  return groups;
}

export function signedAct({
  index,
  event: { type, subject, body },
}: Pick<ReportEvent, 'index' | 'event'>): SignedAct {
  return {
    type,
    index,
    subject,
    late: isJsonObject(body.lateEntry ?? null),
    outcome: textOf(body.outcome),
    conditions: Array.isArray(body.conditions) ? body.conditions.map(conditionOf) : [],
  };
}

/** A text, or from form 3 of a decision on `{"kind", "text"}`. */
function conditionOf(condition: JsonValue): string {
  return textOf(isJsonObject(condition) ? condition.text : condition);
}
