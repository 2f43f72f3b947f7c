import { evidenceNumber } from '../../custody/evidence/number.js';
import {
  formatTime,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type SignedEvent,
} from '../../log/index.js';
import type { Heading } from './headings.js';

/** An event as the tables read it: what its officer signed, its leaf and when it was received. */
export interface ReportEvent {
  readonly index: number;
  readonly event: SignedEvent;
  /** ms since 1970. */
  readonly receivedAt: number;
  /** Digests of the withheld claims that are handed over. */
  readonly disclosed: ReadonlySet<string>;
}

/** Columns that every table of acts begins with. */
export const actColumns: readonly Heading[] = [
  'leaf',
  'subject',
  'act',
  'happened',
  'precision',
  'received',
  'officer',
  'role',
];

export function actCells({ index, event, receivedAt }: ReportEvent): readonly (string | number)[] {
  const { subject, type, actor, body } = event;
  const happened = memberOf(body, 'occurred');
  const received = formatTime(receivedAt);
  return [
    ...[index, nameOf(subject), type, textOf(happened.at), textOf(happened.precision)],
    ...[received, actor.officer, actor.role],
  ];
}

/** What an item is printed as, and its subject; of other subjects the name alone. */
export function nameOf(subject: string): string {
  const [kind = '', id = ''] = subject.split('/');
  return kind === 'evidence' ? `${evidenceNumber(id)} ${subject}` : subject;
}

/** A member that is an object; an empty one where it is not. */
export function memberOf(object: JsonObject, name: string): JsonObject {
  const value = object[name] ?? null;
  return isJsonObject(value) ? value : {};
}

/** A value as a cell; a withheld one, a list or an object says nothing here. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** The objects of a list; none where it is no list. */
export function objectsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isJsonObject) : [];
}
