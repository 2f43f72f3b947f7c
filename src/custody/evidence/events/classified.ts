import { following } from '../../rule.js';
import { Exactly, Nullable } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { classificationLevels } from '../../vocabulary/sensitivity.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { ClassificationOfItem, classificationFrom } from '../record/classification.js';
import type { Classification, EvidenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  classification: ClassificationOfItem,
  originatorConsent: Nullable(File("The originator's consent", "Accord de l'autorité d'origine")),
});

/** Roles that classify whoever the author is: records and legal. */
const reviewers: readonly string[] = ['ARC', 'LEG'];

/**
 * `evidence.classified` (E56, V6): set or changed, by the author of the record, the records officer or the legal
 * officer. What its originator controls, or keeps from the host State, is loosened with his consent only. The consent to a release is recorded in the
 * same way, and is stated anew by each classification (GATE-9).
 */
export const evidenceClassified = following<EvidenceState, typeof body>({
  type: 'evidence.classified',
  form: 1,
  source: 'E56, V6, GATE-9',
  title: { en: 'Classified', fr: 'Classifiée' },
  body,
  decide(state, act) {
    const { actor } = act;
    const before = state.classification;
    const controlled = before.caveats.includes('ORIGINATOR_CONTROLLED');
    const kept = before.caveats.includes('NOT_FOR_HOST_STATE');
    const loosened =
      act.body.originatorConsent === null && isLooser(classificationFrom(act.body.classification), before);
    return [
      ...refuseIf(
        actor.officer !== state.registeredBy && !reviewers.includes(actor.role),
        'evidence.classification-not-author',
        '/actor/officer',
      ),
      ...refuseIf(controlled && loosened, 'evidence.originator-consent', '/body/originatorConsent', {
        originator: before.originator,
      }),
      ...refuseIf(kept && !controlled && loosened, 'evidence.host-state-consent', '/body/originatorConsent', {
        originator: before.originator,
      }),
    ];
  },
  evolve(state, act) {
    const { originatorConsent: _before, ...rest } = state;
    const consented = act.body.originatorConsent === null ? {} : { originatorConsent: act.eventId };
    return { ...rest, classification: classificationFrom(act.body.classification), ...consented };
  },
});

/** A lower level, a caveat gone, or another originator. */
function isLooser(after: Classification, before: Classification): boolean {
  const order = codesOf(classificationLevels);
  return (
    order.indexOf(after.level) < order.indexOf(before.level) ||
    before.caveats.some(caveat => !after.caveats.includes(caveat)) ||
    after.originator !== before.originator
  );
}
