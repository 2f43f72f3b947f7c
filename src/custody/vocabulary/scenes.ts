import type { Vocabulary } from './vocabulary.js';

/** Kinds of scene: one incident may have several, each with its own clearance. */
export const sceneKinds = {
  CAMP: { en: 'Camp', fr: 'Camp' },
  OUTPOST: { en: 'Outpost', fr: 'Poste avancé' },
  LAUNCH_SITE: { en: 'Launch site', fr: 'Site de lancement' },
  CHECKPOINT: { en: 'Checkpoint', fr: 'Poste de contrôle' },
  ROUTE: { en: 'Route', fr: 'Itinéraire' },
  CACHE: { en: 'Cache', fr: 'Cache' },
  VEHICLE: { en: 'Vehicle', fr: 'Véhicule' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** GATE-1. Closed: a scene is possible danger until a person of the trade excludes it. */
export const explosiveHazards = {
  POSSIBLE: { en: 'Possible', fr: 'Possible' },
  EXCLUDED: { en: 'Excluded', fr: 'Exclu' },
} as const satisfies Vocabulary;

/** E02. Closed. */
export const casualtyStates = {
  REMOVED: { en: 'Removed before arrival', fr: "Évacuées avant l'arrivée" },
  PRESENT: { en: 'Still there at arrival', fr: "Encore sur place à l'arrivée" },
  NONE: { en: 'None', fr: 'Aucune' },
  NOT_KNOWN: { en: 'Not known', fr: 'Non connu' },
} as const satisfies Vocabulary;

/** E03: class of method of a clearance, as a label only. */
export const clearanceMethods = {
  VISUAL: { en: 'Visual search', fr: 'Recherche à vue' },
  DETECTOR: { en: 'Detector', fr: 'Détecteur' },
  DOG: { en: 'Search dog', fr: 'Chien détecteur' },
  REMOTE: { en: 'Remote means', fr: 'Moyens télécommandés' },
  DEMOLITION: { en: 'Destruction in place', fr: 'Destruction sur place' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** E06: how far a scene was exploited. Closed. */
export const exploitationLevels = {
  FULL: { en: 'Fully', fr: 'Entièrement' },
  PARTIAL: { en: 'Partly', fr: 'Partiellement' },
  NONE: { en: 'Not at all', fr: 'Pas du tout' },
} as const satisfies Vocabulary;

/** D1: why a scene was not fully exploited. */
export const nonExploitationReasons = {
  DIFFICULT_ACCESS: { en: 'Difficult access', fr: 'Accès difficile' },
  RESOURCE_CONSTRAINTS: { en: 'Lack of means', fr: 'Manque de moyens' },
  COMPETING_PRIORITIES: { en: 'Other priorities', fr: 'Autres priorités' },
  NEED_NOT_APPRECIATED: { en: 'Need not appreciated', fr: 'Utilité non perçue' },
  SECURITY: { en: 'Security', fr: 'Sécurité' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** E04: what somebody enters a scene for. */
export const visitPurposes = {
  CLEARANCE: { en: 'Explosive clearance', fr: 'Dépollution explosive' },
  RESCUE: { en: 'Rescue of casualties', fr: 'Secours aux victimes' },
  SECURITY: { en: 'Securing the scene', fr: 'Sécurisation des lieux' },
  DOCUMENTATION: { en: 'Documentation', fr: 'Constatations' },
  SEARCH: { en: 'Search and collection', fr: 'Recherche et prélèvement' },
  INSPECTION: { en: 'Visit of authorities', fr: "Visite d'autorités" },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;
