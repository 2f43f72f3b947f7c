import type { Vocabulary } from './vocabulary.js';

/** RQ-14: how an item came to be where it was found. A casing at a blast scene is no proof of firing. */
export const foundAs = {
  FIRED_AT_SCENE: { en: 'Fired at the scene', fr: 'Tiré sur les lieux' },
  EJECTED: { en: 'Ejected by a weapon at the scene', fr: 'Éjecté par une arme sur les lieux' },
  DEVICE_FILL: {
    en: 'Shrapnel or fill of a device',
    fr: "Éclat ou charge de fragmentation d'un engin",
  },
  CACHED: { en: 'Cached', fr: 'Dans une cache' },
  ON_PERSON: { en: 'On a person', fr: 'Sur une personne' },
  IN_VEHICLE: { en: 'In or on a vehicle', fr: 'Dans ou sur un véhicule' },
  ABANDONED: { en: 'Left behind at the scene', fr: 'Abandonné sur les lieux' },
  PART_OF_DEVICE: { en: 'Part of a device', fr: "Élément d'un engin" },
  PURCHASED_OR_SURRENDERED: { en: 'Purchased or surrendered', fr: 'Acheté ou remis volontairement' },
  DERIVED: { en: 'Taken from another item', fr: 'Prélevé sur une autre pièce' },
  DOCUMENTED_ONLY: { en: 'Examined where another holds it', fr: 'Examiné chez un tiers détenteur' },
  UNDETERMINED: { en: 'Cannot be said', fr: 'Indéterminé' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** D2: who recovered it. */
export const recoveringParties = {
  MISSION: { en: 'The Mission', fr: 'La Mission' },
  FRENCH_FORCES: { en: 'French forces', fr: 'Forces françaises' },
  MALIAN_AUTHORITY: { en: 'Malian authority', fr: 'Autorité malienne' },
  INTERNATIONAL_FORCES: { en: 'Other international forces', fr: 'Autres forces internationales' },
  CONTINGENT: {
    en: 'National contingent outside its Mission duty',
    fr: 'Contingent hors service de la Mission',
  },
  POPULATION: { en: 'Population', fr: 'Population' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** D2: in our custody, or examined only. */
export const holdings = {
  IN_CUSTODY: { en: 'Taken, or to be taken, into custody', fr: 'Pris ou à prendre sous garde' },
  DOCUMENTED_ONLY: { en: 'Documented only, held by another', fr: 'Documenté seulement, détenu par un tiers' },
} as const satisfies Vocabulary;

/** How a collector came to see what he took (RQ-07). */
export const personalObservations = {
  FOUND: { en: 'Found by the collector', fr: 'Découvert par le collecteur' },
  SEEN_IN_PLACE: { en: 'Seen in place by the collector', fr: 'Vu en place par le collecteur' },
} as const satisfies Vocabulary;

/** E08: how it was taken up. */
export const collectionMethods = {
  BY_HAND: { en: 'By hand, with gloves', fr: 'À la main, gantée' },
  TOOL: { en: 'With a tool', fr: "À l'aide d'un outil" },
  REMOTE: { en: 'By remote means', fr: 'Par moyen télécommandé' },
  SWAB_OR_LIFT: { en: 'Swab or lift', fr: 'Écouvillon ou relevé' },
  EXCAVATION: { en: 'Dug out', fr: 'Par excavation' },
  REMOVED_FROM_ITEM: { en: 'Taken out of another item', fr: "Extrait d'une autre pièce" },
  HANDED_OVER_ON_SPOT: { en: 'Given up on the spot', fr: 'Remis sur place' },
  DIGITAL_COPY: { en: 'Digital copy', fr: 'Copie numérique' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** Domain (b), L0: why a first responder had to collect. */
export const necessities = {
  IMMINENT_LOSS: { en: 'Imminent loss', fr: 'Perte imminente' },
  HOSTILE_PRESSURE: { en: 'Hostile pressure', fr: 'Pression hostile' },
  DANGER_TO_PERSONS: { en: 'Danger to persons', fr: 'Danger pour les personnes' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** E09: why an item stayed where it was. */
export const leftReasons = {
  HAZARD: { en: 'Hazard', fr: 'Danger' },
  HOSTILE_PRESSURE: { en: 'Hostile pressure', fr: 'Pression hostile' },
  TOO_LARGE: { en: 'Too large or heavy to move', fr: 'Trop grand ou trop lourd' },
  NO_MEANS: { en: 'No means of transport', fr: 'Absence de moyens de transport' },
  OTHER_AUTHORITY: { en: 'Left to another authority', fr: 'Laissé à une autre autorité' },
  NO_VALUE: { en: 'Record suffices', fr: 'La documentation suffit' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** RQ-02: what a derived item is to its parent. A sub-lot comes by a split. */
export const derivations = {
  SAMPLE: { en: 'Sample', fr: 'Échantillon' },
  SWAB: { en: 'Swab', fr: 'Écouvillon' },
  LIFT: { en: 'Print lift', fr: 'Relevé de traces papillaires' },
  CAST: { en: 'Cast', fr: 'Moulage' },
  FRAGMENT: { en: 'Fragment', fr: 'Fragment' },
  COMPONENT: { en: 'Component taken off', fr: 'Composant démonté' },
  IMAGE: { en: 'Image', fr: 'Image' },
  COPY: { en: 'Copy', fr: 'Copie' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** E27: what an item leaves the store for. */
export const checkOutPurposes = {
  LABORATORY: { en: 'Laboratory', fr: 'Laboratoire' },
  PHOTOGRAPHY: { en: 'Photography', fr: 'Photographie' },
  COURT: { en: 'Court', fr: 'Audience' },
  INSPECTION: { en: 'Inspection', fr: 'Inspection' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;
