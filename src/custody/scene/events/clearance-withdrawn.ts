import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { EventId } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuse, refuseIf } from '../../violation.js';
import type { SceneState } from '../state.js';

const body = Exactly({
  ...actMembers,
  clearance: EventId(
    'Clearance, or opening that excluded the hazard',
    'Autorisation, ou ouverture qui excluait le risque',
  ),
  reason: Prose('Reason', 'Raison'),
});

/** `scene.clearance-withdrawn` (GATE-1): from now on nobody works at the scene on the strength of it. */
export const sceneClearanceWithdrawn = following<SceneState, typeof body>({
  type: 'scene.clearance-withdrawn',
  form: 1,
  source: 'E03, GATE-1',
  title: { en: 'Clearance of a scene withdrawn', fr: "Autorisation d'entrée retirée" },
  body,
  decide(state, { body: { clearance } }, circumstances) {
    const permission = Object.hasOwn(state.permissions, clearance) ? state.permissions[clearance] : undefined;
    if (permission === undefined)
      return [refuse('scene.clearance-unknown', '/body/clearance', { clearance })];
    return [
      ...refuseIf(circumstances.referenced(clearance) === undefined, 'reference.event-missing', '/refs', {
        what: `clearance ${clearance}`,
        whatFr: `autorisation ${clearance}`,
      }),
      ...refuseIf(permission.withdrawn !== null, 'scene.withdrawn-before', '/body/clearance', {
        at: permission.withdrawn?.at ?? '',
      }),
    ];
  },
  evolve(state, { eventId, body: { clearance, occurred } }) {
    const permission = state.permissions[clearance];
    if (permission === undefined) return state;
    const withdrawn = { event: eventId, at: occurred.at };
    return { ...state, permissions: { ...state.permissions, [clearance]: { ...permission, withdrawn } } };
  },
});
