import { laterOf, mayFollow } from '../common/time-order.js';
import { occurrenceOf } from '../judge/occurrence.js';
import type { Act, PlacedAct } from '../rule.js';
import { refuseIf, type Violation } from '../violation.js';
import type { DiscrepancyState } from './state.js';

/** GATE-12: nothing is explained or closed before it was opened. */
export function decideAlways(state: DiscrepancyState, act: Act): readonly Violation[] {
  const occurred = occurrenceOf(act);
  return refuseIf(
    occurred !== undefined && !mayFollow(occurred, state.lastOccurred),
    'discrepancy.time-reversal',
    '/body/occurred/at',
    { at: occurred?.at ?? '', previous: state.lastOccurred.at },
  );
}

export function evolveAlways(state: DiscrepancyState, act: PlacedAct): DiscrepancyState {
  const occurred = occurrenceOf(act);
  return occurred === undefined ? state : { ...state, lastOccurred: laterOf(occurred, state.lastOccurred) };
}
