import type { Refusal } from '../../refusal.js';
import { calibres } from '../../vocabulary/calibre.js';
import { materiel, subCategories } from '../../vocabulary/materiel.js';
import { units } from '../../vocabulary/quantity.js';
import { inWords, inWordsAndCode } from '../../vocabulary/told.js';

/** What the record of an item says (D2). */
export const recordRefusals = {
  'evidence.found-later': {
    gate: null,
    source: 'D2, RQ-09',
    message: {
      en: 'The item was documented at {occurred}, before it is said to have been found at {found}.',
      fr: 'La pièce a été documentée le {occurred}, avant sa découverte déclarée du {found}.',
    },
    missing: { en: 'When it was found, or null.', fr: 'La date de la découverte, ou null.' },
    provider: ['AUTHOR'],
  },
  'evidence.number-not-random': {
    gate: null,
    source: 'RQ-01',
    message: {
      en: '{id} is no UUIDv7: the printed number comes from its random bits.',
      fr: "{id} n'est pas un UUIDv7 : le numéro imprimé vient de ses bits aléatoires.",
    },
    missing: { en: 'A new UUIDv7.', fr: 'Un nouvel UUIDv7.' },
    provider: ['AUTHOR'],
  },
  'evidence.sub-category-not-of-category': {
    gate: null,
    source: 'V3',
    message: {
      en: '{subCategory} is no sub-category of {category}.',
      fr: "{subCategory} n'est pas une sous-catégorie de {category}.",
    },
    missing: { en: 'A sub-category of the category.', fr: 'Une sous-catégorie de la catégorie.' },
    provider: ['AUTHOR'],
    told: { subCategory: inWordsAndCode(subCategories), category: inWordsAndCode(materiel) },
  },
  'evidence.human-remains': {
    gate: null,
    source: 'V3',
    message: {
      en: 'Human remains are no item of this register.',
      fr: 'Les restes humains ne sont pas une pièce de ce registre.',
    },
    missing: { en: 'The competent process.', fr: 'La procédure compétente.' },
    provider: ['LEG', 'HR'],
  },
  'evidence.one-by-one': {
    gate: null,
    source: 'RQ-03, V3',
    message: {
      en: '{subCategory} is recorded one by one: one piece an item.',
      fr: '{subCategory} s’enregistre un par un : une pièce par fiche.',
    },
    missing: { en: 'Amount 1, unit PIECE.', fr: 'Quantité 1, unité PIECE.' },
    provider: ['AUTHOR'],
    told: { subCategory: inWordsAndCode(subCategories) },
  },
  'evidence.quantity-zero': {
    gate: null,
    source: 'D2',
    message: { en: 'An item of no amount is no item.', fr: "Une pièce de quantité nulle n'en est pas une." },
    missing: {
      en: 'An amount above zero, or null where it is not stated.',
      fr: 'Une quantité supérieure à zéro, ou null si elle n’est pas indiquée.',
    },
    provider: ['AUTHOR'],
  },
  'evidence.quantity-not-whole': {
    gate: null,
    source: 'D2',
    message: {
      en: '{unit} is counted in whole numbers, not {amount}.',
      fr: '{unit} se compte en nombres entiers, non {amount}.',
    },
    missing: { en: 'A whole number.', fr: 'Un nombre entier.' },
    provider: ['AUTHOR'],
    told: { unit: inWords(units) },
  },
  'evidence.found-as-undetermined': {
    gate: null,
    source: 'RQ-14',
    message: {
      en: 'How {subCategory} came to be there decides what it proves: where it cannot be said, the reason is.',
      fr: "L'origine de {subCategory} détermine ce qu'elle prouve : si elle est indéterminée, il faut dire pourquoi.",
    },
    missing: {
      en: 'How it was found, or in foundAs.text why it cannot be said.',
      fr: "Comment elle a été trouvée, ou dans foundAs.text pourquoi on l'ignore.",
    },
    provider: ['AUTHOR'],
    told: { subCategory: inWordsAndCode(subCategories) },
  },
  'evidence.documented-only-in-custody': {
    gate: null,
    source: 'RQ-14, D2',
    message: {
      en: 'The item was examined where another holds it; it is not in our custody.',
      fr: "La pièce a été examinée chez un tiers détenteur ; elle n'est pas sous notre garde.",
    },
    missing: { en: 'DOCUMENTED_ONLY in holding.', fr: 'DOCUMENTED_ONLY dans holding.' },
    provider: ['AUTHOR'],
  },
  'evidence.photograph-not-stated': {
    gate: null,
    source: 'D2, RQ-12',
    message: {
      en: 'There is neither a photograph nor a reason for its absence.',
      fr: "Il n'y a ni photographie, ni raison de son absence.",
    },
    missing: {
      en: 'A photograph with its hash, or withoutPhotograph.',
      fr: 'Une photographie avec son empreinte, ou withoutPhotograph.',
    },
    provider: ['AUTHOR'],
  },
  'evidence.photograph-not-listed': {
    gate: null,
    source: 'RQ-11, RQ-12',
    message: {
      en: 'The mark names a photograph that the record does not list.',
      fr: 'Le marquage cite une photographie absente de la fiche.',
    },
    missing: { en: 'The photograph, in photographs.', fr: 'La photographie, dans photographs.' },
    provider: ['AUTHOR'],
  },
  'evidence.marks-not-stated': {
    gate: null,
    source: 'D2, RQ-11',
    message: {
      en: 'There are neither marks of {subCategory} nor a word that none were found.',
      fr: 'Ni marquages de {subCategory}, ni mention de leur absence.',
    },
    missing: {
      en: 'The marks as read, or in unmarked what was looked for.',
      fr: 'Les marquages tels que lus, ou dans unmarked ce qui a été recherché.',
    },
    provider: ['AUTHOR'],
    told: { subCategory: inWordsAndCode(subCategories) },
  },
  'evidence.unreadable-not-marked': {
    gate: null,
    source: 'RQ-11',
    message: {
      en: '{stated} characters are said to be unreadable, {marked} are marked with □.',
      fr: '{stated} caractères seraient illisibles, {marked} sont signalés par □.',
    },
    missing: { en: 'One □ for each unreadable character.', fr: 'Un □ par caractère illisible.' },
    provider: ['AUTHOR'],
  },
  'evidence.calibre-spelling': {
    gate: null,
    source: 'V4',
    message: {
      en: 'The calibre written {written} has the code {expected}.',
      fr: 'Le calibre écrit {written} a pour code {expected}.',
    },
    missing: { en: 'The code {expected}.', fr: 'Le code {expected}.' },
    provider: ['AUTHOR'],
    told: { expected: inWordsAndCode(calibres) },
  },
  'evidence.ied-labels-missing': {
    gate: null,
    source: 'V2',
    message: {
      en: 'A device or part of one has its labels.',
      fr: 'Un engin ou un élément d’engin porte ses libellés.',
    },
    missing: {
      en: 'The labels of V2 in ied, null where not known.',
      fr: 'Les libellés V2 dans ied, null si inconnus.',
    },
    provider: ['AUTHOR'],
  },
  'evidence.scene-differs': {
    gate: null,
    source: 'D2',
    message: {
      en: 'The act names another scene than item {number} was registered at.',
      fr: "L'acte cite d'autres lieux que ceux d'enregistrement de la pièce {number}.",
    },
    missing: { en: 'The scene of the item, or null.', fr: 'Les lieux de la pièce, ou null.' },
    provider: ['AUTHOR'],
  },
  'evidence.scene-of-other-incident': {
    gate: null,
    source: 'domain.md G',
    message: { en: 'The scene belongs to another incident.', fr: 'Les lieux relèvent d’un autre incident.' },
    missing: {
      en: 'A scene of the incident, or the incident of the scene.',
      fr: 'Des lieux de cet incident, ou l’incident de ces lieux.',
    },
    provider: ['AUTHOR'],
  },
  'evidence.item-of-other-incident': {
    gate: null,
    source: 'RQ-02',
    message: {
      en: 'Item {item} belongs to another incident.',
      fr: 'La pièce {item} relève d’un autre incident.',
    },
    missing: { en: 'An item of the same incident.', fr: 'Une pièce du même incident.' },
    provider: ['AUTHOR'],
  },
  'evidence.root-not-of-parent': {
    gate: null,
    source: 'RQ-02',
    message: {
      en: 'The root is not that of the parent: the parent comes from {root}.',
      fr: "La pièce racine n'est pas celle de la pièce mère, issue de {root}.",
    },
    missing: { en: 'The root {root}.', fr: 'La pièce racine {root}.' },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
