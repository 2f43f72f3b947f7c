import type { Refusal } from '../../refusal.js';

/** How the reports of an examination are classified, and what does not loosen it (E56, GATE-9). */
export const examinationClassificationRefusals = {
  'examination.nothing-to-classify': {
    gate: null,
    source: 'E56, V6',
    message: {
      en: 'Nothing of the request {number} was reported yet: there is no report to classify.',
      fr: "Rien de la demande {number} n'a encore fait l'objet d'un rapport : il n'y a rien à classifier.",
    },
    missing: { en: 'First, examination.result-issued.', fr: "D'abord, examination.result-issued." },
    provider: ['LABX'],
  },
  'examination.loosened-by-report': {
    gate: 'GATE-9',
    source: 'GATE-9, V6, E34',
    edition: 5,
    message: {
      en: 'What was reported before is under a limit of its originator, {originator}: a version of a report does not loosen it.',
      fr: "Ce qui a été rapporté auparavant est soumis à une restriction de son autorité d'origine, {originator} : une version d'un rapport ne l'assouplit pas.",
    },
    missing: {
      en: "The former classification in the report; or, first, examination.classified with the originator's consent as a file.",
      fr: "La classification antérieure dans le rapport ; ou, d'abord, examination.classified portant l'accord de l'autorité d'origine en fichier.",
    },
    provider: ['AUTHOR', 'LEG'],
  },
} as const satisfies Record<string, Refusal>;
