import type { Refusal } from '../../refusal.js';
import { examTypes } from '../../vocabulary/laboratory.js';
import { inWords } from '../../vocabulary/told.js';

/** What is approved beforehand, and what goes beyond one item: leads and comparisons from case to case. */
export const comparisonRefusals = {
  'examination.approval-too-late': {
    gate: null,
    source: 'E32, RQ-52',
    message: {
      en: 'Of item {number}, {exam} is not waited for: it was made, given up or never asked for.',
      fr: "Pour la pièce {number}, l'examen {exam} n'est pas attendu : pratiqué, abandonné ou jamais demandé.",
    },
    missing: {
      en: 'An examination that is asked for and was not made yet: one approves beforehand.',
      fr: "Un examen demandé et non encore pratiqué : l'approbation est préalable.",
    },
    provider: ['CASE', 'LEG'],
    told: { exam: inWords(examTypes) },
  },
  'examination.warrant-of-no-state': {
    gate: null,
    source: 'V7',
    message: {
      en: 'A warrant is of a State: which one issued it is not said.',
      fr: "Un mandat émane d'un État : lequel l'a émis n'est pas dit.",
    },
    missing: { en: 'The State that issued the warrant.', fr: "L'État ayant émis le mandat." },
    provider: ['AUTHOR'],
  },
  'examination.trace-unknown': {
    gate: null,
    source: 'V7',
    message: {
      en: 'No report names {trace} on item {number}.',
      fr: 'Aucun rapport ne relève {trace} sur la pièce {number}.',
    },
    missing: {
      en: 'A trace by its reference in a report; or a mark as it was read.',
      fr: 'Une trace par sa référence dans un rapport ; ou un marquage tel que lu.',
    },
    provider: ['LABX'],
  },
  'examination.match-of-one': {
    gate: null,
    source: 'V7',
    message: {
      en: 'A comparison from case to case is over items of two lines at least: these come from one.',
      fr: 'Un rapprochement porte sur des pièces de deux origines au moins : celles-ci n’en ont qu’une.',
    },
    missing: { en: 'An item of another line.', fr: "Une pièce d'une autre origine." },
    provider: ['AUTHOR'],
  },
  'examination.match-differs': {
    gate: null,
    source: 'V7, log-format section 10',
    message: {
      en: 'Item {number} names other items than those of the comparison.',
      fr: 'La pièce {number} cite d’autres pièces que celles du rapprochement.',
    },
    missing: { en: 'All other items of the act.', fr: "Toutes les autres pièces de l'acte." },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
