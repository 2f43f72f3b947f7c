import { parseTime } from '../../log/index.js';
import { remarksOf } from '../evidence/always.js';
import { occurrenceOf } from '../judge/occurrence.js';
import type { Act, Circumstances, PlacedAct } from '../rule.js';
import { refuseIf, type Violation } from '../violation.js';
import type { SceneState } from './state.js';

/**
 * A scene is closed once, and nothing happens there afterwards; what happened before may still be entered.
 * A clearance can be withdrawn at any time: danger does not wait.
 */
export function decideAlways(state: SceneState, act: Act): readonly Violation[] {
  const occurred = occurrenceOf(act);
  const { closed } = state;
  if (closed === null || occurred === undefined || act.type === 'scene.clearance-withdrawn') return [];
  const after = parseTime(occurred.at) > parseTime(closed.occurred.at);
  return refuseIf(after || act.type === 'scene.closed', 'scene.closed-before', '/body/occurred/at', {
    scene: state.name,
    at: closed.occurred.at,
  });
}

/** Overrides, late entries and doubtful clocks stay visible on all that follows (GATE-1). */
export function evolveAlways(state: SceneState, act: PlacedAct, circumstances: Circumstances): SceneState {
  return { ...state, remarks: [...state.remarks, ...remarksOf(act, circumstances)] };
}
