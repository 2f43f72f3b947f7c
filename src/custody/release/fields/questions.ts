import { Code, Exactly, Line, Nullable, Prose, type TSchema, words } from '../../schema/described.js';
import { Day } from '../../schema/occurrence.js';
import { releaseAnswers } from '../../vocabulary/releases.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { Kept } from './assessments.js';

function fourQuestions<Basis extends TSchema>(basis: Basis) {
  const question = (en: string, fr: string) =>
    Exactly({ answer: Code(codesOf(releaseAnswers), 'Answer', 'Réponse'), basis }, words(en, fr));
  return Exactly(
    {
      fairTrial: question(
        'Are fair trial and human rights standards respected?',
        "Les normes du procès équitable et des droits de l'homme sont-elles respectées ?",
      ),
      protection: question(
        'Can victims and witnesses be protected?',
        'Les victimes et les témoins peuvent-ils être protégés ?',
      ),
      consent: question(
        'Are consent and confidentiality respected?',
        'Le consentement et la confidentialité sont-ils respectés ?',
      ),
      noDeathPenalty: question(
        'Is the death penalty excluded for the offence and country?',
        "La peine de mort est-elle exclue pour l'infraction et le pays ?",
      ),
    },
    words('The four questions before sharing', 'Les quatre questions préalables à la remise'),
  );
}

/** The four-part test before sharing (RQ-60): answered by a person, with his grounds, which stay with who decides. */
export const ReleaseQuestions = fourQuestions(Kept('On what the answer rests', 'Sur quoi repose la réponse'));

/** As forms 1 to 3 of a decision told them. */
export const ReleaseQuestionsInClear = fourQuestions(
  Prose('On what the answer rests', 'Sur quoi repose la réponse', 2000),
);

/** GATE-7: what stands against an exposure to the death penalty. */
export const DeathPenaltyAssurance = Nullable(
  Exactly({
    reference: Line('Assurance instrument', "Instrument d'assurance"),
    date: Day('Date', 'Date'),
    givenBy: Line('Given by', 'Donnée par'),
  }),
  words('Assurance that it will not be sought or carried out', 'Assurance de non-application'),
);

/** RQ-63: the recipient unit under the human rights due diligence policy. */
export const RiskAssessment = Nullable(
  Exactly({
    reference: Line('Assessment of the unit', "Évaluation de l'unité"),
    mitigation: Prose('Mitigation', "Mesures d'atténuation", 2000),
    reviewOn: Day('To be reviewed on', 'À réexaminer le'),
  }),
  words(
    'Human rights risk assessment of the recipient unit',
    "Évaluation des risques de l'unité destinataire",
  ),
);
