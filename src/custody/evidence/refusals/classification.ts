import type { Refusal } from '../../refusal.js';

/** Who classifies an item, and what is not loosened without its originator. */
export const classificationRefusals = {
  'evidence.classification-not-author': {
    gate: null,
    source: 'E56, V6',
    message: {
      en: 'Only the author of the record, the records officer or the legal officer classifies it.',
      fr: "Seuls l'auteur de la fiche, l'archiviste ou le juriste la classifient.",
    },
    missing: {
      en: "The author's signature, or one in role ARC or LEG.",
      fr: "La signature de l'auteur, ou en rôle ARC ou LEG.",
    },
    provider: ['AUTHOR', 'ARC', 'LEG'],
  },
  'evidence.part-unknown': {
    gate: null,
    source: 'E56, V6',
    message: {
      en: 'Nothing stands at {pointer} in an act of this piece.',
      fr: 'Rien ne figure à {pointer} dans un acte de cette pièce.',
    },
    missing: {
      en: 'An act of this piece, and where in it the file or the claim stands, e.g. /body/photographs/0/file.',
      fr: "Un acte de cette pièce, et l'endroit où y figure le fichier ou l'assertion, p. ex. /body/photographs/0/file.",
    },
    provider: ['AUTHOR', 'ARC', 'LEG'],
  },
  'evidence.part-of-report': {
    gate: null,
    source: 'E56, V6, GATE-6',
    message: {
      en: 'What a laboratory found leaves with its report, and is as that is classified: not apart.',
      fr: "Les constatations d'un laboratoire sont communiquées avec son rapport et suivent la classification de celui-ci.",
    },
    missing: {
      en: 'The classification of the report, by examination.classified.',
      fr: 'La classification du rapport, par examination.classified.',
    },
    provider: ['LABX', 'ARC', 'LEG'],
  },
  'evidence.host-state-consent': {
    gate: 'GATE-9',
    source: 'GATE-9, V6',
    edition: 2,
    message: {
      en: 'Its originator, {originator}, keeps the item from the host State: nothing is loosened without his consent.',
      fr: "Son autorité d'origine, {originator}, réserve la pièce à l'égard de l'État hôte : rien n'est assoupli sans son accord.",
    },
    missing: {
      en: "The originator's consent, as a file.",
      fr: "L'accord de l'autorité d'origine, en fichier.",
    },
    provider: ['AUTHOR', 'LEG'],
  },
  'evidence.originator-consent': {
    gate: null,
    source: 'V6',
    message: {
      en: 'The item is under control of its originator, {originator}: nothing is loosened without his consent.',
      fr: "La pièce relève de son autorité d'origine, {originator} : rien n'est assoupli sans son accord.",
    },
    missing: {
      en: "The originator's consent, as a file.",
      fr: "L'accord de l'autorité d'origine, en fichier.",
    },
    provider: ['AUTHOR', 'LEG'],
  },
} as const satisfies Record<string, Refusal>;
