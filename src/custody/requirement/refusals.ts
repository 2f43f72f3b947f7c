import type { Refusal } from '../refusal.js';

const source = 'domain.md (b), JMAC';

export const requirementRefusals = {
  'requirement.tagged-already': {
    gate: null,
    source,
    message: { en: '{record} is tagged to it already.', fr: '{record} y est déjà rattaché.' },
    missing: { en: 'Another record.', fr: 'Une autre fiche.' },
    provider: ['AUTHOR'],
  },
  'requirement.not-tagged': {
    gate: null,
    source,
    message: { en: '{record} is not tagged to it.', fr: "{record} n'y est pas rattaché." },
    missing: { en: 'A record that is tagged to it.', fr: 'Une fiche qui y est rattachée.' },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
