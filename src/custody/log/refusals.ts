import type { Refusal } from '../refusal.js';

export const logRefusals = {
  'log.not-founding': {
    gate: null,
    source: 'log-format section 8',
    message: {
      en: 'log.opened stands at leaf 0 only, in the founding batch.',
      fr: "log.opened ne figure qu'à la feuille 0, dans le lot fondateur.",
    },
    missing: {
      en: 'The founding batch, sent by scelle init.',
      fr: 'Le lot fondateur, envoyé par scelle init.',
    },
    provider: ['REG'],
  },
  'log.founders-not-distinct': {
    gate: null,
    source: 'log-format section 8',
    message: {
      en: 'Founders are two or more different officers with different keys.',
      fr: 'Les fondateurs sont au moins deux officiers différents, avec des clés différentes.',
    },
    missing: { en: 'Another founder.', fr: 'Un autre fondateur.' },
    provider: ['REG'],
  },
  'log.founder-not-countersigned': {
    gate: null,
    source: 'log-format section 8',
    message: {
      en: 'The founder {officer} has not countersigned log.opened.',
      fr: "Le fondateur {officer} n'a pas contresigné log.opened.",
    },
    missing: { en: 'The countersignature of every founder.', fr: 'Le contreseing de chaque fondateur.' },
    provider: ['REG'],
  },
  'log.signer-not-founder': {
    gate: null,
    source: 'log-format section 8',
    message: {
      en: 'log.opened is signed by its first founder.',
      fr: 'log.opened est signé par le premier fondateur.',
    },
    missing: { en: 'The signature of the first founder.', fr: 'La signature du premier fondateur.' },
    provider: ['REG'],
  },
  'log.sop-unknown': {
    gate: null,
    source: 'domain.md (a), consequence 2',
    message: {
      en: 'The SOP document with SHA-256 {sha256} is not known to the service.',
      fr: "Le document de procédure d'empreinte SHA-256 {sha256} n'est pas connu du service.",
    },
    missing: {
      en: 'The document, uploaded as a file beforehand.',
      fr: 'Le document, déposé au préalable comme fichier.',
    },
    provider: ['REG', 'OPS'],
  },
} as const satisfies Record<string, Refusal>;
