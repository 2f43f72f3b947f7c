import type { Vocabulary } from './vocabulary.js';

/** D2: traces the item may carry. */
export const tracePotentials = {
  DNA: { en: 'DNA', fr: 'ADN' },
  PRINTS: { en: 'Finger marks', fr: 'Traces papillaires' },
  EXPLOSIVE_RESIDUE: { en: 'Explosive residue', fr: "Résidus d'explosif" },
  GUNSHOT_RESIDUE: { en: 'Gunshot residue', fr: 'Résidus de tir' },
  FIBRES_OR_HAIR: { en: 'Fibres or hair', fr: 'Fibres ou cheveux' },
  TOOLMARKS: { en: 'Tool marks', fr: "Traces d'outils" },
  SOIL: { en: 'Soil', fr: 'Terre' },
  DIGITAL: { en: 'Digital data', fr: 'Données numériques' },
  NONE_EXPECTED: { en: 'None expected', fr: 'Aucune attendue' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** D2: precautions against contamination and loss. */
export const precautions = {
  GLOVES_CHANGED: { en: 'Gloves changed for this item', fr: 'Gants changés pour cette pièce' },
  MASK: { en: 'Mask worn', fr: 'Port du masque' },
  CLEAN_TOOLS: { en: 'Clean tools', fr: 'Outils propres' },
  PAPER_PACKAGING: { en: 'Breathable packaging', fr: 'Conditionnement respirant' },
  ANTISTATIC: { en: 'Antistatic, radio-shielded', fr: 'Antistatique, protégé des ondes' },
  NOT_WIPED: { en: 'Not cleaned, not wiped', fr: 'Ni nettoyé ni essuyé' },
  KEPT_APART: { en: 'Kept apart from other items', fr: 'Tenu à part des autres pièces' },
  NONE_TAKEN: { en: 'None taken', fr: 'Aucune prise' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** Kinds of photograph of an item (E05, RQ-12). */
export const photographKinds = {
  OVERALL: { en: 'Overall view', fr: "Vue d'ensemble" },
  MEDIUM: { en: 'Medium view', fr: 'Vue moyenne' },
  CLOSE: { en: 'Close view', fr: 'Vue rapprochée' },
  MARK: { en: 'Mark', fr: 'Marquage' },
  LABEL: { en: 'Label or packaging', fr: 'Étiquette ou emballage' },
  BEFORE: { en: 'Before the act', fr: "Avant l'acte" },
  AFTER: { en: 'After the act', fr: "Après l'acte" },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;
