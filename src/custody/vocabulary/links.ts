import type { Vocabulary } from './vocabulary.js';

/** E36: what one thing is to another, as an analyst asserts it. */
export const linkRelations = {
  SAME_OBJECT: { en: 'Is the same object as', fr: 'Est le même objet que' },
  SAME_NUMBER: { en: 'Bears what may be the same number as', fr: 'Porte un numéro qui peut être celui de' },
  SAME_SAMPLE: { en: 'Is of the same sample as', fr: 'Est du même échantillon que' },
  SAME_LOT: { en: 'Is of the same lot as', fr: 'Est du même lot que' },
  SAME_DESIGN: { en: 'Is of the same design as', fr: 'Est de même conception que' },
  SAME_MARKS: { en: 'Bears the same production marks as', fr: 'Porte les mêmes marques de fabrication que' },
  ATTRIBUTED_TO: { en: 'Is attributed to', fr: 'Est attribué à' },
  CLAIMED_IN: { en: 'Is claimed in', fr: 'Est revendiqué dans' },
  SHOWN_IN: { en: 'Is shown in', fr: 'Est montré dans' },
  IN_POSSESSION_OF: { en: 'Was in the possession of', fr: 'Était en possession de' },
  DIVERTED_IN: { en: 'Comes from what was diverted in', fr: 'Provient de ce qui a été détourné lors de' },
  RELATED: { en: 'Is related to', fr: 'Est en rapport avec' },
} as const satisfies Vocabulary;

export type LinkRelation = keyof typeof linkRelations;

/** What two records share, where that is why they are linked. Closed. */
export const sharedThings = {
  SAMPLE: { en: 'Ammunition sample', fr: 'Échantillon de munitions' },
  LOT: { en: 'Lot', fr: 'Lot' },
  SERIAL: { en: 'Serial number', fr: 'Numéro de série' },
  DESIGN: { en: 'Design of a component', fr: "Conception d'un composant" },
  MARKS: { en: 'Production marks', fr: 'Marques de fabrication' },
} as const satisfies Vocabulary;

/** What became of a suggestion that an analyst looked at. Closed. */
export const linkStandings = {
  ASSERTED: { en: 'Asserted', fr: 'Affirmé' },
  REJECTED: {
    en: 'Rejected: stays so until a new fact comes',
    fr: "Écarté : le reste jusqu'à un fait nouveau",
  },
} as const satisfies Vocabulary;
