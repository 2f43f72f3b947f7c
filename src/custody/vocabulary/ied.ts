import type { Vocabulary } from './vocabulary.js';

/**
 * V2: labels of the UNMAS IED Lexicon as the GICHD guide uses them. Labels only: no list here, and no text
 * beside one, is a place for how a device is made.
 */
export const iedCategories = {
  TIME: { en: 'Time', fr: 'À retard' },
  COMMAND: { en: 'Command', fr: 'Commandé' },
  VICTIM_OPERATED: { en: 'Victim-operated', fr: 'Déclenché par la victime' },
  COMBINATION: { en: 'Combination or multi-switch', fr: 'Combiné' },
  HOAX: { en: 'Hoax', fr: 'Leurre' },
  FALSE: { en: 'False alarm', fr: 'Fausse alerte' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export const iedComponents = {
  MAIN_CHARGE: { en: 'Main charge', fr: 'Charge principale' },
  INITIATOR: { en: 'Initiator', fr: 'Initiateur' },
  POWER_SOURCE: { en: 'Power source', fr: 'Source d’énergie' },
  SWITCH: { en: 'Switch', fr: 'Dispositif de mise à feu' },
  CONTAINER: { en: 'Container', fr: 'Conteneur' },
  ENHANCEMENT: { en: 'Enhancement', fr: 'Élément aggravant' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export const iedSwitches = {
  COMMAND_WIRE: { en: 'Command: wire', fr: 'Commandé : filaire' },
  COMMAND_RADIO: { en: 'Command: radio', fr: 'Commandé : radio' },
  COMMAND_PULL: { en: 'Command: pull', fr: 'Commandé : traction' },
  COMMAND_OTHER: { en: 'Command: other', fr: 'Commandé : autre' },
  PRESSURE: { en: 'Victim-operated: pressure', fr: 'Victime : pression' },
  PRESSURE_RELEASE: { en: 'Victim-operated: pressure release', fr: 'Victime : relâchement de pression' },
  PULL_OR_TRIP: { en: 'Victim-operated: pull or trip', fr: 'Victime : traction ou trébuchement' },
  TENSION_RELEASE: { en: 'Victim-operated: tension release', fr: 'Victime : relâchement de tension' },
  INFRARED_OR_LIGHT: { en: 'Victim-operated: infrared or light', fr: 'Victime : infrarouge ou lumière' },
  MAGNETIC_OR_INFLUENCE: {
    en: 'Victim-operated: magnetic or influence',
    fr: 'Victime : magnétique ou influence',
  },
  ANTI_LIFT: { en: 'Victim-operated: anti-lift', fr: 'Victime : antirelevage' },
  TIME_MECHANICAL: { en: 'Time: mechanical', fr: 'Retard : mécanique' },
  TIME_ELECTRONIC: { en: 'Time: electronic', fr: 'Retard : électronique' },
  TIME_CHEMICAL: { en: 'Time: chemical', fr: 'Retard : chimique' },
  TIME_PYROTECHNIC: { en: 'Time: pyrotechnic', fr: 'Retard : pyrotechnique' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export const iedMainCharges = {
  MILITARY_MUNITION: { en: 'Military munition', fr: 'Munition militaire' },
  COMMERCIAL_EXPLOSIVE: { en: 'Commercial explosive', fr: 'Explosif commercial' },
  HOME_MADE_EXPLOSIVE: { en: 'Home-made explosive', fr: 'Explosif artisanal' },
  MIXED: { en: 'Mixed', fr: 'Mixte' },
  UNKNOWN: { en: 'Unknown', fr: 'Inconnue' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export const iedEffects = {
  BLAST: { en: 'Blast', fr: 'Souffle' },
  FRAGMENTATION: { en: 'Fragmentation', fr: 'Fragmentation' },
  DIRECTIONAL: { en: 'Directional', fr: 'Directionnel' },
  EXPLOSIVELY_FORMED_PROJECTILE: { en: 'Explosively formed projectile', fr: 'Charge génératrice de noyau' },
  INCENDIARY: { en: 'Incendiary', fr: 'Incendiaire' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export const iedEnhancements = {
  FRAGMENTATION: { en: 'Fragmentation added', fr: 'Fragmentation ajoutée' },
  FUEL: { en: 'Fuel', fr: 'Carburant' },
  CHEMICAL: { en: 'Chemical', fr: 'Chimique' },
  SAFE_TO_ARM: { en: 'Safe-to-arm', fr: 'Sécurité d’armement' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export const iedEmplacements = {
  BURIED: { en: 'Buried', fr: 'Enterré' },
  SURFACE: { en: 'Surface', fr: 'En surface' },
  ROADSIDE: { en: 'Roadside', fr: 'Bord de route' },
  CULVERT: { en: 'Culvert', fr: 'Buse ou ponceau' },
  BODY_WORN: { en: 'Body-worn', fr: 'Porté sur le corps' },
  VEHICLE: { en: 'Vehicle', fr: 'Véhicule' },
  SUICIDE_VEHICLE: { en: 'Suicide vehicle', fr: 'Véhicule suicide' },
  ANIMAL: { en: 'Animal', fr: 'Animal' },
  PROJECTED: { en: 'Projected', fr: 'Projeté' },
  THROWN: { en: 'Thrown', fr: 'Lancé' },
  DROPPED_FROM_DRONE: { en: 'Dropped from a drone', fr: 'Largué par drone' },
  BUILDING: { en: 'Building', fr: 'Bâtiment' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export const iedStatuses = {
  FUNCTIONED: { en: 'Functioned', fr: 'A fonctionné' },
  PARTIALLY_FUNCTIONED: { en: 'Partially functioned', fr: 'A fonctionné partiellement' },
  FAILED: { en: 'Failed', fr: "N'a pas fonctionné" },
  NEUTRALISED: { en: 'Neutralised', fr: 'Neutralisé' },
  DESTROYED_IN_PLACE: { en: 'Destroyed in place', fr: 'Détruit sur place' },
  RECOVERED: { en: 'Recovered', fr: 'Récupéré' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export const componentStates = {
  COMPLETE: { en: 'Complete', fr: 'Complet' },
  PARTIAL: { en: 'Partial', fr: 'Partiel' },
  FRAGMENT: { en: 'Fragment', fr: 'Fragment' },
  RESIDUE: { en: 'Residue', fr: 'Résidu' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** How what is recorded of a device at an incident is known. */
export const deviceBases = {
  EXAMINED: { en: 'Examined', fr: 'Examiné' },
  SEEN_IN_PLACE: { en: 'Seen in place', fr: 'Vu sur place' },
  REMAINS: { en: 'From remains collected', fr: "D'après les débris recueillis" },
  EFFECTS: { en: 'Estimated from its effects', fr: "Estimé d'après les effets" },
  REPORTED: { en: 'As reported by others', fr: 'Selon des tiers' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;
