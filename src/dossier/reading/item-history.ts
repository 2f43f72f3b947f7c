import type { ReportEvent } from '../../audit/report/report-event.js';
import { textOf } from '../../audit/report/report-event.js';
import { decodeLeaf, peekEvent } from '../../log/index.js';
import type { LogSnapshot } from '../../store/readers/snapshot/log-snapshot.js';

/** An item's acts as they stand in the log, with the group of each and those who countersigned. */
export interface ItemHistory {
  readonly acts: readonly ReportEvent[];
  /** Events that these are part of, by `event_id`. */
  readonly groups: ReadonlyMap<string, ReportEvent>;
  /** Countersignatures by the `event_id` of the act they are of. */
  readonly countersigned: ReadonlyMap<string, readonly ReportEvent[]>;
}

export async function readHistory(snapshot: LogSnapshot, subject: string): Promise<ItemHistory> {
  const places = await snapshot.placesOf([subject]);
  const own = await readAll(
    snapshot,
    places.map(({ index }) => index),
  );
  const named = new Set(own.map(({ event }) => textOf(event.body.group)));
  named.delete('');
  const around = await snapshot.placesWithCountersignatures([...named]);
  const others = await readAll(
    snapshot,
    around.map(({ index }) => index),
  );
  const isSignature = ({ event }: ReportEvent) => event.type.endsWith('.countersigned');
  const countersigned = new Map<string, ReportEvent[]>();
  for (const report of [...own, ...others].filter(isSignature)) {
    const act = textOf(report.event.body.eventId);
    countersigned.set(act, [...(countersigned.get(act) ?? []), report]);
  }
  return {
    acts: own.filter(report => !isSignature(report)),
    groups: new Map(
      others.filter(report => !isSignature(report)).map(report => [report.event.eventId, report]),
    ),
    countersigned,
  };
}

/** Acts that something rests on which was taken over from another item: these stand in its history alone. */
export async function readInherited(
  snapshot: LogSnapshot,
  { acts }: ItemHistory,
  events: readonly string[],
): Promise<readonly ReportEvent[]> {
  const own = new Set(acts.map(({ event }) => event.eventId));
  const places = await snapshot.placesWithCountersignatures(events.filter(event => !own.has(event)));
  return readAll(
    snapshot,
    places.map(({ index }) => index),
  );
}

/** The events at these leaves, in log order. */
export async function readAll(
  snapshot: LogSnapshot,
  indexes: readonly number[],
): Promise<readonly ReportEvent[]> {
  const found: ReportEvent[] = [];
  for await (const { index, jws, leaf } of snapshot.events(indexes)) {
    const { receivedAt } = decodeLeaf(leaf);
    found.push({ index, event: peekEvent(jws), receivedAt, disclosed: new Set() });
  }
  return found;
}
