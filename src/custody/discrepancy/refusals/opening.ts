import type { Refusal } from '../../refusal.js';
import { discrepancyKinds } from '../../vocabulary/discrepancies.js';
import { physicalStateWords } from '../../vocabulary/states.js';
import { inWords, inWordsAndCode } from '../../vocabulary/told.js';

/** A discrepancy is opened and answered for (E49). */
export const openingRefusals = {
  'discrepancy.concerns-nothing': {
    gate: null,
    source: 'E49, V9',
    message: {
      en: 'The discrepancy concerns no item, package, seal or transfer.',
      fr: "L'anomalie ne concerne ni pièce, ni colis, ni scellé, ni transfert.",
    },
    missing: { en: 'What it concerns.', fr: "Ce qu'elle concerne." },
    provider: ['AUTHOR'],
  },
  'discrepancy.custodians-missing': {
    gate: null,
    source: 'RQ-73',
    message: {
      en: 'The discrepancy names nobody who answers for what it concerns.',
      fr: "L'anomalie ne nomme personne qui réponde de ce qu'elle concerne.",
    },
    missing: {
      en: 'Custodians of the package or of the transfer, or the holder of the seal.',
      fr: 'Les dépositaires du colis ou du transfert, ou le détenteur du scellé.',
    },
    provider: ['AUTHOR'],
  },
  'discrepancy.deadline': {
    gate: null,
    source: 'RQ-73',
    message: {
      en: 'The deadline {deadline} is not within the {days} days the SOP gives.',
      fr: "L'échéance {deadline} n'est pas dans les {days} jours que donne la procédure.",
    },
    missing: {
      en: 'A deadline after the facts and within {days} days.',
      fr: 'Une échéance postérieure aux faits et dans les {days} jours.',
    },
    provider: ['AUTHOR'],
  },
  'discrepancy.owner-without-role': {
    gate: null,
    source: 'RQ-73, SD-8',
    message: {
      en: 'Officer {owner} holds no role in force: he cannot answer for the inquiry.',
      fr: "L'officier {owner} ne détient aucun rôle en vigueur : il ne peut répondre de l'enquête.",
    },
    missing: { en: 'An owner who is in office.', fr: 'Un responsable en fonction.' },
    provider: ['AUTHOR', 'REG'],
  },
  'discrepancy.item-differs': {
    gate: null,
    source: 'design section 4',
    message: {
      en: "The item's event does not repeat the kind {kind} of the discrepancy.",
      fr: "L'acte de la pièce ne reprend pas la nature {kind} de l'anomalie.",
    },
    missing: { en: 'The same kind in both.', fr: 'La même nature dans les deux.' },
    provider: ['AUTHOR'],
    told: { kind: inWordsAndCode(discrepancyKinds) },
  },
  'discrepancy.custodian-not-named': {
    gate: null,
    source: 'RQ-73',
    message: {
      en: 'Officer {officer} is custodian of item {number} and is not among the custodians concerned.',
      fr: "L'officier {officer} est dépositaire de la pièce {number} et ne figure pas parmi les dépositaires concernés.",
    },
    missing: { en: 'His name in custodians.', fr: 'Son inscription dans custodians.' },
    provider: ['AUTHOR'],
  },
  'discrepancy.owner-concerned': {
    gate: null,
    source: 'RQ-73',
    edition: 2,
    message: {
      en: 'Officer {owner} is a custodian concerned: he does not answer for the inquiry.',
      fr: 'L’officier {owner} est un dépositaire concerné : il ne répond pas de l’enquête.',
    },
    missing: {
      en: 'An owner who did not hold what it is about.',
      fr: 'Un responsable qui n’en avait pas la garde.',
    },
    provider: ['AUTHOR', 'CASE', 'AUD'],
  },
  'discrepancy.owner-receives': {
    gate: null,
    source: 'RQ-73',
    edition: 2,
    message: {
      en: 'Officer {owner} is to receive item {number} and will answer for it: he does not answer for the inquiry.',
      fr: 'L’officier {owner} doit recevoir la pièce {number} et en répondra : il ne répond pas de l’enquête.',
    },
    missing: {
      en: 'An owner who stands on no side of the transfer.',
      fr: 'Un responsable étranger au transfert.',
    },
    provider: ['AUTHOR', 'CASE', 'AUD'],
  },
  'discrepancy.transfer-side-not-named': {
    gate: null,
    source: 'RQ-73',
    edition: 2,
    message: {
      en: 'Officer {officer} had item {number} in its transfer and is not among the custodians concerned.',
      fr: 'L’officier {officer} a détenu la pièce {number} au cours de son transfert et ne figure pas parmi les dépositaires concernés.',
    },
    missing: {
      en: 'His name in custodians.',
      fr: 'Son inscription dans custodians.',
    },
    provider: ['AUTHOR'],
  },
  'discrepancy.items-not-all': {
    gate: null,
    source: 'RQ-73',
    edition: 2,
    message: {
      en: 'What the discrepancy is about holds items that it does not list: {missing}.',
      fr: 'Ce que vise l’anomalie contient des pièces qu’elle ne cite pas : {missing}.',
    },
    missing: {
      en: 'One event for each of them, so that it shows on the item.',
      fr: 'Un acte pour chacune, afin que la pièce en porte mention.',
    },
    provider: ['AUTHOR'],
  },
  'discrepancy.seal-holder-not-named': {
    gate: null,
    source: 'RQ-73',
    edition: 2,
    message: {
      en: 'Seal {sealNumber} was put on a package or container that the discrepancy does not name.',
      fr: 'Le scellé {sealNumber} a été apposé sur un colis ou un conteneur que l’anomalie ne désigne pas.',
    },
    missing: {
      en: 'The package, or the transfer of the container, in concerns.',
      fr: 'Le colis, ou le transfert du conteneur, dans concerns.',
    },
    provider: ['AUTHOR'],
  },
  'discrepancy.kind-not-missing': {
    gate: null,
    source: 'domain.md C.1',
    message: {
      en: 'A discrepancy of kind {kind} does not make an item unaccounted for.',
      fr: 'Une anomalie de nature {kind} ne rend pas une pièce introuvable.',
    },
    missing: { en: 'One of the kinds {allowed}.', fr: 'Une des natures {allowed}.' },
    provider: ['AUTHOR'],
    told: { kind: inWordsAndCode(discrepancyKinds), allowed: inWordsAndCode(discrepancyKinds) },
  },
  'discrepancy.not-in-custody': {
    gate: null,
    source: 'domain.md C.1',
    message: {
      en: 'Item {number} is {physical}: it cannot go missing from our custody.',
      fr: 'La pièce {number} est {physical} : elle ne peut disparaître de notre garde.',
    },
    missing: { en: 'An item in custody.', fr: 'Une pièce sous garde.' },
    provider: ['AUTHOR'],
    told: { physical: inWords(physicalStateWords) },
  },
} as const satisfies Record<string, Refusal>;
