import type { Vocabulary } from './vocabulary.js';

/** V5: kinds of mark read from an item, label or packaging (RQ-11). */
export const markKinds = {
  MAKE: { en: 'Make', fr: 'Marque' },
  MODEL: { en: 'Model', fr: 'Modèle' },
  SERIAL: { en: 'Serial number', fr: 'Numéro de série' },
  FACTORY: { en: 'Factory mark', fr: 'Poinçon de fabrique' },
  PROOF: { en: 'Proof mark', fr: "Poinçon d'épreuve" },
  SELECTOR: { en: 'Selector marks', fr: 'Marques du sélecteur' },
  IMPORT: { en: 'Import mark', fr: "Marque d'importation" },
  SECURITY: { en: 'Security mark', fr: 'Marque de sûreté' },
  SECONDARY_OWNERSHIP: {
    en: 'Secondary ownership mark, e.g. national armed forces',
    fr: 'Marque de propriété secondaire, p. ex. armée nationale',
  },
  HEADSTAMP: { en: 'Headstamp', fr: 'Marquage de culot' },
  LOT: { en: 'Lot or batch number', fr: 'Numéro de lot' },
  DATE: { en: 'Date', fr: 'Date' },
  VIN: { en: 'Vehicle identification number', fr: "Numéro d'identification du véhicule" },
  PLATE: { en: 'Number plate', fr: "Plaque d'immatriculation" },
  LABEL: { en: 'Label text', fr: "Texte d'étiquette" },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** V5: position by the clock, the item seen from its base. */
export const clockPositions = {
  CLOCK_12: { en: '12 o’clock', fr: '12 heures' },
  CLOCK_3: { en: '3 o’clock', fr: '3 heures' },
  CLOCK_6: { en: '6 o’clock', fr: '6 heures' },
  CLOCK_9: { en: '9 o’clock', fr: '9 heures' },
  OTHER: { en: 'Other position', fr: 'Autre position' },
} as const satisfies Vocabulary;

/** V5: class of symbol that stands where letters would. */
export const symbolClasses = {
  STAR: { en: 'Star', fr: 'Étoile' },
  ARSENAL_NUMBER_IN_CIRCLE: { en: 'Arsenal number in a circle', fr: "Numéro d'arsenal dans un cercle" },
  ARSENAL_NUMBER_IN_OVAL: { en: 'Arsenal number in an oval', fr: "Numéro d'arsenal dans un ovale" },
  ARSENAL_NUMBER_IN_TRIANGLE: {
    en: 'Arsenal number in a triangle',
    fr: "Numéro d'arsenal dans un triangle",
  },
  LETTER_CODE: { en: 'Letter code', fr: 'Code littéral' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export const yearForms = {
  TWO_DIGITS: { en: 'Two digits', fr: 'Deux chiffres' },
  FOUR_DIGITS: { en: 'Four digits', fr: 'Quatre chiffres' },
  LETTER_CODE: { en: 'Letter code', fr: 'Code littéral' },
  NONE: { en: 'None', fr: 'Aucune' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export const caseMaterials = {
  BRASS: { en: 'Brass', fr: 'Laiton' },
  LACQUERED_STEEL: { en: 'Lacquered steel', fr: 'Acier laqué' },
  COPPER_WASHED_STEEL: { en: 'Copper-washed steel', fr: 'Acier cuivré' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export const primerColours = {
  NONE: { en: 'None', fr: 'Aucune' },
  RED: { en: 'Red', fr: 'Rouge' },
  GREEN: { en: 'Green', fr: 'Vert' },
  BLUE: { en: 'Blue', fr: 'Bleu' },
  BLACK: { en: 'Black', fr: 'Noir' },
  VIOLET: { en: 'Violet', fr: 'Violet' },
  YELLOW: { en: 'Yellow', fr: 'Jaune' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** V5: was a mark removed? Restoring is the laboratory's. */
export const obliterations = {
  NOT_OBLITERATED: { en: 'Not obliterated', fr: 'Non effacé' },
  OBLITERATED: { en: 'Obliterated', fr: 'Effacé' },
  RESTORED: { en: 'Obliterated, restored', fr: 'Effacé, restauré' },
} as const satisfies Vocabulary;

/** How sure whoever interprets marks is (D2). */
export const confidences = {
  HIGH: { en: 'High', fr: 'Élevée' },
  MODERATE: { en: 'Moderate', fr: 'Moyenne' },
  LOW: { en: 'Low', fr: 'Faible' },
} as const satisfies Vocabulary;
