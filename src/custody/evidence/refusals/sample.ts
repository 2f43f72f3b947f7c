import type { Refusal } from '../../refusal.js';
import { quantityTold } from '../../vocabulary/told.js';

/** What is taken from an item in an examination, and what is used up of it. */
export const sampleRefusals = {
  'evidence.sampled-without-examination': {
    gate: null,
    source: 'RQ-02, domain.md (b), L3',
    message: {
      en: 'Item {number} was not accepted for this examination: a laboratory takes nothing from it.',
      fr: "La pièce {number} n'a pas été acceptée pour cet examen : le laboratoire n'y prélève rien.",
    },
    missing: {
      en: 'An examination that was requested and accepted for this item.',
      fr: 'Un examen demandé et accepté pour cette pièce.',
    },
    provider: ['CASE', 'LABR'],
  },
  'evidence.obtained-differs': {
    gate: null,
    source: 'RQ-02',
    message: {
      en: 'Item {number} names another examination than the act by which it was taken.',
      fr: "La pièce {number} cite un autre examen que l'acte de prélèvement.",
    },
    missing: { en: 'The same examination in both.', fr: 'Le même examen dans les deux.' },
    provider: ['AUTHOR'],
  },
  'evidence.consumed-beyond-approval': {
    gate: null,
    source: 'E32, RQ-52',
    message: {
      en: 'Of item {number}, {sum} in all would be used up; {atMost} were approved.',
      fr: 'Sur la pièce {number}, {sum} au total seraient consommés ; {atMost} ont été approuvés.',
    },
    missing: { en: 'Less; or another approval.', fr: 'Moins ; ou une nouvelle approbation.' },
    provider: ['LEG', 'CASE', 'LABV'],
  },
  'evidence.consumed-not-stated': {
    gate: 'GATE-11',
    source: 'GATE-11',
    message: {
      en: 'How much of item {number} was used up, and how much is left, is not stated.',
      fr: 'La quantité consommée de la pièce {number}, et ce qui en reste, ne sont pas précisés.',
    },
    missing: { en: 'Both amounts.', fr: 'Les deux quantités.' },
    provider: ['AUTHOR'],
  },
  'evidence.consumed-unbalanced': {
    gate: 'GATE-11',
    source: 'GATE-11, E53',
    message: {
      en: 'What was used up of item {number} and what is left ({sum}) do not come to {recorded}.',
      fr: 'Ce qui a été consommé de la pièce {number} et ce qui reste ({sum}) ne totalisent pas {recorded}.',
    },
    missing: { en: 'Amounts that balance.', fr: 'Des quantités qui s’équilibrent.' },
    provider: ['AUTHOR'],
    told: { recorded: quantityTold },
  },
  'evidence.residue-not-told': {
    gate: null,
    source: 'RQ-55',
    message: {
      en: 'Of item {number}, residues and containers are kept as items, or it is said why there are none.',
      fr: "De la pièce {number}, les résidus et contenants sont conservés comme pièces, ou il est dit pourquoi il n'y en a pas.",
    },
    missing: { en: 'residues, or withoutResidue.', fr: 'residues ou withoutResidue.' },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
