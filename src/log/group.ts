import { findCountersignatureFault, isCountersignature } from './countersignature.js';
import type { SignedEvent } from './event.js';
import { findItemFault, isGroup, isGroupItem, readListedItems } from './group-items.js';

/** One act of a batch: its event, who countersigned it, and its event in the history of each item. */
export interface Act {
  /** Place of `event` in the batch; countersignatures, then items, follow it without a gap. */
  readonly position: number;
  readonly event: SignedEvent;
  readonly countersignatures: readonly SignedEvent[];
  readonly items: readonly SignedEvent[];
}

/** What is wrong with the structure of a batch: check `group`. */
export interface GroupFault {
  /** Place in the batch, from 0, of the event at fault. */
  readonly position: number;
  readonly message: string;
}

export interface BatchStructure {
  /** Every event that is neither a countersignature nor an item of a group before it, in order. */
  readonly acts: readonly Act[];
  /** Empty where the structure of the whole batch holds. */
  readonly faults: readonly GroupFault[];
}

type Report = (position: number, message: string) => void;

/** Takes all countersignatures that directly follow, good or not, so that each fault is found at its place. */
function takeCountersignatures(
  act: SignedEvent,
  events: readonly SignedEvent[],
  start: number,
  report: Report,
): readonly SignedEvent[] {
  const taken: SignedEvent[] = [];
  for (let position = start; position < events.length; position++) {
    const event = events[position];
    if (event === undefined || !isCountersignature(event)) break;
    const fault = findCountersignatureFault(event, [act, ...taken]);
    if (fault !== undefined) report(position, fault);
    taken.push(event);
  }
  return taken;
}

/** Takes the events that name `group`, good or not, and compares them with the list in order. */
function takeItems(
  group: SignedEvent,
  groupPosition: number,
  events: readonly SignedEvent[],
  start: number,
  report: Report,
): readonly SignedEvent[] {
  const listed = readListedItems(group);
  if (typeof listed === 'string') report(groupPosition, listed);
  const taken: SignedEvent[] = [];
  for (let position = start; position < events.length; position++) {
    const event = events[position];
    if (event === undefined || event.body.group !== group.eventId) break;
    const item = typeof listed === 'string' ? undefined : listed[taken.length];
    const fault =
      item === undefined ? 'the group does not list this event' : findItemFault(event, item, group);
    if (fault !== undefined) report(position, fault);
    taken.push(event);
  }
  if (typeof listed !== 'string' && taken.length < listed.length) {
    report(
      groupPosition,
      `expected ${listed.length} events of items directly after, received ${taken.length}`,
    );
  }
  return taken;
}

function readAct(event: SignedEvent, events: readonly SignedEvent[], position: number, report: Report): Act {
  if (isGroupItem(event)) report(position, 'expected the group directly before the events of its items');
  const countersignatures = takeCountersignatures(event, events, position + 1, report);
  const start = position + 1 + countersignatures.length;
  const items = isGroup(event) ? takeItems(event, position, events, start, report) : [];
  return { position, event, countersignatures, items };
}

function reportDuplicates(events: readonly SignedEvent[], report: Report): void {
  const seen = new Set<string>();
  events.forEach(({ eventId }, position) => {
    if (seen.has(eventId)) report(position, 'the same event twice');
    seen.add(eventId);
  });
}

/**
 * Reads the structure of log-format section 10 out of the events of one batch, in their order: acts, each with
 * its countersignatures and then the events of its items, directly after it. Whether an act needs a
 * countersignature, and whose, is for the rules.
 */
export function readActs(events: readonly SignedEvent[]): BatchStructure {
  const acts: Act[] = [];
  const faults: GroupFault[] = [];
  const report: Report = (position, message) => faults.push({ position, message });
  reportDuplicates(events, report);
  let position = 0;
  while (position < events.length) {
    const event = events[position];
    if (event === undefined) break;
    if (isCountersignature(event)) {
      report(position, 'expected the act directly before its countersignature');
      position += 1;
    } else {
      const act = readAct(event, events, position, report);
      acts.push(act);
      position += 1 + act.countersignatures.length + act.items.length;
    }
  }
  return { acts, faults: faults.sort((left, right) => left.position - right.position) };
}
