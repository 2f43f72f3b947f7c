import type { Refusal } from '../refusal.js';

export const evidenceRefusals = {
  'evidence.custody-ended': {
    gate: 'GATE-12',
    source: 'domain.md C.1',
    message: {
      en: 'Item {number} is {physical}: {type} cannot follow.',
      fr: 'La pièce {number} est {physical} : {type} ne peut pas suivre.',
    },
    missing: { en: 'An item in custody.', fr: 'Une pièce sous garde.' },
    provider: ['CUSTODIAN'],
  },
  'evidence.time-reversal': {
    gate: 'GATE-12',
    source: 'GATE-12',
    message: {
      en: 'The act is said to have happened at {at}, before the previous act of the item at {previous}.',
      fr: "L'acte aurait eu lieu le {at}, avant l'acte précédent de la pièce ({previous}).",
    },
    missing: {
      en: 'A time not before the previous act.',
      fr: "Une heure qui ne précède pas l'acte précédent.",
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
