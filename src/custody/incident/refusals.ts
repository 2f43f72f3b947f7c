import type { Refusal } from '../refusal.js';
import { incidentSubTypes, incidentTypes } from '../vocabulary/incident-types.js';
import { inWordsAndCode } from '../vocabulary/told.js';

export const incidentRefusals = {
  'incident.opened-before': {
    gate: null,
    source: 'E01, RQ-09',
    message: {
      en: 'The file was opened at {occurred}, before the incident happened at {happened}.',
      fr: "Le dossier a été ouvert le {occurred}, avant l'incident survenu le {happened}.",
    },
    missing: {
      en: 'The time of the incident in happened, that of opening the file in occurred.',
      fr: "L'heure de l'incident dans happened, celle de l'ouverture du dossier dans occurred.",
    },
    provider: ['AUTHOR'],
  },
  'incident.type-twice': {
    gate: null,
    source: 'V1',
    message: { en: 'The type {type} is listed twice.', fr: 'Le type {type} figure deux fois.' },
    missing: { en: 'Each type once.', fr: 'Chaque type une seule fois.' },
    provider: ['AUTHOR'],
    told: { type: inWordsAndCode(incidentTypes) },
  },
  'incident.sub-type-astray': {
    gate: null,
    source: 'V1',
    message: {
      en: '{subType} is no sub-type of {type}.',
      fr: "{subType} n'est pas un sous-type de {type}.",
    },
    missing: {
      en: 'A sub-type of the type it stands with.',
      fr: 'Un sous-type du type auquel il est joint.',
    },
    provider: ['AUTHOR'],
    told: { type: inWordsAndCode(incidentTypes), subType: inWordsAndCode(incidentSubTypes) },
  },
  'incident.reason-missing': {
    gate: null,
    source: 'D1, F-04',
    message: {
      en: 'The incident was not fully exploited and no reason is given.',
      fr: "L'incident n'a pas été entièrement exploité et aucune raison n'est donnée.",
    },
    missing: { en: 'At least one reason.', fr: 'Au moins une raison.' },
    provider: ['AUTHOR'],
  },
  'incident.reason-without-cause': {
    gate: null,
    source: 'D1, F-04',
    message: {
      en: 'The incident was fully exploited, yet reasons say why it was not.',
      fr: "L'incident a été entièrement exploité, mais des raisons indiquent pourquoi il ne l'a pas été.",
    },
    missing: { en: 'No reason, or another level.', fr: 'Aucune raison, ou un autre niveau.' },
    provider: ['AUTHOR'],
  },
  'incident.charge-backwards': {
    gate: null,
    source: 'V2',
    message: {
      en: 'The charge is given as at least {lowest} kg and at most {highest} kg.',
      fr: 'La charge est indiquée comme étant d’au moins {lowest} kg et d’au plus {highest} kg.',
    },
    missing: {
      en: 'A highest that is not below the lowest, or null.',
      fr: 'Un maximum qui ne soit pas inférieur au minimum, ou null.',
    },
    provider: ['AUTHOR'],
  },
  'incident.withdrawn-already': {
    gate: null,
    source: 'E01, RQ-05',
    message: { en: 'The incident was withdrawn.', fr: "L'incident a été retiré." },
    missing: { en: 'Nothing: it counts no more.', fr: "Rien : il n'est plus compté." },
    provider: ['AUTHOR'],
  },
  'incident.duplicate-of-itself': {
    gate: null,
    source: 'E01',
    message: {
      en: 'The incident is said to be a duplicate of itself.',
      fr: "L'incident serait le doublon de lui-même.",
    },
    missing: { en: 'Another incident, or null.', fr: 'Un autre incident, ou null.' },
    provider: ['AUTHOR'],
  },
  'incident.not-case-officer': {
    gate: null,
    source: 'domain.md (b), CASE',
    message: {
      en: 'Officer {officer} does not hold the role CASE at this time.',
      fr: "L'officier {officer} ne détient pas le rôle CASE à cette date.",
    },
    missing: { en: 'An officer in role CASE.', fr: 'Un officier en rôle CASE.' },
    provider: ['REG'],
  },
  'incident.assigned-already': {
    gate: null,
    source: 'domain.md (b), CASE',
    message: {
      en: 'Officer {officer} is already in charge of the case.',
      fr: "L'officier {officer} est déjà chargé de l'affaire.",
    },
    missing: { en: 'Another case officer.', fr: "Un autre officier chargé de l'affaire." },
    provider: ['AUTHOR'],
  },
  'incident.not-assigned': {
    gate: null,
    source: 'domain.md (b), CASE',
    message: {
      en: 'Officer {officer} is not in charge of the case and cannot be relieved.',
      fr: "L'officier {officer} n'est pas chargé de l'affaire et ne peut être relevé.",
    },
    missing: { en: 'A case officer in charge, or null.', fr: "Un officier chargé de l'affaire, ou null." },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
