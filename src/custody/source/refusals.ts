import type { Refusal } from '../refusal.js';
import { consentUses } from '../vocabulary/sources.js';
import { inWordsAndCode } from '../vocabulary/told.js';

export const sourceRefusals = {
  'source.not-keeper': {
    gate: 'GATE-8',
    source: 'GATE-8, F-28',
    edition: 3,
    message: {
      en: 'Only who registered the source, human rights or the legal office acts on it.',
      fr: 'Seuls celui qui a enregistré la source, les droits de l’homme ou le juriste agissent à son sujet.',
    },
    missing: { en: 'The signature of one of them.', fr: 'La signature de l’un d’eux.' },
    provider: ['HR', 'LEG'],
  },
  'source.court-of-use': {
    gate: null,
    source: 'RQ-64',
    edition: 3,
    message: {
      en: 'A consent to this use ({use}) names a court exactly where it is for that court alone.',
      fr: 'Un consentement à cet usage ({use}) nomme une juridiction si, et seulement si, il vaut pour elle seule.',
    },
    missing: {
      en: 'unit for THIS_COURT, null for every other use.',
      fr: 'unit pour THIS_COURT, null pour tout autre usage.',
    },
    provider: ['AUTHOR'],
    told: { use: inWordsAndCode(consentUses) },
  },
  'source.consent-backwards': {
    gate: null,
    source: 'RQ-64',
    edition: 3,
    message: {
      en: 'The consent ends before the day it was given.',
      fr: 'Le consentement prend fin avant le jour où il fut donné.',
    },
    missing: {
      en: 'validUntil not before takenOn, or null.',
      fr: 'validUntil au plus tôt le jour de takenOn, ou null.',
    },
    provider: ['AUTHOR'],
  },
  'source.consent-not-standing': {
    gate: null,
    source: 'RQ-64',
    edition: 3,
    message: {
      en: 'The act names no consent of this source that stands.',
      fr: "L'acte ne vise aucun consentement en vigueur de cette source.",
    },
    missing: {
      en: 'A consent of this source that was not revoked.',
      fr: 'Un consentement de cette source non révoqué.',
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
