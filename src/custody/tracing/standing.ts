import type { Occurrence } from '../schema/occurrence.js';
import { refuse, refuseIf, type Violation } from '../violation.js';
import type { TracingState } from './state.js';

/** Nothing is added to a request that is closed. */
export function checkOpen({ number, closed }: TracingState): readonly Violation[] {
  return refuseIf(closed !== null, 'tracing.closed-already', '/subject', { number });
}

/** What was sent is what was asked: it is changed while it is a draft, and sent once. */
export function checkDraft(state: TracingState): readonly Violation[] {
  return [
    ...checkOpen(state),
    ...refuseIf(state.sent !== null, 'tracing.sent-already', '/subject', { number: state.number }),
  ];
}

/** What is done about a request that was sent, and is not closed. */
export function checkSent(state: TracingState, occurred: Pick<Occurrence, 'at'>): readonly Violation[] {
  return [...checkOpen(state), ...checkComesAfter(state, occurred)];
}

/** What comes back comes after the request; answers come late, also to one that was closed. */
export function checkComesAfter(
  { number, sent }: TracingState,
  { at }: Pick<Occurrence, 'at'>,
): readonly Violation[] {
  if (sent === null) return [refuse('tracing.not-sent', '/subject', { number })];
  return refuseIf(dayOf(at) < dayOf(sent.at), 'tracing.before-request', '/body/occurred/at', {
    number,
    sent: dayOf(sent.at),
    day: dayOf(at),
  });
}

/** Objects are told by the names that the request gives them. */
export function checkObjects(
  { objects, number }: Pick<TracingState, 'objects' | 'number'>,
  keys: readonly string[],
  pointer: (position: number) => string,
): readonly Violation[] {
  return keys.flatMap((key, position) =>
    refuseIf(!objects.some(item => item.key === key), 'tracing.key-unknown', pointer(position), {
      key,
      number,
    }),
  );
}

/** `YYYY-MM-DD` of an instant; days are UTC, which is the time of Mali. */
export function dayOf(at: string): string {
  return at.slice(0, 'YYYY-MM-DD'.length);
}
