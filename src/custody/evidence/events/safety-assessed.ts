import { following } from '../../rule.js';
import { Code, Exactly, Nullable, Prose } from '../../schema/described.js';
import { actMembers, Instant } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { assessmentResults } from '../../vocabulary/hazard.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkPhysical, inHand } from '../checks.js';
import { unassessed } from '../record/safety.js';
import { checkValidity } from '../record/validity.js';
import type { EvidenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  result: Code(codesOf(assessmentResults), 'Result', 'Résultat'),
  basis: Prose('What it rests on', "Éléments à l'appui"),
  validUntil: Nullable(Instant('Valid until', "Valable jusqu'au")),
});

/**
 * `evidence.safety-assessed` (E11): what a person found. It takes the place of any certificate before it; that
 * two persons cleared a weapon stays true unless it is found hazardous. What was found hazardous is EOD's from then
 * on: nobody else lifts, renews or words that finding anew (GATE-2).
 */
export const evidenceSafetyAssessed = following<EvidenceState, typeof body>({
  type: 'evidence.safety-assessed',
  form: 1,
  source: 'E11, GATE-2',
  title: { en: 'Safety assessed', fr: 'Sécurité évaluée' },
  body,
  decide(state, act) {
    const { result, validUntil } = act.body;
    return [
      ...checkPhysical(state, act.type, inHand),
      ...checkValidity(act, validUntil),
      ...refuseIf(
        result === 'NON_HAZARDOUS' && state.explosivePossible && act.actor.role !== 'EOD',
        'evidence.eod-only',
        '/actor/role',
      ),
      ...refuseIf(
        state.safety.status === 'HAZARDOUS_DO_NOT_MOVE' && act.actor.role !== 'EOD',
        'evidence.hazardous-eod-only',
        '/actor/role',
        { number: state.number },
      ),
    ];
  },
  evolve(state, act) {
    const { result, validUntil } = act.body;
    const hazardous = result === 'HAZARDOUS_DO_NOT_MOVE';
    return {
      ...state,
      hazardClass: hazardous && state.explosivePossible ? 'EXPLOSIVE' : state.hazardClass,
      safety: {
        ...unassessed,
        status: result,
        event: act.eventId,
        validUntil,
        weaponCleared: state.safety.weaponCleared && !hazardous,
      },
    };
  },
});
