import type { SignedEvent } from './event.js';
import { isJsonObject, type JsonValue } from './json.js';
import { isSubject } from './subject.js';

/** Items of one group at most (log-format section 10). */
export const MAX_GROUP_ITEMS = 500;

/** One item of a group: where its event stands in its own history. */
export interface ListedItem {
  readonly subject: string;
  readonly seq: number;
}

/** A body with `items` is that of a group, one with `group` that of an item's event: both names are reserved. */
export function isGroup({ body }: SignedEvent): boolean {
  return Object.hasOwn(body, 'items');
}

export function isGroupItem({ body }: SignedEvent): boolean {
  return Object.hasOwn(body, 'group');
}

function readListedItem(value: JsonValue): ListedItem | undefined {
  if (!isJsonObject(value) || Object.keys(value).sort().join() !== 'seq,subject') return undefined;
  const { subject, seq } = value;
  if (typeof subject !== 'string' || !isSubject(subject)) return undefined;
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1) return undefined;
  return { subject, seq };
}

/** The items that a group lists, in order, or what is wrong with the list. */
export function readListedItems({ body }: SignedEvent): readonly ListedItem[] | string {
  if (!Array.isArray(body.items)) return 'expected items to be an array';
  const values: readonly JsonValue[] = body.items;
  if (values.length > MAX_GROUP_ITEMS) {
    return `expected at most ${MAX_GROUP_ITEMS} items, received ${values.length}`;
  }
  const items: ListedItem[] = [];
  const subjects = new Set<string>();
  for (const value of values) {
    const item = readListedItem(value);
    if (item === undefined) return `expected {"subject", "seq"} as item ${items.length}`;
    if (subjects.has(item.subject)) return `${item.subject} is listed twice`;
    subjects.add(item.subject);
    items.push(item);
  }
  return items;
}

/** What keeps `event` from being the event of `item` in `group`. */
export function findItemFault(event: SignedEvent, item: ListedItem, group: SignedEvent): string | undefined {
  if (event.subject !== item.subject || event.seq !== item.seq) {
    return `expected the event ${item.subject} ${item.seq} that the group lists here`;
  }
  if (event.actor.officer !== group.actor.officer || event.actor.role !== group.actor.role) {
    return 'expected the actor of the group';
  }
  if (event.at !== group.at) return `expected at ${group.at} as in the group`;
  if (event.refs.includes(group.eventId)) return 'the group is repeated in refs';
  if (isGroup(event)) return 'an event of an item is a group itself';
  return undefined;
}
