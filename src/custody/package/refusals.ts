import type { Refusal } from '../refusal.js';
import { sealStatusLabels, sealTypes } from '../vocabulary/seals.js';
import { physicalStateWords } from '../vocabulary/states.js';
import { inWords, inWordsAndCode } from '../vocabulary/told.js';

export const packageRefusals = {
  'package.seal-not-in-stock': {
    gate: null,
    source: 'D3',
    message: {
      en: 'The seal {number} is not of the stock named.',
      fr: "Le scellé {number} n'est pas du stock cité.",
    },
    missing: { en: 'A seal of an issued stock.', fr: 'Un scellé provenant d’un stock remis.' },
    provider: ['AUTHOR', 'SEC', 'HQC'],
  },
  'package.seal-withdrawn': {
    gate: null,
    source: 'D3, V8',
    message: {
      en: 'The seal {number} was reported as {status}: it may not be used.',
      fr: 'Le scellé {number} a été signalé comme {status} : il ne peut pas servir.',
    },
    missing: { en: 'Another seal of the stock.', fr: 'Un autre scellé du stock.' },
    provider: ['AUTHOR'],
    told: { status: inWords(sealStatusLabels) },
  },
  'package.seal-not-issued-to-sealer': {
    gate: null,
    source: 'D3',
    message: {
      en: 'The seal {number} was issued to another officer than the one who seals.',
      fr: "Le scellé {number} a été remis à un autre officier que celui qui l'appose.",
    },
    missing: {
      en: 'A seal issued to the sealer, or the signature of its holder.',
      fr: "Un scellé remis à celui qui l'appose, ou la signature de son détenteur.",
    },
    provider: ['AUTHOR', 'SEC', 'HQC'],
  },
  'package.seal-type-differs': {
    gate: null,
    source: 'D3',
    message: {
      en: 'The seal is said to be of type {type}; its stock holds type {issued}.',
      fr: 'Le scellé serait de type {type} ; son stock est de type {issued}.',
    },
    missing: { en: 'The type of the stock.', fr: 'Le type du stock.' },
    provider: ['AUTHOR'],
    told: { type: inWordsAndCode(sealTypes), issued: inWordsAndCode(sealTypes) },
  },
  'package.open-already': {
    gate: null,
    source: 'E24',
    message: {
      en: 'The package stands open: the seal {number} was opened before.',
      fr: 'Le colis est déjà ouvert : le scellé {number} a été ouvert auparavant.',
    },
    missing: { en: 'A package under seal.', fr: 'Un colis sous scellé.' },
    provider: ['AUTHOR'],
  },
  'package.not-open': {
    gate: null,
    source: 'E24, E25, RQ-30',
    message: {
      en: 'The package is under the unbroken seal {number}: it is opened before it is sealed again.',
      fr: "Le colis est sous le scellé intact {number} : il s'ouvre avant d'être scellé à nouveau.",
    },
    missing: {
      en: 'package.opened with its authority, or package.found-damaged.',
      fr: 'package.opened avec son autorité, ou package.found-damaged.',
    },
    provider: ['CUSTODIAN'],
  },
  'package.seal-differs': {
    gate: null,
    source: 'RQ-30',
    message: {
      en: 'The act names the seal {named}; the package is recorded under {number}.',
      fr: "L'acte cite le scellé {named} ; le colis est inscrit sous {number}.",
    },
    missing: {
      en: 'The recorded number; where the object bears another, package.found-damaged says so.',
      fr: 'Le numéro inscrit ; si l’objet en porte un autre, package.found-damaged le constate.',
    },
    provider: ['AUTHOR'],
  },
  'package.seal-state-differs': {
    gate: null,
    source: 'RQ-31',
    message: {
      en: 'The seal {number} is said to be {found}, and is recorded as {recorded}.',
      fr: 'Le scellé {number} serait {found}, alors qu’il est inscrit comme {recorded}.',
    },
    missing: {
      en: 'The recorded state, or package.found-damaged before the opening.',
      fr: "L'état inscrit, ou package.found-damaged avant l'ouverture.",
    },
    provider: ['AUTHOR', 'WITNESS'],
    told: { found: inWords(sealStatusLabels), recorded: inWords(sealStatusLabels) },
  },
  'package.opened-through-seal': {
    gate: null,
    source: 'E24',
    message: {
      en: 'The package was opened through its old seal, with no reason given.',
      fr: "Le colis a été ouvert à travers l'ancien scellé, sans motif indiqué.",
    },
    missing: {
      en: 'An opening away from the seal, or whyThroughSeal.',
      fr: 'Une ouverture à distance du scellé, ou whyThroughSeal.',
    },
    provider: ['AUTHOR'],
  },
  'package.contents-differ': {
    gate: null,
    source: 'log-format section 10, RQ-31',
    message: {
      en: 'The act concerns every item of the package and no other. Not listed: {missing}. Not inside: {foreign}.',
      fr: "L'acte concerne toutes les pièces du colis et aucune autre. Non citées : {missing}. Non contenues : {foreign}.",
    },
    missing: {
      en: 'One event for each item recorded inside.',
      fr: 'Un acte pour chaque pièce inscrite comme contenue.',
    },
    provider: ['AUTHOR'],
  },
  'package.damage-not-explained': {
    gate: null,
    source: 'E26, V8',
    message: {
      en: 'The damage is said to be explained; the explanation is missing.',
      fr: "L'altération est dite expliquée ; l'explication manque.",
    },
    missing: { en: 'explanation, or DAMAGED_UNEXPLAINED.', fr: 'explanation, ou DAMAGED_UNEXPLAINED.' },
    provider: ['AUTHOR'],
  },
  'package.number-not-read': {
    gate: null,
    source: 'E26, V8',
    message: {
      en: 'The seal is said to bear another number; which one is missing.',
      fr: 'Le scellé porterait un autre numéro ; lequel n’est pas indiqué.',
    },
    missing: { en: 'numberRead: the number as read.', fr: 'numberRead : le numéro lu.' },
    provider: ['AUTHOR'],
  },
  'package.time-reversal': {
    gate: 'GATE-12',
    source: 'GATE-12',
    message: {
      en: 'The act is said to have happened at {at}, before the previous act on the package at {previous}.',
      fr: "L'acte aurait eu lieu le {at}, avant l'acte précédent sur le colis ({previous}).",
    },
    missing: {
      en: 'A time not before the previous act.',
      fr: "Une heure qui ne précède pas l'acte précédent.",
    },
    provider: ['AUTHOR'],
  },
  'package.item-differs': {
    gate: null,
    source: 'design section 4',
    message: {
      en: "The item's event does not repeat what the act on the package says of the seal {number}.",
      fr: "L'acte de la pièce ne reprend pas ce que l'acte du colis dit du scellé {number}.",
    },
    missing: {
      en: 'The same package, seal number, state and authority as the act.',
      fr: "Les mêmes colis, numéro, état et autorité que l'acte.",
    },
    provider: ['AUTHOR'],
  },
  'package.not-custodian': {
    gate: null,
    source: 'domain.md (b); design section 4',
    message: {
      en: 'Officer {officer} is not the custodian of item {number}: without him its package is neither sealed nor opened.',
      fr: "L'officier {officer} n'est pas le dépositaire de la pièce {number} : sans lui, son colis n'est ni scellé ni ouvert.",
    },
    missing: {
      en: "The custodian's signature, or his countersignature as custodian; one custodian for all items.",
      fr: 'La signature du dépositaire, ou son contreseing en qualité de custodian ; un seul dépositaire pour toutes les pièces.',
    },
    provider: ['CUSTODIAN'],
  },
  'package.item-not-at-hand': {
    gate: null,
    source: 'domain.md C.1',
    message: {
      en: 'Item {number} is {physical}: it is in nobody’s hands here.',
      fr: "La pièce {number} est {physical} : elle n'est pas entre nos mains.",
    },
    missing: { en: 'An item collected and held.', fr: 'Une pièce prélevée et détenue.' },
    provider: ['CUSTODIAN'],
    told: { physical: inWords(physicalStateWords) },
  },
  'package.item-in-transfer': {
    gate: null,
    source: 'domain.md (b), L2',
    message: {
      en: 'Item {number} is on the manifest of transfer {transfer}: its seal stays as the manifest says.',
      fr: 'La pièce {number} figure au bordereau du transfert {transfer} : son scellé reste tel qu’indiqué.',
    },
    missing: {
      en: 'The receipt, refusal or recall of the transfer; only safety opens before.',
      fr: 'La réception, le refus ou le rappel du transfert ; seule la sécurité permet d’ouvrir avant.',
    },
    provider: ['GIVER', 'RECEIVER', 'EOD'],
  },
  'package.item-under-seal': {
    gate: null,
    source: 'RQ-30',
    message: {
      en: 'Item {number} is recorded under seal {seal}, which nobody opened on record: it cannot go into a package.',
      fr: 'La pièce {number} est inscrite sous le scellé {seal}, que nul n’a ouvert par un acte : elle ne peut entrer dans un colis.',
    },
    missing: {
      en: 'The opening of that seal (package.opened).',
      fr: "L'ouverture de ce scellé (package.opened).",
    },
    provider: ['CUSTODIAN'],
  },
  'package.items-in-two-transfers': {
    gate: null,
    source: 'RQ-24, domain.md (b), L2',
    message: {
      en: 'The items are not all in one transfer, or all in none: one seal would close on two consignments.',
      fr: 'Les pièces ne sont pas toutes dans un même transfert, ou toutes hors transfert : un scellé fermerait sur deux envois.',
    },
    missing: {
      en: 'Only items that travel together.',
      fr: 'Uniquement des pièces qui voyagent ensemble.',
    },
    provider: ['CUSTODIAN'],
  },
  'package.item-not-inside': {
    gate: null,
    source: 'RQ-30',
    message: {
      en: 'Item {number} is not recorded under the seal {seal} of this package.',
      fr: "La pièce {number} n'est pas inscrite sous le scellé {seal} de ce colis.",
    },
    missing: {
      en: 'The package and seal the item is recorded under.',
      fr: 'Le colis et le scellé sous lesquels la pièce est inscrite.',
    },
    provider: ['AUTHOR'],
  },
  'package.safety-not-assessed': {
    gate: null,
    source: 'E11 before E14',
    message: {
      en: 'Item {number} may hold explosive and nobody has assessed it: it is not packed.',
      fr: "La pièce {number} peut contenir de l'explosif et n'a pas été évaluée : elle ne s'emballe pas.",
    },
    missing: { en: 'A safety assessment (E11).', fr: 'Une évaluation de sécurité (E11).' },
    provider: ['EOD'],
  },
  'package.item-hazardous': {
    gate: null,
    source: 'E11; domain.md C.2',
    message: {
      en: 'Item {number} is hazardous and must not be moved: it is not packed.',
      fr: "La pièce {number} est dangereuse et ne doit pas être déplacée : elle ne s'emballe pas.",
    },
    missing: { en: 'Another finding by EOD.', fr: 'Un autre constat NEDEX.' },
    provider: ['EOD'],
  },
  'package.firearm-not-cleared': {
    gate: 'GATE-3',
    source: 'GATE-3, RQ-42',
    message: {
      en: 'Firearm {number} has not been cleared by two persons: it is not packed.',
      fr: "L'arme à feu {number} n'a pas été mise en sécurité par deux personnes : elle ne s'emballe pas.",
    },
    missing: { en: 'Weapon cleared (E13).', fr: 'Mise en sécurité de l’arme (E13).' },
    provider: ['EOD', 'WIT', 'SECOND_OFFICER'],
  },
  'package.firearm-and-ammunition': {
    gate: 'GATE-3',
    source: 'GATE-3, RQ-42',
    message: {
      en: 'Item {number} does not go into a package that holds {holds}: firearms and ammunition are packed apart.',
      fr: "La pièce {number} n'entre pas dans un colis contenant {holds} : armes et munitions sont emballées à part.",
    },
    missing: {
      en: 'A package of its own kind: FIREARMS or AMMUNITION.',
      fr: 'Un colis de sa nature : FIREARMS ou AMMUNITION.',
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
