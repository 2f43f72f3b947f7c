import { examinationLevels, leadSources, reportLanguages } from '../../../custody/vocabulary/laboratory.js';
import { confidences } from '../../../custody/vocabulary/marks.js';
import { classificationLevels } from '../../../custody/vocabulary/sensitivity.js';
import type { ActRead } from '../contents-reading.js';
import { dayOf, type Fact, fact, joined, labelled, Members } from './fact.js';
import { lastOf } from './release-facts.js';

/** An examination: what was asked, each version of each report, leads. What was found stands with each item. */
export function examinationFacts(acts: readonly ActRead[]): readonly Fact[] {
  const asked = lastOf(acts, 'examination.requested');
  const accepted = lastOf(acts, 'examination.accepted');
  return [
    ...fact('Level', 'Niveau', asked?.text('level', examinationLevels) ?? null),
    ...fact('Circumstances', 'Circonstances', asked?.text('circumstances') ?? null),
    ...fact('Result due on', 'Résultat attendu le', dayOf(asked?.raw('due'))),
    ...fact('Number at the laboratory', 'Numéro au laboratoire', accepted?.text('laboratoryNumber') ?? null),
    ...acts.flatMap(reportFacts),
    ...acts.flatMap(leadFacts),
  ];
}

const reportTypes: readonly string[] = ['examination.result-issued', 'examination.result-amended'];

/** Every version stays beside the newer (RQ-54). */
function reportFacts(act: ActRead): readonly Fact[] {
  if (!reportTypes.includes(act.event.type)) return [];
  const report = Members.of(act);
  const number = report.text('report');
  const version = report.text('version');
  return fact(
    `Report ${number?.en ?? ''}, version ${version?.en ?? ''}`,
    `Rapport ${number?.fr ?? ''}, version ${version?.fr ?? ''}`,
    labelled('summary', 'synthèse', report.text('summary')),
    labelled('written in', 'rédigé en', joined(', ', ...report.texts('languages', reportLanguages))),
    labelled('quality system', 'système qualité', report.text('quality')),
    labelled(
      'classification',
      'classification',
      report.within('classification').text('level', classificationLevels),
    ),
    labelled(
      'construction of the device in detail',
      "construction détaillée de l'engin",
      report.text('deviceDetail'),
    ),
  );
}

/** A hit on a list is a lead with its source and how sure it is, and never a result. */
function leadFacts(act: ActRead): readonly Fact[] {
  if (act.event.type !== 'examination.lead-recorded') return [];
  const lead = Members.of(act);
  return fact(
    'Lead, no result',
    'Piste, et non résultat',
    labelled('what it says', 'teneur', lead.text('statement')),
    labelled('source', 'source', lead.text('source', leadSources)),
    labelled('list', 'liste', lead.text('list')),
    labelled('State or body that issued it', "État ou organisme d'émission", lead.text('issuedBy')),
    labelled('confidence', 'degré de confiance', lead.text('confidence', confidences)),
  );
}
