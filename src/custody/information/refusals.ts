import type { Refusal } from '../refusal.js';

export const informationRefusals = {
  'information.two-authors': {
    gate: null,
    source: 'RQ-07',
    edition: 3,
    message: {
      en: 'The piece is said to be written by an officer and by somebody else.',
      fr: 'La pièce est attribuée à la fois à un officier et à une autre personne.',
    },
    missing: {
      en: 'One of authorOfficer and authorPerson, null for the other.',
      fr: "L'un de authorOfficer et authorPerson, null pour l'autre.",
    },
    provider: ['AUTHOR'],
  },
  'information.item-of-other-incident': {
    gate: null,
    source: 'RQ-02',
    edition: 3,
    message: {
      en: 'Item {item} was not found in the incident that the piece names.',
      fr: "La pièce {item} ne relève pas de l'incident que cite l'information.",
    },
    missing: {
      en: 'Items of that incident alone, or no incident.',
      fr: 'Des pièces de cet incident seulement, ou aucun incident.',
    },
    provider: ['AUTHOR'],
  },
  'information.scene-of-other-incident': {
    gate: null,
    source: 'RQ-07',
    edition: 3,
    message: {
      en: 'The scene is not one of the incident that the statement names.',
      fr: "Les lieux ne relèvent pas de l'incident que cite la déclaration.",
    },
    missing: { en: 'A scene of that incident, or none.', fr: 'Des lieux de cet incident, ou aucun.' },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
