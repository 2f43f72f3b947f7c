import { laterOf, mayFollow } from '../common/time-order.js';
import { occurrenceOf } from '../judge/occurrence.js';
import type { Act, PlacedAct } from '../rule.js';
import { refuseIf, type Violation } from '../violation.js';
import type { PackageState } from './state.js';

/** No act on a package lies before its previous one (GATE-12): it is not sealed again before it was opened. */
export function decideAlways(state: PackageState, act: Act): readonly Violation[] {
  const occurred = occurrenceOf(act);
  return refuseIf(
    occurred !== undefined && !mayFollow(occurred, state.lastOccurred),
    'package.time-reversal',
    '/body/occurred/at',
    { at: occurred?.at ?? '', previous: state.lastOccurred.at },
  );
}

export function evolveAlways(state: PackageState, act: PlacedAct): PackageState {
  const occurred = occurrenceOf(act);
  return occurred === undefined ? state : { ...state, lastOccurred: laterOf(occurred, state.lastOccurred) };
}
