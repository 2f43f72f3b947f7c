import { memberOf, textOf } from '../../../audit/report/report-event.js';
import { deathPenaltyStates, decisionLevels, tortureRisks } from '../../../custody/vocabulary/releases.js';
import { isJsonObject, type JsonObject } from '../../../log/index.js';
import type { FormPart } from '../../paper/document.js';
import { joined } from '../../paper/print/told.js';
import type { Bilingual, Row } from '../../paper/words.js';
import { coded, day, row, said, yesOrNo } from './said.js';

const immunities = { fr: 'Privilèges et immunités', en: 'Privileges and immunities' };
const diligence = {
  fr: "Diligence voulue en matière de droits de l'homme à l'égard de l'unité destinataire",
  en: 'Human rights due diligence on the recipient unit',
};

/** D6: the Convention of 1946 goes on to hold; forms 1 and 2 of a decision said nothing of it. */
export function partOfPrivileges(body: JsonObject): readonly FormPart[] {
  if (!isJsonObject(body.privileges ?? null)) return [];
  const privileges = memberOf(body, 'privileges');
  const { reference, date, givenBy } = memberOf(privileges, 'waiver');
  const { fr, en } = memberOf(privileges, 'withoutPrejudice');
  return [
    {
      title: immunities,
      rows: [
        row('Documents concernés', 'Documents concerned', said(privileges.documents)),
        row('Personnel concerné', 'Personnel concerned', said(privileges.personnel)),
        row("Levée d'immunité nécessaire", 'Waiver needed', yesOrNo(privileges.waiverNeeded)),
        ...(reference === undefined
          ? []
          : [row("Levée d'immunité", 'Waiver', said(reference), day(date), said(givenBy))]),
        row('Réserve', 'Without prejudice', { fr: textOf(fr), en: textOf(en) }),
      ],
    },
  ];
}

/** D6, RQ-63: the assessment the decision rests on; what was found of the unit is withheld. */
export function partOfDueDiligence(body: JsonObject): readonly FormPart[] {
  const found = isJsonObject(body.dueDiligence ?? null) ? body.dueDiligence : body.riskAssessment;
  if (found === undefined) return [];
  const { reference, risk, mitigation, reviewOn } = isJsonObject(found) ? found : {};
  if (reference === undefined)
    return [{ title: diligence, rows: [row('Évaluation', 'Assessment', withoutAssessment)] }];
  return [
    {
      title: diligence,
      rows: [
        row("Référence de l'évaluation", 'Reference of the assessment', said(reference)),
        ...(risk === undefined ? [] : [row('Risque constaté', 'Risk found', said(risk))]),
        row("Mesures d'atténuation", 'Mitigation', said(mitigation)),
        row('À réexaminer le', 'To be reviewed on', day(reviewOn)),
      ],
    },
  ];
}

const withoutAssessment: Bilingual = {
  fr: 'La décision ne repose sur aucune évaluation',
  en: 'The decision rests on no assessment',
};

/** D6, GATE-7: the question for this offence and State, what assures it, and at what level it was decided. */
export function partOfDeathPenalty(body: JsonObject): readonly FormPart[] {
  const title = { fr: 'Peine de mort', en: 'Death penalty' };
  if (!isJsonObject(body.deathPenalty ?? null)) {
    return 'assurance' in body ? [{ title, rows: [assurance(memberOf(body, 'assurance'))] }] : [];
  }
  const penalty = memberOf(body, 'deathPenalty');
  return [
    {
      title,
      rows: [
        row("Encourue pour l'infraction", 'Possible for the offence', yesOrNo(penalty.possible)),
        row("Dans le droit de l'État", 'In the law of the State', coded(deathPenaltyStates, penalty.state)),
        row('Fondement', 'On what that rests', said(penalty.basis)),
        assurance(memberOf(penalty, 'assurance')),
        row('Niveau de la décision', 'Level of the decision', coded(decisionLevels, penalty.level)),
      ],
    },
  ];
}

function assurance({ reference, date, givenBy }: JsonObject): Row {
  const none = { fr: 'Aucune assurance donnée', en: 'No assurance given' };
  const value =
    reference === undefined
      ? none
      : joined(
          [
            said(reference),
            day(date),
            { fr: `donnée par ${textOf(givenBy)}`, en: `given by ${textOf(givenBy)}` },
          ],
          ', ',
        );
  return row('Assurance de non-application', 'Assurance that it will not be carried out', value);
}

/** D6: what a suspect may be exposed to. */
export function partOfTorture(body: JsonObject): readonly FormPart[] {
  if (!isJsonObject(body.torture ?? null)) return [];
  const { risk, basis, mitigation } = memberOf(body, 'torture');
  return [
    {
      title: { fr: 'Torture ou mauvais traitements', en: 'Torture or ill-treatment' },
      rows: [
        row('Risque pour les suspects', 'Risk to suspects', coded(tortureRisks, risk)),
        row('Fondement', 'On what that rests', said(basis)),
        row("Mesures d'atténuation", 'Mitigation', said(mitigation)),
      ],
    },
  ];
}
