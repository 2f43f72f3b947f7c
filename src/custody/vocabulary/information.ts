import type { Vocabulary } from './vocabulary.js';

/** Issue "information beside evidence": what is registered and was never in custody. Closed but for OTHER. */
export const informationKinds = {
  REPORT: { en: 'Report', fr: 'Rapport' },
  ANALYSIS: { en: 'Analysis', fr: 'Note d’analyse' },
  DATABASE_EXTRACT: { en: 'Database extract', fr: 'Extrait de base de données' },
  COPY: { en: 'Copy of a document', fr: 'Copie de document' },
  PHOTOGRAPH_SERIES: { en: 'Series of photographs', fr: 'Série de photographies' },
  RECORDING: { en: 'Sound or video recording', fr: 'Enregistrement sonore ou vidéo' },
  LETTER: { en: 'Letter', fr: 'Lettre' },
  MAP: { en: 'Map or sketch', fr: 'Carte ou croquis' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** What a piece of information is: one of the kinds registered, or a person's own statement (E58). */
export const kindsOfInformation = {
  ...informationKinds,
  STATEMENT: { en: 'Personal statement', fr: 'Déclaration personnelle' },
} as const satisfies Vocabulary;

/** Languages a piece is written or spoken in, as the mission meets them. Closed but for OTHER. */
export const pieceLanguages = {
  FR: { en: 'French', fr: 'Français' },
  EN: { en: 'English', fr: 'Anglais' },
  AR: { en: 'Arabic', fr: 'Arabe' },
  BM: { en: 'Bambara', fr: 'Bambara' },
  TMH: { en: 'Tamasheq', fr: 'Tamasheq' },
  SON: { en: 'Songhay', fr: 'Songhaï' },
  FF: { en: 'Fulfulde', fr: 'Peul' },
  NONE: { en: 'Without words', fr: 'Sans texte' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** RQ-07: how the person knows it himself. What others told him is no observation of his. */
export const observations = {
  SAW: { en: 'Saw it', fr: 'L’a vu' },
  HEARD: { en: 'Heard it', fr: 'L’a entendu' },
  FOUND: { en: 'Found it', fr: 'L’a trouvé' },
  DID: { en: 'Did it', fr: 'L’a fait' },
  MEASURED: { en: 'Measured it', fr: 'L’a mesuré' },
} as const satisfies Vocabulary;
