import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import type { SceneState } from '../state.js';

const body = Exactly({
  ...actMembers,
  leader: IdOf('officer', 'Leader of the work at the scene', 'Chef des opérations sur les lieux'),
  reason: Prose('Reason', 'Raison'),
});

/** `scene.leader-named` (D1, RQ-07): who leads now, and will give the statement of the leader. */
export const sceneLeaderNamed = following<SceneState, typeof body>({
  type: 'scene.leader-named',
  form: 1,
  source: 'D1, RQ-07',
  title: { en: 'Leader of a scene named', fr: 'Chef des opérations désigné' },
  body,
  decide: () => [],
  evolve: (state, act) => ({ ...state, leader: act.body.leader }),
});
