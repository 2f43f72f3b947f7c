import type { Refusal } from '../../refusal.js';
import { discrepancyOutcomes } from '../../vocabulary/discrepancies.js';
import { inWords, inWordsAndCode } from '../../vocabulary/told.js';

/** A discrepancy is explained and closed, never by a custodian concerned (RQ-73). */
export const closingRefusals = {
  'discrepancy.explained-by-custodian': {
    gate: null,
    source: 'RQ-73',
    edition: 2,
    message: {
      en: 'Officer {officer} is a custodian concerned: he does not sign the explanation.',
      fr: 'L’officier {officer} est un dépositaire concerné : il ne signe pas l’explication.',
    },
    missing: {
      en: 'The signature of another owner (discrepancy.reassigned).',
      fr: 'La signature d’un autre responsable (discrepancy.reassigned).',
    },
    provider: ['CASE', 'AUD'],
  },
  'discrepancy.closed-already': {
    gate: null,
    source: 'E49',
    message: {
      en: 'The discrepancy is closed, with outcome {outcome}.',
      fr: "L'anomalie est close, avec l'issue {outcome}.",
    },
    missing: {
      en: 'A new discrepancy, where something new came up.',
      fr: 'Une nouvelle anomalie, en cas de fait nouveau.',
    },
    provider: ['AUTHOR'],
    told: { outcome: inWords(discrepancyOutcomes) },
  },
  'discrepancy.not-owner': {
    gate: null,
    source: 'RQ-73',
    message: {
      en: 'The finding is that of the owner, officer {owner}.',
      fr: "Le constat appartient au responsable, l'officier {owner}.",
    },
    missing: {
      en: "The owner's signature, or discrepancy.reassigned.",
      fr: 'La signature du responsable, ou discrepancy.reassigned.',
    },
    provider: ['HQC', 'AUD'],
  },
  'discrepancy.not-explained': {
    gate: null,
    source: 'RQ-73',
    message: {
      en: 'The discrepancy has no finding of its owner, officer {owner}, yet.',
      fr: "L'anomalie n'a pas encore de constat de son responsable, l'officier {owner}.",
    },
    missing: { en: 'discrepancy.explained.', fr: 'Un acte discrepancy.explained.' },
    provider: ['AUTHOR'],
  },
  'discrepancy.signed-by-custodian': {
    gate: null,
    source: 'RQ-73',
    message: {
      en: 'Officer {officer} is a custodian concerned: he does not sign the closure.',
      fr: "L'officier {officer} est un dépositaire concerné : il ne signe pas la clôture.",
    },
    missing: {
      en: 'Two signatures of officers who did not hold what it is about.',
      fr: "Deux signatures d'officiers qui n'en avaient pas la garde.",
    },
    provider: ['SECOND_OFFICER', 'AUD', 'HOM'],
  },
  'discrepancy.items-differ': {
    gate: null,
    source: 'log-format section 10',
    message: {
      en: 'The discrepancy is closed over the items it was opened over: {items}.',
      fr: "L'anomalie se clôt sur les pièces pour lesquelles elle fut ouverte : {items}.",
    },
    missing: { en: 'One event for each of them.', fr: 'Un acte pour chacune.' },
    provider: ['AUTHOR'],
  },
  'discrepancy.not-referred': {
    gate: null,
    source: 'V9',
    message: {
      en: 'Theft is suspected; to whom it is referred is missing.',
      fr: "Un vol est présumé ; l'autorité saisie n'est pas indiquée.",
    },
    missing: { en: 'referredTo.', fr: 'Le champ referredTo.' },
    provider: ['AUTHOR', 'LEG'],
  },
  'discrepancy.not-of-item': {
    gate: null,
    source: 'E49',
    message: {
      en: 'The discrepancy does not stand open on item {number}.',
      fr: "L'anomalie n'est pas ouverte sur la pièce {number}.",
    },
    missing: { en: 'A discrepancy open on the item.', fr: 'Une anomalie ouverte sur la pièce.' },
    provider: ['AUTHOR'],
  },
  'discrepancy.outcome-of-missing-item': {
    gate: null,
    source: 'domain.md C.1',
    message: {
      en: 'Item {number} is missing: {outcome} does not say what became of it.',
      fr: "La pièce {number} est manquante : {outcome} ne dit pas ce qu'il en est advenu.",
    },
    missing: { en: 'FOUND, or a finding of loss.', fr: 'FOUND, ou un constat de perte.' },
    provider: ['AUTHOR'],
    told: { outcome: inWordsAndCode(discrepancyOutcomes) },
  },
  'discrepancy.gap-not-stated': {
    gate: 'GATE-12',
    source: 'GATE-12',
    message: {
      en: 'Item {number} was missing and is found: the gap in its custody is not stated.',
      fr: 'La pièce {number} manquait et est retrouvée : la lacune dans sa garde n’est pas indiquée.',
    },
    missing: {
      en: 'gap: from when, until when, and what is known.',
      fr: 'gap : depuis quand, jusqu’à quand, et ce que l’on sait.',
    },
    provider: ['AUTHOR', 'CUSTODIAN'],
  },
  'discrepancy.gap-not-valid': {
    gate: 'GATE-12',
    source: 'GATE-12',
    message: {
      en: 'The gap of item {number} from {from} until {until} runs backwards, or begins after it was missing ({since}).',
      fr: 'La lacune de la pièce {number}, du {from} au {until}, est inversée ou débute après la disparition ({since}).',
    },
    missing: {
      en: 'A gap that begins no later than the loss was recorded and ends in the past.',
      fr: 'Une lacune débutant au plus tard au constat de disparition et achevée.',
    },
    provider: ['AUTHOR'],
  },
  'discrepancy.quantity-not-valid': {
    gate: 'GATE-11',
    source: 'GATE-11, RQ-73',
    edition: 2,
    message: {
      en: 'What is established as the quantity of item {number} is nothing, or not counted in {unit}.',
      fr: 'La quantité établie pour la pièce {number} est nulle ou non exprimée en {unit}.',
    },
    missing: {
      en: 'A number above zero in the unit of the record; a whole loss is an outcome.',
      fr: "Un nombre supérieur à zéro dans l'unité du registre ; une perte totale est une issue.",
    },
    provider: ['AUTHOR'],
  },
  'discrepancy.time-reversal': {
    gate: 'GATE-12',
    source: 'GATE-12',
    message: {
      en: 'The act is said to have happened at {at}, before the previous act on the discrepancy at {previous}.',
      fr: "L'acte aurait eu lieu le {at}, avant l'acte précédent sur l'anomalie ({previous}).",
    },
    missing: {
      en: 'A time not before the previous act.',
      fr: "Une heure qui ne précède pas l'acte précédent.",
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
