import type { Refusal } from '../refusal.js';

export const identificationRefusals = {
  'identification.not-balanced': {
    gate: 'GATE-11',
    source: 'E35, GATE-11',
    edition: 7,
    message: {
      en: 'The parts and what is not identified come to {stated}; {number} is {recorded} in the log.',
      fr: 'Les sous-lots et ce qui n’est pas identifié totalisent {stated} ; {number} en compte {recorded} au journal.',
    },
    missing: {
      en: 'Counts that come to what the item is; what nobody can identify counts as not identified.',
      fr: 'Des nombres dont le total est celui de la pièce ; ce que nul ne peut identifier compte comme non identifié.',
    },
    provider: ['AUTHOR'],
  },
  'identification.entry-unknown': {
    gate: null,
    source: 'E35',
    edition: 7,
    message: {
      en: '{name} has no entry {key} that stands.',
      fr: '{name} ne compte aucune entrée {key} en vigueur.',
    },
    missing: {
      en: 'The key of an entry that was not withdrawn, or none.',
      fr: "La clé d'une entrée qui n'a pas été retirée, ou aucune.",
    },
    provider: ['AUTHOR'],
  },
  'identification.withdrawn-already': {
    gate: null,
    source: 'E35',
    edition: 7,
    message: {
      en: 'This identification is withdrawn already.',
      fr: 'Cette identification est déjà retirée.',
    },
    missing: {
      en: 'An identification that stands; a withdrawn one may be stated anew.',
      fr: 'Une identification en vigueur ; une identification retirée peut être reformulée.',
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
