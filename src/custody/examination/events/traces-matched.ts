import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Code, Exactly, Line, Prose, type TSchema, words } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { WithheldOfReport } from '../../schema/withheld.js';
import { refuseIf } from '../../violation.js';
import { confidences } from '../../vocabulary/marks.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkOfLaboratory } from '../checks/laboratory.js';
import { checkExaminerAndReviewer } from '../checks/reviewer.js';
import { type ExaminationState, withFinding } from '../state.js';

const Statement = Exactly(
  {
    en: Prose(
      'What was compared and found, in English',
      'Ce qui a été comparé et constaté, en anglais',
      2000,
    ),
    fr: Prose('In French', 'En français', 2000),
  },
  words('What was compared and found', 'Ce qui a été comparé et constaté'),
);

function bodyWith<StatementOfForm extends TSchema>(statement: StatementOfForm) {
  return Exactly({
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
    statement,
    capacity: Line('Function of the examiner', "Fonction de l'examinateur", 200),
    reviewerCapacity: Line('Function of the technical reviewer', 'Fonction du vérificateur technique', 200),
  });
}

export const tracesMatchedBody = bodyWith(
  WithheldOfReport(Statement, 'What was compared and found', 'Ce qui a été comparé et constaté'),
);

/** Form 1 told it in the clear. */
const bodyInClear = bodyWith(Statement);

/**
 * `examination.traces-matched` (V7, SD-3): case-to-case comparison. Examiner and reviewer compared a trace or mark on items
 * of two lines; shown with each of them. That two items were never one before is asked of the whole log.
 */
export const examinationTracesMatched = following<ExaminationState, typeof tracesMatchedBody>({
  type: 'examination.traces-matched',
  form: 2,
  source: 'V7, GATE-6, RQ-08, SD-3',
  title: { en: 'Traces compared from case to case', fr: 'Traces rapprochées entre affaires' },
  body: tracesMatchedBody,
  former: [{ form: 1, body: bodyInClear, supersededIn: 4 }],
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
