import { type Act, isCountersignature, readActs, type SignedEvent } from '../../log/index.js';

/** An event at its leaf, as the export hands it over. */
export interface PlacedEvent {
  readonly index: number;
  /** Time received of the leaf, ms since 1970. */
  readonly receivedAt: number;
  readonly event: SignedEvent;
  readonly disclosures: readonly string[];
}

/** An act with what is inside of its countersignatures and item events, in the order of their leaves. */
export interface GatheredAct {
  /** The act's own event first. */
  readonly events: readonly [PlacedEvent, ...PlacedEvent[]];
  readonly signed: Act;
}

/**
 * Gathers events into acts (log-format section 10): where one batch ended and the next began is not in the log, and makes
 * no difference to an act.
 */
export class ActGatherer {
  #open: [PlacedEvent, ...PlacedEvent[]] | undefined;

  /** @returns the act before, where this event begins another */
  take(placed: PlacedEvent): GatheredAct | undefined {
    if (this.#open !== undefined && continues(this.#open, placed)) {
      this.#open.push(placed);
      return undefined;
    }
    const closed = this.close();
    this.#open = [placed];
    return closed;
  }

  /** The act that is still open, at the end of the export. */
  close(): GatheredAct | undefined {
    const events = this.#open;
    this.#open = undefined;
    return events && { events, signed: actOf(events) };
  }
}

function continues([act, ...after]: readonly [PlacedEvent, ...PlacedEvent[]], next: PlacedEvent): boolean {
  if (next.event.body.group === act.event.eventId) return true;
  const before = after.at(-1) ?? act;
  const isNext = next.index === before.index + 1 && next.event.subject === act.event.subject;
  return isNext && isCountersignature(next.event) && next.event.body.eventId === act.event.eventId;
}

function actOf([act, ...after]: readonly [PlacedEvent, ...PlacedEvent[]]): Act {
  const events = after.map(({ event }) => event);
  return {
    position: act.index,
    event: act.event,
    countersignatures: events.filter(event => event.body.group === undefined),
    items: events.filter(event => event.body.group !== undefined),
  };
}

/** The structure of the act where all of it has to be inside; undefined where it holds. */
export function findGroupFault({ events }: GatheredAct): { leaf: number; message: string } | undefined {
  const [fault] = readActs(events.map(({ event }) => event)).faults;
  const at = fault && events[fault.position];
  return at && { leaf: at.index, message: fault.message };
}
