import type { Vocabulary } from './vocabulary.js';

/** The classes that form 1 of a unit's registration knows: frozen with it. */
export const formerOrganisationClasses = {
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

/**
 * V12, RQ-68: what kind of organisation a unit is, recipients apart by the rules that go with them. Closed but for
 * OTHER; which institution is data with dates.
 */
export const organisationClasses = {
  ...formerOrganisationClasses,
  PROSECUTION: {
    en: 'Public prosecution or investigating court',
    fr: "Parquet ou juridiction d'instruction",
  },
  COURT_REGISTRY: { en: 'Court registry', fr: 'Greffe' },
  INTERNATIONAL_COURT: { en: 'International court', fr: 'Juridiction internationale' },
  OTHER_STATE: { en: 'Authority of another State', fr: "Autorité d'un autre État" },
  SANCTIONS_PANEL: { en: 'Sanctions panel', fr: "Groupe d'experts d'un régime de sanctions" },
  INQUIRY: {
    en: 'International inquiry or mechanism',
    fr: "Commission d'enquête ou mécanisme international",
  },
} as const satisfies Vocabulary;

export type OrganisationClass = keyof typeof organisationClasses;

/** Classes that are of the host State by their nature, or cannot be; the others may be either. */
export const nationalByClass: Partial<Record<OrganisationClass, boolean>> = {
  NATIONAL_AUTHORITY: true,
  PROSECUTION: true,
  COURT_REGISTRY: true,
  INTERNATIONAL_COURT: false,
  OTHER_STATE: false,
  SANCTIONS_PANEL: false,
  INQUIRY: false,
  MISSION_FORCE: false,
  MISSION_POLICE: false,
  MISSION_CIVILIAN: false,
  CONTINGENT: false,
  INTERNATIONAL_FORCE: false,
};
