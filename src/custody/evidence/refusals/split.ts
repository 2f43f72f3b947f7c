import type { Refusal } from '../../refusal.js';
import { units } from '../../vocabulary/quantity.js';
import { inWords, quantityTold } from '../../vocabulary/told.js';

/** A lot is divided: parts balance, and repeat what they have from it. */
export const splitRefusals = {
  'evidence.split-unbalanced': {
    gate: 'GATE-11',
    source: 'GATE-11, RQ-03, E15',
    message: {
      en: 'The parts come to {sum}; with the remainder they have to come to {recorded}.',
      fr: 'Les parts totalisent {sum} ; avec le reste, elles doivent totaliser {recorded}.',
    },
    missing: {
      en: 'Amounts and remainder that balance.',
      fr: 'Des quantités et un reste qui s’équilibrent.',
    },
    provider: ['CUSTODIAN'],
    told: { sum: quantityTold, recorded: quantityTold },
  },
  'evidence.split-with-open-discrepancy': {
    gate: null,
    source: 'RQ-73, E15',
    edition: 2,
    message: {
      en: 'Item {number} has an open discrepancy: {discrepancies}. It is not split before that is closed.',
      fr: 'La pièce {number} fait l’objet d’une anomalie ouverte : {discrepancies}. Elle n’est pas divisée avant la clôture.',
    },
    missing: { en: 'discrepancy.closed.', fr: 'Un acte discrepancy.closed.' },
    provider: ['SECOND_OFFICER', 'AUD', 'HOM'],
  },
  'evidence.split-by-other-unit': {
    gate: null,
    source: 'RQ-26, RQ-53, E15',
    edition: 6,
    message: {
      en: 'Item {number} was lent to officer {officer}, who is of no laboratory that took it for an examination: it comes back as it went.',
      fr: "La pièce {number} a été prêtée à l'officier {officer}, qui n'appartient à aucun laboratoire l'ayant reçue pour examen : elle est rendue telle quelle.",
    },
    missing: {
      en: 'The item returned, or an examiner of the laboratory that took it.',
      fr: "Le retour de la pièce, ou un examinateur du laboratoire qui l'a reçue.",
    },
    provider: ['LABX', 'CUSTODIAN'],
  },
  'evidence.split-not-stated': {
    gate: 'GATE-11',
    source: 'GATE-11, RQ-03',
    message: {
      en: 'The item has a stated amount: so have every part and the remainder.',
      fr: 'La quantité de la pièce est indiquée : celle de chaque part et du reste doit l’être aussi.',
    },
    missing: {
      en: 'An amount for every part and for the remainder.',
      fr: 'Une quantité pour chaque part et pour le reste.',
    },
    provider: ['CUSTODIAN'],
  },
  'evidence.split-unit': {
    gate: 'GATE-11',
    source: 'GATE-11',
    message: {
      en: 'Part {number} is counted in {unit}, the item in {recorded}.',
      fr: 'La part {number} est comptée en {unit}, la pièce en {recorded}.',
    },
    missing: {
      en: 'One unit for the item and its parts.',
      fr: 'Une seule unité pour la pièce et ses parts.',
    },
    provider: ['CUSTODIAN'],
    told: { unit: inWords(units), recorded: inWords(units) },
  },
  'evidence.not-a-lot': {
    gate: null,
    source: 'RQ-03, V3',
    message: {
      en: 'Item {number} is no lot: it cannot be split into parts of a count.',
      fr: 'La pièce {number} n’est pas un lot : elle ne se divise pas en parts comptées.',
    },
    missing: {
      en: 'A sample or component registered as derived from it.',
      fr: 'Un prélèvement ou composant enregistré comme dérivé.',
    },
    provider: ['CUSTODIAN'],
  },
  'evidence.derived-differs': {
    gate: null,
    source: 'RQ-02, E15',
    message: {
      en: 'Part {number} does not repeat what it has from its parent: {members}.',
      fr: 'La part {number} ne reprend pas ce qu’elle tient de sa pièce mère : {members}.',
    },
    missing: { en: "The parent's values.", fr: 'Les valeurs de la pièce mère.' },
    provider: ['AUTHOR'],
  },
  'evidence.derived-parent': {
    gate: null,
    source: 'RQ-02',
    message: {
      en: 'The part names another parent than the item that is split.',
      fr: 'La part nomme une autre pièce mère que la pièce divisée.',
    },
    missing: { en: 'The item that is split, as parent.', fr: 'La pièce divisée, comme pièce mère.' },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
