import { following } from '../../rule.js';
import { Code, Exactly, Line, Nullable, Prose } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf } from '../../violation.js';
import { riskLevels } from '../../vocabulary/due-diligence.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { UnitState } from '../state.js';

const body = Exactly({
  reference: Line('Reference of the assessment', "Référence de l'évaluation"),
  risk: Code(codesOf(riskLevels), 'Risk of grave violations', 'Risque de violations graves'),
  mitigation: Withholdable(
    Prose('Mitigation', "Mesures d'atténuation", 4000),
    'Mitigation',
    "Mesures d'atténuation",
  ),
  assessedOn: Day('Date of the assessment', "Date de l'évaluation"),
  reviewOn: Day('To be reviewed on', 'À réexaminer le'),
  document: Nullable(Withholdable(File('The assessment', "L'évaluation"), 'The assessment', "L'évaluation")),
});

/**
 * `unit.assessed` (RQ-63, D6): human rights due diligence on a unit that could receive, with the day by which it is
 * looked at again. A new assessment takes the place of the last.
 */
export const unitAssessed = following<UnitState, typeof body>({
  type: 'unit.assessed',
  form: 1,
  source: 'RQ-63, D6 [U3]',
  title: { en: 'Unit assessed for human rights risk', fr: "Unité évaluée au titre des droits de l'homme" },
  body,
  decide: (_state, { body: { assessedOn, reviewOn } }) =>
    refuseIf(reviewOn <= assessedOn, 'unit.review-not-after', '/body/reviewOn', { assessedOn, reviewOn }),
  evolve(state, { eventId, actor, body: { reference, risk, assessedOn, reviewOn } }) {
    const assessment = { reference, risk, assessedOn, reviewOn, by: actor.officer, event: eventId };
    return { ...state, assessment };
  },
});
