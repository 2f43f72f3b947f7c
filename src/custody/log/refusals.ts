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
  'log.not-by-operator': {
    gate: null,
    source: 'log-format section 8, role',
    message: { en: 'This is signed in role OPS.', fr: 'Ceci se signe en rôle OPS.' },
    missing: {
      en: 'The signature of an officer in role OPS.',
      fr: "La signature d'un officier en rôle OPS.",
    },
    provider: ['OPS'],
  },
  'log.registrar-missing': {
    gate: null,
    source: 'log-format section 8, role',
    message: {
      en: 'A new log key is countersigned by an officer in role REG.',
      fr: 'Une nouvelle clé de journal est contresignée par un officier en rôle REG.',
    },
    missing: {
      en: 'Countersignature as registrar, role REG.',
      fr: 'Contreseing en qualité de registrar, rôle REG.',
    },
    provider: ['REG'],
  },
  'log.anchor-malformed': {
    gate: null,
    source: 'log-format section 8',
    message: {
      en: 'The note is not a signed checkpoint: {reason}.',
      fr: "La note n'est pas un point de contrôle signé : {reason}.",
    },
    missing: {
      en: 'A checkpoint with its cosignatures, as the log keeps it.',
      fr: 'Un point de contrôle avec ses cosignatures, tel que le journal le conserve.',
    },
    provider: ['OPS'],
  },
  'log.anchor-of-another-log': {
    gate: null,
    source: 'log-format section 8',
    message: {
      en: 'The checkpoint is that of another log, {origin}.',
      fr: "Le point de contrôle est celui d'un autre journal, {origin}.",
    },
    missing: { en: 'A checkpoint of this log.', fr: 'Un point de contrôle de ce journal.' },
    provider: ['OPS'],
  },
  'log.anchor-unsigned': {
    gate: null,
    source: 'log-format section 8',
    message: {
      en: "The checkpoint lacks the log's own line, or bears no cosignature.",
      fr: 'Il manque au point de contrôle la ligne du journal, ou toute cosignature.',
    },
    missing: {
      en: 'A checkpoint signed by the log and cosigned by witnesses.',
      fr: 'Un point de contrôle signé par le journal et cosigné par des témoins.',
    },
    provider: ['OPS'],
  },
  'log.anchor-ahead': {
    gate: null,
    source: 'log-format section 8',
    message: {
      en: 'The checkpoint is of size {size}, above the leaf {index} that would name it.',
      fr: 'Le point de contrôle est de taille {size}, au-delà de la feuille {index} qui le nommerait.',
    },
    missing: {
      en: 'A checkpoint that the log had before this leaf.',
      fr: 'Un point de contrôle que le journal avait avant cette feuille.',
    },
    provider: ['OPS'],
  },
  'log.key-malformed': {
    gate: null,
    source: 'log-format sections 5 and 8',
    message: {
      en: 'This is no verifier key of a log: {reason}.',
      fr: "Ceci n'est pas une clé de vérification de journal : {reason}.",
    },
    missing: {
      en: "A verifier key of type 1 whose name is the log's origin.",
      fr: "Une clé de vérification de type 1 au nom de l'origine du journal.",
    },
    provider: ['OPS'],
  },
  'log.key-of-another-log': {
    gate: null,
    source: 'log-format section 5',
    message: {
      en: 'The key is named {name}, not as this log.',
      fr: 'La clé se nomme {name}, non comme ce journal.',
    },
    missing: { en: "A key whose name is the log's origin.", fr: "Une clé au nom de l'origine du journal." },
    provider: ['OPS'],
  },
  'log.key-known': {
    gate: null,
    source: 'log-format section 8',
    message: { en: 'The log has or had this key already.', fr: 'Le journal a ou a déjà eu cette clé.' },
    missing: { en: 'A new key.', fr: 'Une nouvelle clé.' },
    provider: ['OPS'],
  },
  'log.key-not-held': {
    gate: null,
    source: 'log-format section 8, key',
    message: {
      en: 'The service does not sign with this key: from this act on no checkpoint would count.',
      fr: 'Le service ne signe pas avec cette clé : dès cet acte, aucun point de contrôle ne compterait.',
    },
    missing: {
      en: 'A service that holds the new key beside the old one.',
      fr: "Un service qui détient la nouvelle clé à côté de l'ancienne.",
    },
    provider: ['OPS'],
  },
  'log.access-anchor-backwards': {
    gate: null,
    source: 'docs/access-log.md',
    message: {
      en: 'The access log was anchored with {last} entries before; {count} with this hash do not follow them.',
      fr: 'Le journal des accès était déjà ancré avec {last} entrées ; {count} avec cette empreinte ne les suivent pas.',
    },
    missing: {
      en: 'The access log as it was, and what followed.',
      fr: "Le journal des accès d'alors, et la suite.",
    },
    provider: ['OPS'],
  },
  'log.administered-details': {
    gate: null,
    source: 'docs/administration.md',
    message: {
      en: '{detail} does not go with {act}, or is missing from it.',
      fr: "{detail} n'accompagne pas {act}, ou y manque.",
    },
    missing: { en: 'The details of this act and no others.', fr: 'Les détails de cet acte et nul autre.' },
    provider: ['OPS'],
  },
} as const satisfies Record<string, Refusal>;
