import type { Vocabulary } from './vocabulary.js';

/** RQ-44: what a store may be permitted to hold; an item of a class goes only where its class may lie. */
export const hazardClasses = {
  EXPLOSIVE: { en: 'Explosives, mines, explosive devices', fr: 'Explosifs, mines, engins explosifs' },
  AMMUNITION: { en: 'Ammunition', fr: 'Munitions' },
  FIREARM: { en: 'Firearms', fr: 'Armes à feu' },
  CHEMICAL: { en: 'Dangerous chemicals', fr: 'Produits chimiques dangereux' },
  BIOLOGICAL: { en: 'Biological hazard', fr: 'Risque biologique' },
  FLAMMABLE: { en: 'Flammable goods', fr: 'Matières inflammables' },
} as const satisfies Vocabulary;

export type HazardClass = keyof typeof hazardClasses;

/** What a store may hold; of NONE are the items of no class, for which a general evidence room does. */
export const storableHazards = {
  NONE: { en: 'Nothing hazardous', fr: 'Rien de dangereux' },
  ...hazardClasses,
} as const satisfies Vocabulary;

/** Divisions of class 1, dangerous goods (GATE-2). Closed. */
export const hazardDivisions = {
  '1.1': { en: '1.1 Mass explosion hazard', fr: '1.1 Risque d’explosion en masse' },
  '1.2': { en: '1.2 Projection hazard', fr: '1.2 Risque de projection' },
  '1.3': { en: '1.3 Fire hazard, minor blast or projection', fr: '1.3 Risque d’incendie, effets limités' },
  '1.4': { en: '1.4 No significant hazard', fr: '1.4 Pas de risque notable' },
  '1.5': {
    en: '1.5 Very insensitive, mass explosion hazard',
    fr: '1.5 Très peu sensible, explosion en masse',
  },
  '1.6': { en: '1.6 Extremely insensitive article', fr: '1.6 Objet extrêmement peu sensible' },
} as const satisfies Vocabulary;

/** Compatibility groups of class 1 goods (GATE-2). Closed; what the letters mean is the regulations'. */
export const compatibilityGroups = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'N', 'S'] as const;

/** D2: what was suspected when the item was recorded. An assessment is another event. */
export const hazardSuspicions = {
  NONE: { en: 'None seen', fr: 'Aucun constaté' },
  EXPLOSIVE: { en: 'Explosive', fr: 'Explosif' },
  LOADED_WEAPON: { en: 'Weapon may be loaded', fr: 'Arme peut-être chargée' },
  CHEMICAL: { en: 'Chemical', fr: 'Chimique' },
  BIOLOGICAL: { en: 'Biological', fr: 'Biologique' },
  FLAMMABLE: { en: 'Flammable', fr: 'Inflammable' },
  SHARP: { en: 'Sharp', fr: 'Coupant ou piquant' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** E11: what a person found. Nothing here is computed. */
export const assessmentResults = {
  HAZARDOUS_DO_NOT_MOVE: { en: 'Hazardous, do not move', fr: 'Dangereux, ne pas déplacer' },
  NON_HAZARDOUS: { en: 'Not hazardous', fr: 'Non dangereux' },
} as const satisfies Vocabulary;

/** GATE-2: what an EOD certificate for transport says. */
export const certificateResults = {
  CERTIFIED_FREE_FROM_EXPLOSIVES: { en: 'Free from explosives', fr: "Absence d'explosif certifiée" },
  EXPLOSIVE_CERTIFIED_FOR_TRANSPORT: {
    en: 'Explosive, certified for transport',
    fr: 'Explosif, certifié pour le transport',
  },
} as const satisfies Vocabulary;

/** Class of method of a destruction in place, as a label only (E10). */
export const destructionMethods = {
  DEMOLITION: { en: 'Demolition', fr: 'Destruction par explosion' },
  BURNING: { en: 'Burning', fr: 'Brûlage' },
  DISRUPTION: { en: 'Disruption', fr: 'Neutralisation par rupture' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** E10: why an item was destroyed where it was. */
export const destructionReasons = {
  UNSAFE_TO_MOVE: { en: 'Unsafe to move', fr: 'Déplacement dangereux' },
  NO_CERTIFICATE: { en: 'No certificate for transport', fr: 'Pas de certificat de transport' },
  PERSONS_AT_RISK: { en: 'Persons at risk', fr: 'Personnes en danger' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** E13: state of the chamber, seen and felt. */
export const chamberStates = {
  EMPTY: { en: 'Empty, seen and felt', fr: 'Vide, contrôlée de visu et au toucher' },
  TUBE_EMPTY: { en: 'Tube or barrel without chamber, empty', fr: 'Tube sans chambre, vide' },
  DEACTIVATED: { en: 'Cannot chamber a round', fr: 'Ne peut plus chambrer' },
} as const satisfies Vocabulary;

/** E13: state of the magazine or feed. */
export const magazineStates = {
  REMOVED: { en: 'Removed', fr: 'Retiré' },
  FIXED_EMPTY: { en: 'Fixed, empty', fr: 'Fixe, vide' },
  BELT_REMOVED: { en: 'Belt removed', fr: 'Bande retirée' },
  NONE: { en: 'None', fr: 'Aucun' },
} as const satisfies Vocabulary;
