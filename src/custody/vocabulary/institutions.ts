import type { Vocabulary } from './vocabulary.js';

/** V12: what kind of organisation a unit is. Closed but for OTHER; which institution is data with dates. */
export const organisationClasses = {
  MISSION_FORCE: { en: 'Force of the mission', fr: 'Force de la Mission' },
  MISSION_POLICE: { en: 'Police of the mission', fr: 'Police de la Mission' },
  MISSION_CIVILIAN: { en: 'Civilian component of the mission', fr: 'Composante civile de la Mission' },
  CONTINGENT: { en: 'Contingent', fr: 'Contingent' },
  CONTRACTOR: { en: 'Contractor', fr: 'Prestataire' },
  NATIONAL_AUTHORITY: { en: 'National authority', fr: 'Autorité nationale' },
  INTERNATIONAL_FORCE: { en: 'Other international force', fr: 'Autre force internationale' },
  LABORATORY: { en: 'Laboratory', fr: 'Laboratoire' },
  OTHER: { en: 'Other', fr: 'Autre' },
} as const satisfies Vocabulary;

export type OrganisationClass = keyof typeof organisationClasses;

/** Classes that are of the host State by their nature, or cannot be; the others may be either. */
export const nationalByClass: Partial<Record<OrganisationClass, boolean>> = {
  NATIONAL_AUTHORITY: true,
  MISSION_FORCE: false,
  MISSION_POLICE: false,
  MISSION_CIVILIAN: false,
  CONTINGENT: false,
  INTERNATIONAL_FORCE: false,
};
