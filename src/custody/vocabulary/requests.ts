import { requestKinds } from './releases.js';
import type { Vocabulary } from './vocabulary.js';

/** E37, RQ-68: what was received from an authority that asks, the host State's or another lawful recipient's. */
export const receivedRequestKinds = {
  REQUISITION: requestKinds.REQUISITION,
  LETTERS_OF_REQUEST: requestKinds.LETTERS_OF_REQUEST,
  LETTER: requestKinds.LETTER,
  NOTE_VERBALE: requestKinds.NOTE_VERBALE,
  COURT_ASSISTANCE: {
    en: 'Request for assistance of an international court',
    fr: "Demande d'assistance d'une juridiction internationale",
  },
  PANEL_ENQUIRY: {
    en: 'Enquiry of a panel of experts on sanctions',
    fr: "Demande d'un groupe d'experts sur les sanctions",
  },
  OTHER: requestKinds.OTHER,
} as const satisfies Vocabulary;

/** How a request was answered to the authority. */
export const requestAnswers = {
  RELEASED: { en: 'Released', fr: 'Remise accordée' },
  PARTLY_RELEASED: { en: 'Released in part', fr: 'Remise accordée en partie' },
  REFUSED: { en: 'Refused', fr: 'Refus' },
  NOTHING_HELD: { en: 'Nothing of it is held', fr: 'Rien de cela n’est détenu' },
  REFERRED: { en: 'Referred to the competent authority', fr: "Renvoi à l'autorité compétente" },
  INTERIM: { en: 'Interim answer', fr: "Réponse d'attente" },
} as const satisfies Vocabulary;

export type RequestAnswer = keyof typeof requestAnswers;

/** Why nothing more is done about a request. */
export const requestClosures = {
  ANSWERED: { en: 'Answered', fr: 'Il y a été répondu' },
  WITHDRAWN_BY_AUTHORITY: { en: 'Withdrawn by the authority', fr: "Retirée par l'autorité requérante" },
  MOOT: { en: 'Without object', fr: 'Devenue sans objet' },
} as const satisfies Vocabulary;

export type RequestClosure = keyof typeof requestClosures;
