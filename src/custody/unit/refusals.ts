import type { Refusal } from '../refusal.js';

export const unitRefusals = {
  'unit.validity-dates': {
    gate: null,
    source: 'V12',
    message: {
      en: 'The unit ends on {until}, before it begins on {from}.',
      fr: "L'unité prend fin le {until}, avant de commencer le {from}.",
    },
    missing: {
      en: 'validUntil not before validFrom, or null.',
      fr: 'validUntil au plus tôt le jour de validFrom, ou null.',
    },
    provider: ['REG'],
  },
  'unit.class-national': {
    gate: null,
    source: 'V12, GATE-10',
    message: {
      en: '"national" does not fit the kind of organisation: {class}.',
      fr: "« national » ne convient pas à la nature de l'organisation : {class}.",
    },
    missing: {
      en: 'true for an authority of the host State, false for the mission, contingents and other forces.',
      fr: "true pour une autorité de l'État hôte, false pour la Mission, les contingents et les autres forces.",
    },
    provider: ['REG'],
  },
  'unit.state-not-named': {
    gate: null,
    source: 'RQ-68, V12',
    edition: 3,
    message: {
      en: 'The authority of another State is registered without saying of which.',
      fr: "L'autorité d'un autre État est enregistrée sans dire duquel.",
    },
    missing: {
      en: 'The State in country, ISO 3166-1 alpha-3.',
      fr: "L'État dans country, ISO 3166-1 alpha-3.",
    },
    provider: ['REG'],
  },
  'unit.review-not-after': {
    gate: null,
    source: 'RQ-63',
    edition: 3,
    message: {
      en: 'The unit is assessed on {assessedOn} and to be reviewed on {reviewOn}, not after.',
      fr: "L'unité est évaluée le {assessedOn} et à réexaminer le {reviewOn}, qui n'est pas postérieur.",
    },
    missing: {
      en: 'A review date after the assessment.',
      fr: "Une date de réexamen postérieure à l'évaluation.",
    },
    provider: ['HR'],
  },
  'unit.suspended-already': {
    gate: null,
    source: 'RQ-63',
    edition: 3,
    message: {
      en: 'The unit is suspended already, since {since}.',
      fr: "L'unité est déjà suspendue, depuis le {since}.",
    },
    missing: { en: 'Nothing: the suspension stands.', fr: 'Rien : la suspension est en vigueur.' },
    provider: ['AUTHOR'],
  },
  'unit.not-suspended': {
    gate: null,
    source: 'RQ-63',
    edition: 3,
    message: { en: 'The unit is not suspended.', fr: "L'unité n'est pas suspendue." },
    missing: { en: 'A suspension that stands.', fr: 'Une suspension en vigueur.' },
    provider: ['AUTHOR'],
  },
  'unit.is-suspended': {
    gate: 'GATE-6',
    source: 'RQ-63, GATE-6',
    edition: 3,
    message: {
      en: '{unit} is suspended from receiving since {since}: nothing is granted or handed over to it.',
      fr: '{unit} est suspendue comme destinataire depuis le {since} : rien ne lui est accordé ni remis.',
    },
    missing: {
      en: 'The lifting of the suspension, by human rights or the Head of Mission.',
      fr: 'La levée de la suspension, par les droits de l’homme ou le Chef de la Mission.',
    },
    provider: ['HR', 'HOM'],
  },
  'unit.assessment-outdated': {
    gate: 'GATE-6',
    source: 'RQ-63, GATE-6',
    edition: 3,
    message: {
      en: 'The human rights assessment of {unit}, {reference}, was to be reviewed on {reviewOn}.',
      fr: "L'évaluation de {unit} au titre des droits de l'homme, {reference}, était à réexaminer le {reviewOn}.",
    },
    missing: { en: 'A new assessment of the unit.', fr: "Une nouvelle évaluation de l'unité." },
    provider: ['HR'],
  },
} as const satisfies Record<string, Refusal>;
