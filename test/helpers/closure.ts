import type { SignedEvent } from '../../src/log/index.js';

/** Which events of a log a partial export holds, and whose histories are whole in it. */
export interface Closure {
  readonly whole: ReadonlySet<string>;
  /** Leaf indices, ascending. */
  readonly indices: readonly number[];
}

type Shown = Pick<SignedEvent, 'subject' | 'eventId' | 'type' | 'actor' | 'refs' | 'body'>;

/**
 * What log-format section 11 puts into a partial export: the subjects asked for, the log's own, the events that they
 * name, with their countersignatures, and every officer who signed something of all that.
 * @param events the whole log, in order
 */
export function closureOf(events: readonly Shown[], asked: readonly string[]): Closure {
  const named = new Set(
    events
      .filter(({ subject }) => asked.includes(subject))
      .flatMap(({ refs, body }) => (typeof body.group === 'string' ? [...refs, body.group] : refs)),
  );
  const log = events[0]?.subject ?? '';
  const whole = new Set([...asked, log]);
  const isInside = ({ subject, eventId, type, body }: Shown) =>
    whole.has(subject) ||
    named.has(eventId) ||
    (type.endsWith('.countersigned') && named.has(String(body.eventId)));
  for (let size = 0; size !== whole.size; ) {
    size = whole.size;
    for (const event of events) if (isInside(event)) whole.add(`officer/${event.actor.officer}`);
  }
  return { whole, indices: events.flatMap((event, index) => (isInside(event) ? [index] : [])) };
}
