import type { Vocabulary } from './vocabulary.js';

/** V1: incident types. One incident may be of several. */
export const incidentTypes = {
  IED_ATTACK: {
    en: 'Attack with an improvised explosive device (detonated)',
    fr: 'Attaque à l’engin explosif improvisé (ayant explosé)',
  },
  IED_FIND: {
    en: 'Improvised explosive device found before detonation',
    fr: 'Engin explosif improvisé découvert avant explosion',
  },
  SAF: { en: 'Small-arms-fire attack', fr: 'Attaque à l’arme légère' },
  IDF: { en: 'Indirect fire', fr: 'Tir indirect' },
  COMPLEX: { en: 'Complex attack', fr: 'Attaque complexe' },
  CACHE: { en: 'Cache recovered', fr: 'Cache découverte' },
  SEIZURE: { en: 'Seizure from persons, camp or vehicle', fr: 'Saisie sur personne, campement ou véhicule' },
  APPREHENSION: {
    en: 'Material from an apprehended suspect',
    fr: 'Matériel d’une personne appréhendée',
  },
  DIVERSION: { en: 'Capture or theft of State materiel', fr: 'Prise ou vol de matériel de l’État' },
  ABDUCTION: { en: 'Abduction outside an attack', fr: 'Enlèvement hors attaque' },
  KILLING: { en: 'Killing outside an attack', fr: 'Homicide hors attaque' },
  ITEM_FILE: { en: 'File on one item of interest', fr: 'Dossier sur un objet d’intérêt' },
  PROFILE: { en: 'Analytic file, no incident', fr: 'Dossier d’analyse, sans incident' },
  HANDED_IN: { en: 'Found or handed in by the population', fr: 'Trouvé ou remis par la population' },
  UN_INTERNAL: {
    en: 'Loss or theft of property of the UN or a contingent',
    fr: 'Perte ou vol de biens de l’ONU ou d’un contingent',
  },
  INSPECTION: { en: 'Inspection of stores or materiel', fr: 'Inspection de dépôts ou de matériel' },
  DISARMAMENT: { en: 'Disarmament event', fr: 'Opération de désarmement' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export type IncidentType = keyof typeof incidentTypes;

/** V1: sub-types. */
export const incidentSubTypes = {
  SVBIED: { en: 'Suicide vehicle-borne device', fr: 'Véhicule piégé, attaque suicide' },
  VBIED: { en: 'Vehicle-borne device', fr: 'Véhicule piégé' },
  ROCKET: { en: 'Rockets', fr: 'Roquettes' },
  MORTAR: { en: 'Mortar', fr: 'Mortier' },
} as const satisfies Vocabulary;

export type IncidentSubType = keyof typeof incidentSubTypes;

/** The types a sub-type goes with. A complex attack has sub-types of any of its parts. */
export const typesOfSubType: Readonly<Record<IncidentSubType, readonly IncidentType[]>> = {
  SVBIED: ['IED_ATTACK', 'IED_FIND', 'COMPLEX'],
  VBIED: ['IED_ATTACK', 'IED_FIND', 'COMPLEX'],
  ROCKET: ['IDF', 'COMPLEX'],
  MORTAR: ['IDF', 'COMPLEX'],
};

/** V1: who or what was the target. */
export const targetClasses = {
  UN_FORCE: { en: 'UN force', fr: 'Force de l’ONU' },
  UN_CONTRACTOR: {
    en: 'Contractors of the UN (drivers, guards)',
    fr: 'Prestataires de l’ONU (chauffeurs, gardiens)',
  },
  UN_CIVILIAN: { en: 'Civilian staff of the UN', fr: 'Personnel civil de l’ONU' },
  UN_CONVOY: { en: 'UN convoy', fr: 'Convoi de l’ONU' },
  UN_CAMP: { en: 'UN camp', fr: 'Camp de l’ONU' },
  UN_CHECKPOINT: { en: 'UN checkpoint', fr: 'Poste de contrôle de l’ONU' },
  NATIONAL_FORCES: { en: 'Forces of the host State', fr: 'Forces de l’État hôte' },
  INTERNATIONAL_FORCES: { en: 'Other international forces', fr: 'Autres forces internationales' },
  CIVILIANS: { en: 'Civilians', fr: 'Civils' },
  INFRASTRUCTURE: { en: 'Infrastructure', fr: 'Infrastructure' },
  NOT_KNOWN: { en: 'Not known', fr: 'Non connu' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;
