import type { Refusal } from '../refusal.js';

export const referenceRefusals = {
  'reference.full': {
    gate: null,
    source: 'V5',
    edition: 7,
    message: {
      en: '{name} would hold more than {most} entries.',
      fr: '{name} compterait plus de {most} entrées.',
    },
    missing: { en: 'A second collection.', fr: 'Un second recueil.' },
    provider: ['AUTHOR'],
  },
  'reference.key-taken': {
    gate: null,
    source: 'V5',
    edition: 7,
    message: {
      en: '{name} has an entry {key} already, or it is named twice.',
      fr: '{name} compte déjà une entrée {key}, ou celle-ci est citée deux fois.',
    },
    missing: {
      en: 'A key of its own for each entry; what an entry says is stated anew under its key.',
      fr: 'Une clé propre à chaque entrée ; ce que dit une entrée se reformule sous sa clé.',
    },
    provider: ['AUTHOR'],
  },
  'reference.key-unknown': {
    gate: null,
    source: 'V5',
    edition: 7,
    message: { en: '{name} has no entry {key}.', fr: '{name} ne compte aucune entrée {key}.' },
    missing: { en: 'The key of an entry that is there.', fr: "La clé d'une entrée existante." },
    provider: ['AUTHOR'],
  },
  'reference.entry-withdrawn-already': {
    gate: null,
    source: 'V5',
    edition: 7,
    message: {
      en: 'Entry {key} of {name} is withdrawn already.',
      fr: "L'entrée {key} de {name} est déjà retirée.",
    },
    missing: { en: 'An entry that stands.', fr: 'Une entrée en vigueur.' },
    provider: ['AUTHOR'],
  },
  'reference.entry-empty': {
    gate: null,
    source: 'V5',
    edition: 7,
    message: {
      en: 'Entry {key} names no mark, no producer and no model.',
      fr: "L'entrée {key} ne nomme ni marquage, ni fabricant, ni modèle.",
    },
    missing: {
      en: 'The mark, producer or model that it is about.',
      fr: 'Le marquage, le fabricant ou le modèle dont il s’agit.',
    },
    provider: ['AUTHOR'],
  },
  'reference.years-reversed': {
    gate: null,
    source: 'V5',
    edition: 7,
    message: {
      en: 'Entry {key} holds from {from} until {to}: the end lies before the beginning.',
      fr: "L'entrée {key} vaut de {from} à {to} : la fin précède le début.",
    },
    missing: { en: 'The years as the source has them.', fr: 'Les années telles que la source les donne.' },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
