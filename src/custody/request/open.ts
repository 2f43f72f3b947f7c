import { refuseIf, type Violation } from '../violation.js';
import type { RequestState } from './state.js';

/** Nothing is added to a request that is closed. */
export function checkOpen({ number, closed }: RequestState): readonly Violation[] {
  return refuseIf(closed !== null, 'request.closed-already', '/subject', { number });
}
