import type { Refusal } from '../../refusal.js';
import { inputKinds, inputViews } from '../../vocabulary/releases.js';
import { inWordsAndCode } from '../../vocabulary/told.js';

export const inputRefusals = {
  'release.input-on-other-piece': {
    gate: null,
    source: 'E38',
    message: {
      en: 'The view is about {piece}, which is not part of this release.',
      fr: "L'avis porte sur {piece}, étranger à cette autorisation.",
    },
    missing: {
      en: 'Pieces of this release, or none for all of them.',
      fr: 'Des pièces de cette autorisation, ou aucune pour toutes.',
    },
    provider: ['AUTHOR'],
  },
  'release.input-without-text': {
    gate: null,
    source: 'E38',
    message: { en: 'The view {view} says nothing in words.', fr: "L'avis {view} n'est pas motivé." },
    missing: {
      en: 'What is objected to, or the conditions.',
      fr: "L'objet de l'objection, ou les conditions.",
    },
    provider: ['AUTHOR'],
    told: { view: inWordsAndCode(inputViews) },
  },
  'release.sources-named-elsewhere': {
    gate: 'GATE-8',
    source: 'GATE-8, F-28',
    message: {
      en: 'Sources are named in a view on their protection, and nowhere else.',
      fr: "Les sources ne sont désignées que dans l'avis sur leur protection.",
    },
    missing: { en: 'A view of the kind SOURCE_PROTECTION.', fr: 'Un avis de nature SOURCE_PROTECTION.' },
    provider: ['HR'],
  },
  'release.sources-not-told': {
    gate: 'GATE-8',
    source: 'GATE-8, F-28',
    edition: 4,
    message: {
      en: 'A view on the protection of sources says which sources are concerned, withheld, also where there are none.',
      fr: "L'avis sur la protection des sources indique, de façon réservée, les sources concernées, même s'il n'y en a pas.",
    },
    missing: { en: 'The list of sources, empty or not.', fr: 'La liste des sources, vide ou non.' },
    provider: ['HR'],
  },
  'release.source-tied-in-clear': {
    gate: null,
    source: 'GATE-8, F-28',
    edition: 4,
    message: {
      en: 'A view on the protection of sources names no piece in the clear: it would tell which piece reveals somebody.',
      fr: "L'avis sur la protection des sources ne désigne aucune pièce en clair : il dirait laquelle révèle quelqu'un.",
    },
    missing: {
      en: 'The pieces in the withheld list of sources, and nowhere else.',
      fr: 'Les pièces dans la liste réservée des sources, et nulle part ailleurs.',
    },
    provider: ['HR'],
  },
  'release.originator-unexpected': {
    gate: null,
    source: 'E38',
    message: {
      en: "Only an originator's view names an originator.",
      fr: "Seul l'avis d'une autorité d'origine en désigne une.",
    },
    missing: {
      en: 'originator and unit null, or the kind ORIGINATOR.',
      fr: 'originator et unit à null, ou la nature ORIGINATOR.',
    },
    provider: ['AUTHOR'],
  },
  'release.originator-missing': {
    gate: 'GATE-9',
    source: 'GATE-9, E38',
    message: {
      en: 'The view does not say which originator it is of.',
      fr: "L'avis n'indique pas de quelle autorité d'origine il émane.",
    },
    missing: {
      en: 'The originator as the marks of the piece name him.',
      fr: "L'autorité d'origine telle que la désignent les mentions de la pièce.",
    },
    provider: ['AUTHOR'],
  },
  'release.originator-without-document': {
    gate: 'GATE-9',
    source: 'GATE-9, E38',
    message: {
      en: "An originator's view recorded for him rests on his own document.",
      fr: "L'avis d'une autorité d'origine consigné pour elle repose sur son propre document.",
    },
    missing: {
      en: "The originator's letter as a file.",
      fr: "La lettre de l'autorité d'origine, en fichier.",
    },
    provider: ['LEG', 'CASE'],
  },
  'release.not-of-originator': {
    gate: 'GATE-9',
    source: 'GATE-9, E38',
    message: {
      en: 'Who signs does not belong to the originator.',
      fr: "Le signataire n'appartient pas à l'autorité d'origine.",
    },
    missing: {
      en: "An officer of the originator's unit; or LEG or CASE with the originator's document.",
      fr: "Un officier de l'unité d'origine ; ou LEG ou CASE, avec le document de celle-ci.",
    },
    provider: ['LEG', 'CASE'],
  },
  'release.input-missing': {
    gate: null,
    source: 'E38, E39',
    edition: 3,
    message: {
      en: 'No view of the kind {kind} was given, and the decision does not say that it does without.',
      fr: "Aucun avis de nature {kind} n'a été donné, et la décision ne dit pas qu'elle s'en passe.",
    },
    missing: {
      en: 'release.input-given by whose question it is; or the reason for which who decides does without.',
      fr: 'Un acte release.input-given de qui en répond ; ou le motif de la renonciation.',
    },
    provider: ['HR', 'LEG', 'CASE', 'JMAC', 'HOM'],
    told: { kind: inWordsAndCode(inputKinds) },
  },
  'release.input-left-out': {
    gate: null,
    source: 'E38, E39',
    edition: 3,
    message: {
      en: 'A view of the kind {kind} was given and is left out of the decision.',
      fr: "Un avis de nature {kind} a été donné et la décision l'omet.",
    },
    missing: {
      en: 'Every view that was given, the last of each.',
      fr: 'Tout avis donné, le dernier de chacun.',
    },
    provider: ['AUTHOR'],
    told: { kind: inWordsAndCode(inputKinds) },
  },
  'release.input-waived-without-reason': {
    gate: null,
    source: 'E39',
    edition: 3,
    message: {
      en: 'The decision does without a view of the kind {kind} and does not say why.',
      fr: "La décision se passe d'un avis de nature {kind} sans dire pourquoi.",
    },
    missing: { en: 'The reason of who decides.', fr: 'Le motif de celui qui décide.' },
    provider: ['LEG', 'HOM'],
    told: { kind: inWordsAndCode(inputKinds) },
  },
  'release.input-unknown': {
    gate: null,
    source: 'E39',
    edition: 3,
    message: {
      en: 'What is named is not the view of the kind {kind} that stands.',
      fr: "L'acte désigné n'est pas l'avis de nature {kind} en vigueur.",
    },
    missing: {
      en: 'The last view of this kind on this release.',
      fr: 'Le dernier avis de cette nature sur cette autorisation.',
    },
    provider: ['AUTHOR'],
    told: { kind: inWordsAndCode(inputKinds) },
  },
  'release.objection-not-answered': {
    gate: null,
    source: 'E39',
    edition: 3,
    message: {
      en: 'An objection of the kind {kind} is passed over without a reason.',
      fr: 'Il est passé outre à une objection de nature {kind} sans motif.',
    },
    missing: {
      en: 'Why it is not followed; or another decision.',
      fr: "Pourquoi elle n'est pas suivie ; ou une autre décision.",
    },
    provider: ['LEG', 'HOM'],
    told: { kind: inWordsAndCode(inputKinds) },
  },
} as const satisfies Record<string, Refusal>;
