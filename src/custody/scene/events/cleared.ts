import { parseTime } from '../../../log/index.js';
import { following } from '../../rule.js';
import { Exactly, Line, Prose } from '../../schema/described.js';
import { actMembers, Instant } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { Coded } from '../../vocabulary/coded.js';
import { clearanceMethods } from '../../vocabulary/scenes.js';
import { permissionOf } from '../entry-permission.js';
import type { SceneState } from '../state.js';

const body = Exactly({
  ...actMembers,
  reference: Line('Reference of the clearance', "Référence de l'autorisation", 60),
  area: Prose('Area cleared', 'Zone traitée', 1000),
  method: Coded(clearanceMethods, 'Class of method', 'Classe de méthode'),
  residualRisk: Prose('Residual risk', 'Risque résiduel', 1000),
  validUntil: Instant('Valid until, UTC', "Valable jusqu'au, UTC"),
  reEntryRule: Prose('Rule for entering again', 'Règle de retour sur les lieux', 1000),
});

const hour = 3_600_000;

/**
 * `scene.cleared` (E03, GATE-1): an EOD officer lets people enter for a limited time. It says who judged the
 * danger and how; that a scene is safe is never computed.
 */
export const sceneCleared = following<SceneState, typeof body>({
  type: 'scene.cleared',
  form: 1,
  source: 'E03, GATE-1',
  title: { en: 'Entry to a scene cleared', fr: "Entrée sur les lieux autorisée par l'équipe NEDEX" },
  body,
  decide(_state, { body: { validUntil, occurred } }, { sop }) {
    const span = parseTime(validUntil) - parseTime(occurred.at);
    const hours = sop.deadlines.sceneClearanceMaximumHours.value;
    return [
      ...refuseIf(span <= 0, 'scene.clearance-dates', '/body/validUntil', { validUntil, at: occurred.at }),
      ...refuseIf(span > hours * hour, 'scene.clearance-too-long', '/body/validUntil', {
        validUntil,
        hours: String(hours),
      }),
    ];
  },
  evolve(state, act) {
    const permission = permissionOf(act);
    if (permission === undefined) return state;
    return { ...state, permissions: { ...state.permissions, [act.eventId]: permission } };
  },
});
