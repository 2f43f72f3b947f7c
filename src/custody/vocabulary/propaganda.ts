import type { Vocabulary } from './vocabulary.js';

/** What a claim of an armed group is about. */
export const propagandaSubjects = {
  RESPONSIBILITY: { en: 'Responsibility for an attack', fr: "Responsabilité d'une attaque" },
  CAPTURED_MATERIEL: { en: 'Captured materiel', fr: 'Matériel pris' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** By what it was spread. */
export const propagandaMedia = {
  TEXT: { en: 'Text', fr: 'Texte' },
  IMAGES: { en: 'Images', fr: 'Images' },
  VIDEO: { en: 'Video', fr: 'Vidéo' },
  AUDIO: { en: 'Audio', fr: 'Son' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** Whether what is claimed can be seen in it. Closed. */
export const visualVerifications = {
  SEEN: { en: 'Seen in it', fr: 'Visible' },
  SEEN_IN_PART: { en: 'Seen in part', fr: 'Visible en partie' },
  NOT_SEEN: { en: 'Not seen: claimed in words alone', fr: 'Non visible : affirmé en paroles seulement' },
  NOT_EXAMINED: { en: 'Not examined', fr: 'Non examiné' },
} as const satisfies Vocabulary;
