import { memberOf, objectsOf, textOf } from '../../../audit/report/report-event.js';
import { originatorConsents } from '../../../custody/vocabulary/releases.js';
import { classificationLevels } from '../../../custody/vocabulary/sensitivity.js';
import { isJsonObject, type JsonObject } from '../../../log/index.js';
import type { FormPart } from '../../paper/document.js';
import { joined } from '../../paper/print/told.js';
import { asWritten } from '../people.js';
import { coded, day, nothing, row, said, yesOrNo } from './said.js';

/** D6, GATE-8: that it was looked into; from form 4 on whether one can be identified is withheld, as who it is always was. */
export function partOfSources(body: JsonObject): readonly FormPart[] {
  if (!isJsonObject(body.sources ?? null)) return [];
  const { identifiable, protectionPlan } = memberOf(body, 'sources');
  const { answer, basis } = memberOf(memberOf(body, 'questions'), 'consent');
  return [
    {
      title: { fr: 'Sources et témoins', en: 'Sources and witnesses' },
      rows: [
        row(
          'Identifiables par ce qui est remis',
          'Can be identified from what is handed over',
          yesOrNo(identifiable),
        ),
        row('Plan de protection', 'Protection plan', said(protectionPlan)),
        row(
          'Consentement et confidentialité respectés',
          'Consent and confidentiality respected',
          yesOrNo(answer === 'YES'),
          said(basis),
        ),
      ],
    },
  ];
}

/** D6, GATE-9. */
export function partOfOriginators(body: JsonObject): readonly FormPart[] {
  if (!Array.isArray(body.originators)) return [];
  const listed = objectsOf(body.originators).map(({ originator, consent, basis }) =>
    row(
      textOf(originator),
      textOf(originator),
      joined([coded(originatorConsents, consent), asWritten(textOf(basis))], ', '),
    ),
  );
  const none = row('Accord requis', 'Consent needed', {
    fr: "D'aucune autorité d'origine",
    en: 'Of no originator',
  });
  return [
    {
      title: { fr: "Autorités d'origine et leur accord", en: 'Originators and their consent' },
      rows: listed.length === 0 ? [none] : listed,
    },
  ];
}

/** D6: personal data of people who have no part in it. */
export function partOfThirdPersons(body: JsonObject): readonly FormPart[] {
  if (!isJsonObject(body.thirdPersons ?? null)) return [];
  const { present, whose, treatment } = memberOf(body, 'thirdPersons');
  return [
    {
      title: { fr: 'Données personnelles de tiers', en: 'Personal data of third persons' },
      rows: [
        row('Présentes', 'Present', yesOrNo(present)),
        row('De qui, et lesquelles', 'Whose, and which', said(whose)),
        row('Traitement réservé', 'What is done about them', said(treatment)),
      ],
    },
  ];
}

/** D6: the level before and after. */
export function partOfClassification(body: JsonObject): readonly FormPart[] {
  if (!isJsonObject(body.classification ?? null)) return [];
  const { now, after, downgraded } = memberOf(body, 'classification');
  const { by, date } = isJsonObject(downgraded ?? null) ? (downgraded as JsonObject) : {};
  return [
    {
      title: { fr: 'Classification', en: 'Classification' },
      rows: [
        row('Actuelle', 'Now', coded(classificationLevels, now)),
        row('Après la remise', 'After the release', coded(classificationLevels, after)),
        row('Déclassement', 'Downgrading', by === undefined ? nothing : joined([said(by), day(date)], ', ')),
      ],
    },
  ];
}
