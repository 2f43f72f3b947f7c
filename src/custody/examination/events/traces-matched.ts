import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Code, Exactly, Line, Prose, words } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { confidences } from '../../vocabulary/marks.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkOfLaboratory } from '../checks/laboratory.js';
import { checkExaminerAndReviewer } from '../checks/reviewer.js';
import { type ExaminationState, withFinding } from '../state.js';

export const tracesMatchedBody = Exactly({
  ...actMembers,
  ...groupMembers,
  result: Code(
    ['IDENTIFIED', 'INCONCLUSIVE', 'EXCLUDED'],
    'Result of the comparison',
    'Résultat de la comparaison',
  ),
  method: Line('Method, with its reference', 'Méthode, avec sa référence', 400),
  limits: Prose('Limits', 'Limites', 2000),
  confidence: Code(codesOf(confidences), 'Confidence', 'Degré de confiance'),
  statement: Exactly(
    {
      en: Prose(
        'What was compared and found, in English',
        'Ce qui a été comparé et constaté, en anglais',
        2000,
      ),
      fr: Prose('In French', 'En français', 2000),
    },
    words('What was compared and found', 'Ce qui a été comparé et constaté'),
  ),
  capacity: Line('Function of the examiner', "Fonction de l'examinateur", 200),
  reviewerCapacity: Line('Function of the technical reviewer', 'Fonction du vérificateur technique', 200),
});

/**
 * `examination.traces-matched` (V7, SD-3): case-to-case comparison. Examiner and reviewer compared a trace or mark on items
 * of two lines; shown with each of them. That two items were never one before is asked of the whole log.
 */
export const examinationTracesMatched = following<ExaminationState, typeof tracesMatchedBody>({
  type: 'examination.traces-matched',
  form: 1,
  source: 'V7, RQ-08, SD-3',
  title: { en: 'Traces compared from case to case', fr: 'Traces rapprochées entre affaires' },
  body: tracesMatchedBody,
  itemTypes: ['evidence.traces-matched'],
  decide: (state, act, circumstances) => [
    ...checkOfLaboratory(state, act, circumstances),
    ...checkExaminerAndReviewer(state, act, circumstances),
    ...refuseIf(act.body.items.length < 2, 'examination.match-of-one', '/body/items'),
  ],
  decideLogWide(_state, { body: { items } }, facts) {
    const roots = items.map(({ subject }) => (facts.state(subject) as EvidenceState | undefined)?.root);
    return refuseIf(items.length > 1 && new Set(roots).size < 2, 'examination.match-of-one', '/body/items');
  },
  evolve: (state, act) => withFinding(state, 'MATCH', act.eventId, act.body.occurred.at),
});
