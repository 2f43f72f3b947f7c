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
} as const satisfies Record<string, Refusal>;
