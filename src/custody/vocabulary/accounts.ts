import type { Vocabulary } from './vocabulary.js';

/** E01: who says so. Two sources may say two things; each is an account of its own. */
export const accountSources = {
  OWN_OBSERVATION: { en: 'Own observation', fr: 'Observation personnelle' },
  UNIT_REPORT: { en: 'Report of a unit', fr: "Compte rendu d'une unité" },
  PARTNER_FORCE: { en: 'Partner force', fr: 'Force partenaire' },
  NATIONAL_AUTHORITY: { en: 'National authority', fr: 'Autorité nationale' },
  MEDIA: { en: 'Media', fr: 'Médias' },
  PROPAGANDA: { en: 'Propaganda of an armed group', fr: "Propagande d'un groupe armé" },
  INTERVIEW: { en: 'Interview', fr: 'Entretien' },
  IMPORTED_TABLE: { en: 'Table kept before this register', fr: 'Tableau tenu avant le présent registre' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** How far the source is relied on, in the letters analysts use. Closed. */
export const sourceReliabilities = {
  A: { en: 'A: completely reliable', fr: 'A : totalement fiable' },
  B: { en: 'B: usually reliable', fr: 'B : généralement fiable' },
  C: { en: 'C: fairly reliable', fr: 'C : assez fiable' },
  D: { en: 'D: not usually reliable', fr: 'D : rarement fiable' },
  E: { en: 'E: unreliable', fr: 'E : peu sûre' },
  F: { en: 'F: cannot be judged', fr: 'F : fiabilité impossible à apprécier' },
} as const satisfies Vocabulary;

/** How far what it says is believed. Closed; the numbers analysts use stand in the words. */
export const accountCredibilities = {
  CONFIRMED: { en: '1: confirmed by others', fr: "1 : confirmé par d'autres" },
  PROBABLY_TRUE: { en: '2: probably true', fr: '2 : probablement vrai' },
  POSSIBLY_TRUE: { en: '3: possibly true', fr: '3 : peut-être vrai' },
  DOUBTFUL: { en: '4: doubtful', fr: '4 : douteux' },
  IMPROBABLE: { en: '5: improbable', fr: '5 : improbable' },
  CANNOT_BE_JUDGED: { en: '6: cannot be judged', fr: '6 : impossible à apprécier' },
} as const satisfies Vocabulary;

/** E01: whose dead, injured and abducted. */
export const casualtyCategories = {
  MISSION_MILITARY: { en: 'Military of the mission', fr: 'Militaires de la Mission' },
  MISSION_POLICE: { en: 'Police of the mission', fr: 'Policiers de la Mission' },
  MISSION_CIVILIAN: { en: 'Civilian staff of the mission', fr: 'Personnel civil de la Mission' },
  CONTRACTORS: { en: 'Contractors of the UN', fr: "Prestataires de l'ONU" },
  NATIONAL_FORCES: { en: 'Forces of the host State', fr: "Forces de l'État hôte" },
  INTERNATIONAL_FORCES: { en: 'Other international forces', fr: 'Autres forces internationales' },
  CIVILIANS: { en: 'Civilians', fr: 'Civils' },
  NOT_KNOWN: { en: 'Not said who', fr: 'Catégorie non précisée' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

/** How precisely a source gives a date. Closed. */
export const datePrecisions = {
  DAY: { en: 'To the day', fr: 'Au jour près' },
  MONTH: { en: 'To the month', fr: 'Au mois près' },
  YEAR: { en: 'To the year', fr: "À l'année près" },
} as const satisfies Vocabulary;
