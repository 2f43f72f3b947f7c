import type { Vocabulary } from './vocabulary.js';

/** RQ-67: handing over summaries is not handing over evidence, so a dossier says which it is. */
export const dossierContents = {
  ORIGINALS: { en: 'Originals', fr: 'Originaux' },
  COPIES: { en: 'Copies', fr: 'Copies' },
  SUMMARY: { en: 'Summary', fr: 'Résumé' },
} as const satisfies Vocabulary;

export type DossierContents = keyof typeof dossierContents;

/** What a dossier has to do with an earlier one. */
export const dossierRelations = {
  NEW_VERSION: { en: 'New version', fr: 'Nouvelle version' },
  SUPPLEMENT: { en: 'Supplement', fr: 'Complément' },
} as const satisfies Vocabulary;

/** What the holder of a dossier is told of. */
export const dossierNotices = {
  ...dossierRelations,
  HALTED: { en: 'Release suspended or withdrawn', fr: 'Autorisation suspendue ou retirée' },
} as const satisfies Vocabulary;
