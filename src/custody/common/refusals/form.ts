import type { Refusal } from '../../refusal.js';

/** Types, forms, bodies, and what they name. */
export const formRefusals = {
  'type.unknown': {
    gate: null,
    source: 'log-format section 1',
    message: {
      en: 'The event type {type} in form {form} is not known.',
      fr: "Le type d'acte {type}, forme {form}, n'est pas connu.",
    },
    missing: {
      en: 'A type and form listed in the OpenAPI document.',
      fr: 'Un type et une forme figurant dans le document OpenAPI.',
    },
    provider: ['AUTHOR'],
  },
  'type.form-superseded': {
    gate: null,
    source: 'design section 4, growth',
    edition: 2,
    message: {
      en: 'Form {form} of {type} was taken over by form {current}.',
      fr: 'La forme {form} de {type} est remplacée par la forme {current}.',
    },
    missing: {
      en: 'The act in form {current}, composed and signed again with a program of today.',
      fr: "L'acte en forme {current}, rédigé et signé de nouveau avec un programme à jour.",
    },
    provider: ['AUTHOR'],
  },
  'type.not-of-subject': {
    gate: null,
    source: 'log-format section 1',
    message: {
      en: '{type} cannot be an event of {subject}: the kinds differ.',
      fr: '{type} ne peut pas être un acte de {subject} : la nature diffère.',
    },
    missing: { en: 'A subject of the kind the type names.', fr: 'Un sujet de la nature nommée par le type.' },
    provider: ['AUTHOR'],
  },
  'body.member-missing': {
    gate: null,
    source: 'forms D1 to D4',
    message: { en: 'The field {member} is missing.', fr: 'Le champ {member} est absent.' },
    missing: { en: '{member}: {description}', fr: '{member} : {description}' },
    provider: ['AUTHOR'],
  },
  'body.member-unknown': {
    gate: null,
    source: 'design section 4',
    message: { en: 'The field {member} is not known here.', fr: "Le champ {member} n'est pas connu ici." },
    missing: { en: 'Only the fields of the form.', fr: 'Uniquement les champs du formulaire.' },
    provider: ['AUTHOR'],
  },
  'body.value-refused': {
    gate: null,
    source: 'forms D1 to D4',
    message: {
      en: 'The value of {member} is not allowed: {reason}.',
      fr: "La valeur de {member} n'est pas admise : {reason}.",
    },
    missing: { en: '{member}: {description}', fr: '{member} : {description}' },
    provider: ['AUTHOR'],
  },
  'disclosure.value-refused': {
    gate: null,
    source: 'log-format section 2',
    message: {
      en: 'The disclosed value of {member} does not follow its form.',
      fr: 'La valeur révélée de {member} ne suit pas son formulaire.',
    },
    missing: { en: '{member}: {description}', fr: '{member} : {description}' },
    provider: ['AUTHOR'],
  },
  'subject.begun': {
    gate: null,
    source: 'log-format section 1',
    message: {
      en: '{type} can only begin a subject; it cannot follow in the history of {subject}.',
      fr: "{type} ne peut que commencer un sujet ; il ne peut pas suivre dans l'historique de {subject}.",
    },
    missing: { en: 'A new UUID.', fr: 'Un nouvel UUID.' },
    provider: ['AUTHOR'],
  },
  'subject.unknown': {
    gate: null,
    source: 'log-format section 1',
    message: {
      en: '{type} cannot be the first event of {subject}.',
      fr: '{type} ne peut pas être le premier acte de {subject}.',
    },
    missing: { en: 'The event that begins the subject.', fr: 'L’acte qui commence le sujet.' },
    provider: ['AUTHOR'],
  },
  'reference.subject-unknown': {
    gate: null,
    source: 'design section 4',
    message: {
      en: 'The body names {subject}, which does not exist.',
      fr: "L'acte cite {subject}, qui n'existe pas.",
    },
    missing: { en: 'The registration of {subject}.', fr: "L'enregistrement de {subject}." },
    provider: ['AUTHOR', 'REG'],
  },
  'reference.event-unknown': {
    gate: null,
    source: 'log-format section 1, group',
    message: {
      en: 'refs names {event}, which is not in the log before this act.',
      fr: "refs cite {event}, qui n'est pas dans le journal avant cet acte.",
    },
    missing: {
      en: 'The event itself, sent before this one.',
      fr: "L'acte lui-même, envoyé avant celui-ci.",
    },
    provider: ['AUTHOR'],
  },
  'reference.event-missing': {
    gate: null,
    source: 'log-format section 1',
    message: {
      en: 'The act relies on an event that it does not name in refs: {what}.',
      fr: "L'acte s'appuie sur un autre acte qu'il ne cite pas dans refs : {what}.",
    },
    missing: { en: 'In refs: {what}.', fr: 'Dans refs : {what}.' },
    provider: ['AUTHOR'],
  },
  'claim.taken': {
    gate: null,
    source: 'RQ-01, D3',
    message: {
      en: 'The {set} {key} is already that of {holder}: it is used once for ever.',
      fr: 'Déjà pris : {set} {key}, par {holder} ; cela ne sert qu’une fois.',
    },
    missing: { en: 'One that was never used.', fr: "Un numéro qui n'a jamais servi." },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
