import type { Refusal } from '../../refusal.js';
import { sealStatusLabels } from '../../vocabulary/seals.js';
import { transitStageWords } from '../../vocabulary/states.js';
import { inWords, quantityTold } from '../../vocabulary/told.js';

/** What a manifest lists is what is at hand, as the record has it (GATE-11). */
export const manifestRefusals = {
  'transfer.items-not-all': {
    gate: null,
    source: 'domain.md (b), L2',
    message: {
      en: '{count} item(s) of the consignment are not listed: {missing}. A consignment does not split without a new manifest.',
      fr: "{count} pièce(s) de l'envoi ne figurent pas : {missing}. Un envoi ne se divise pas sans nouveau bordereau.",
    },
    missing: {
      en: 'Every item still in the consignment; or its refusal or receipt before.',
      fr: "Toutes les pièces restant dans l'envoi ; ou leur refus ou réception préalable.",
    },
    provider: ['AUTHOR'],
  },
  'transfer.item-in-transfer': {
    gate: null,
    source: 'GATE-12',
    message: {
      en: 'Item {number} is already in transfer {transfer}.',
      fr: 'La pièce {number} est déjà dans le transfert {transfer}.',
    },
    missing: {
      en: 'Its receipt, refusal or recall there.',
      fr: 'Sa réception, son refus ou son retrait dans ce transfert.',
    },
    provider: ['GIVER', 'RECEIVER'],
  },
  'transfer.package-split': {
    gate: null,
    source: 'RQ-24, E14',
    message: {
      en: 'Unbroken seal {seal} closes on {count} items and the act lists {listed} of them.',
      fr: "Le scellé intact {seal} ferme sur {count} pièces et l'acte n'en cite que {listed}.",
    },
    missing: {
      en: 'Every item under the seal; or its opening, with authority, first.',
      fr: "Toutes les pièces sous ce scellé ; ou d'abord son ouverture, sur autorisation.",
    },
    provider: ['AUTHOR'],
  },
  'transfer.package-passed-on-apart': {
    gate: null,
    source: 'RQ-24, E14, E19',
    edition: 7,
    message: {
      en: 'Unbroken seal {seal} closes on {count} items, of which only {listed} are passed on.',
      fr: 'Le scellé intact {seal} ferme sur {count} pièces, dont seulement {listed} sont remises au convoyeur suivant.',
    },
    missing: {
      en: 'Every item under the seal; or its opening, with authority, first.',
      fr: "Toutes les pièces sous ce scellé ; ou d'abord son ouverture, sur autorisation.",
    },
    provider: ['AUTHOR'],
  },
  'transfer.item-not-in-transfer': {
    gate: null,
    source: 'D4',
    message: {
      en: 'Item {number} is not in this transfer.',
      fr: "La pièce {number} n'est pas dans ce transfert.",
    },
    missing: { en: 'Only items of the manifest.', fr: 'Uniquement des pièces du bordereau.' },
    provider: ['AUTHOR'],
  },
  'transfer.item-stage': {
    gate: null,
    source: 'E17-E21',
    message: {
      en: 'Item {number} is at stage {stage} of the transfer; the act needs {expected}.',
      fr: "La pièce {number} est au stade {stage} du transfert ; l'acte exige {expected}.",
    },
    missing: { en: 'An item at stage {expected}.', fr: 'Une pièce au stade {expected}.' },
    provider: ['AUTHOR'],
    told: { stage: inWords(transitStageWords), expected: inWords(transitStageWords) },
  },
  'transfer.item-unaccounted': {
    gate: null,
    source: 'domain.md C.1',
    message: { en: 'Item {number} is UNACCOUNTED.', fr: 'La pièce {number} est introuvable (UNACCOUNTED).' },
    missing: {
      en: 'The closure of its discrepancy with the item found.',
      fr: "La clôture de l'anomalie constatant que la pièce est retrouvée.",
    },
    provider: ['AUD', 'CUSTODIAN'],
  },
  'transfer.quantity-not-of-record': {
    gate: 'GATE-11',
    source: 'D4, GATE-11',
    message: {
      en: 'The manifest says {stated} of item {number}; the record says {recorded}.',
      fr: 'Le bordereau indique {stated} pour la pièce {number} ; la fiche indique {recorded}.',
    },
    missing: {
      en: 'The quantity of the record; what differs is a discrepancy.',
      fr: 'La quantité de la fiche ; un écart fait l’objet d’une anomalie.',
    },
    provider: ['GIVER'],
    told: { stated: quantityTold, recorded: quantityTold },
  },
  'transfer.package-not-of-record': {
    gate: null,
    source: 'D4',
    message: {
      en: 'The manifest names another package for item {number} than the record.',
      fr: 'Le bordereau cite pour la pièce {number} un autre colis que la fiche.',
    },
    missing: { en: 'The package of the record, or null.', fr: 'Le colis de la fiche, ou null.' },
    provider: ['GIVER'],
  },
  'transfer.seal-not-of-record': {
    gate: null,
    source: 'D4',
    message: {
      en: 'The seal {stated} of item {number} is not that of the record, {recorded}.',
      fr: "Le scellé {stated} de la pièce {number} n'est pas celui de la fiche, {recorded}.",
    },
    missing: {
      en: 'The seal of the record, or null where it has none.',
      fr: "Le scellé de la fiche, ou null en l'absence de scellé.",
    },
    provider: ['GIVER'],
  },
  'transfer.not-sealed': {
    gate: null,
    source: 'E17, RQ-24',
    message: {
      en: 'Item {number} travels without an unbroken seal ({status}) and no exception is stated.',
      fr: "La pièce {number} voyage sans scellé intact ({status}) et aucune exception n'est indiquée.",
    },
    missing: {
      en: 'An unbroken seal, or sealException with its reason.',
      fr: 'Un scellé intact, ou sealException avec sa raison.',
    },
    provider: ['GIVER'],
    told: { status: inWords(sealStatusLabels) },
  },
  'transfer.hazard-not-flagged': {
    gate: 'GATE-2',
    source: 'D4',
    message: {
      en: 'Item {number} is dangerous by its record and bears no hazard flag.',
      fr: 'La pièce {number} est dangereuse selon sa fiche et ne porte pas de mention de danger.',
    },
    missing: {
      en: 'The hazard in words on the line of the manifest.',
      fr: 'Le danger, en clair, sur la ligne du bordereau.',
    },
    provider: ['GIVER', 'EOD'],
  },
  'transfer.certificate-not-listed': {
    gate: 'GATE-2',
    source: 'D4',
    message: {
      en: 'The certificate {certificate} of item {number} is not on the manifest.',
      fr: 'Le certificat {certificate} de la pièce {number} ne figure pas au bordereau.',
    },
    missing: {
      en: 'The certificate on the line of the manifest.',
      fr: 'Le certificat sur la ligne du bordereau.',
    },
    provider: ['GIVER'],
  },
  'transfer.dangerous-goods-undeclared': {
    gate: 'GATE-2',
    source: 'D4, GATE-2',
    message: {
      en: 'Item {number} is class 1 goods and travels without a dangerous-goods declaration.',
      fr: 'La pièce {number} relève de la classe 1 et voyage sans déclaration de marchandises dangereuses.',
    },
    missing: { en: 'The reference of the declaration.', fr: 'La référence de la déclaration.' },
    provider: ['GIVER', 'EOD'],
  },
} as const satisfies Record<string, Refusal>;
