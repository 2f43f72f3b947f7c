import type { Refusal } from '../../refusal.js';

/** What is corrected, and what is erased (E55, RQ-05, GATE-8). */
export const correctionRefusals = {
  'corrected.not-of-subject': {
    gate: null,
    source: 'E55, RQ-05',
    message: {
      en: 'The correction names an event that is not of {subject}.',
      fr: "La correction vise un acte qui n'est pas de {subject}.",
    },
    missing: {
      en: 'An earlier event of the same subject, in corrects and in refs.',
      fr: 'Un acte antérieur du même sujet, dans corrects et dans refs.',
    },
    provider: ['AUTHOR'],
  },
  'corrected.not-author': {
    gate: null,
    source: 'E55, RQ-07',
    message: {
      en: 'The event was signed by another officer: the correction needs a countersignature as supervisor.',
      fr: "L'acte a été signé par un autre officier : la correction requiert un contreseing en qualité de superviseur.",
    },
    missing: {
      en: "The author's own correction, or a supervisor.",
      fr: "La correction de l'auteur lui-même, ou un superviseur.",
    },
    provider: ['AUTHOR', 'SUPERVISOR'],
  },
  'corrected.field-unknown': {
    gate: null,
    source: 'E55, RQ-05',
    message: {
      en: 'The event that is corrected has no field {field}; who signed it and when cannot be corrected.',
      fr: "L'acte corrigé n'a pas de champ {field} ; son signataire et sa date ne se corrigent pas.",
    },
    missing: {
      en: 'A pointer to a field of its body, e.g. /body/description/fr.',
      fr: 'Un pointeur vers un champ du corps (body), p. ex. /body/description/fr.',
    },
    provider: ['AUTHOR'],
  },
  'corrected.field-withheld': {
    gate: null,
    source: 'E55, GATE-8',
    message: {
      en: 'The field {field} is withheld: its correction would stand in clear for ever.',
      fr: 'Le champ {field} est réservé : sa correction resterait en clair pour toujours.',
    },
    missing: {
      en: 'A correction of a field that is not withheld, in words that give nothing away.',
      fr: 'La correction d’un champ non réservé, en des termes qui ne révèlent rien.',
    },
    provider: ['AUTHOR', 'SUPERVISOR'],
  },
  'corrected.in-clear': {
    gate: null,
    source: 'E55, GATE-8',
    edition: 2,
    message: {
      en: 'The field {field} is or may be withheld: its correction would stand in clear for ever.',
      fr: 'Le champ {field} est réservé ou peut l’être : sa correction resterait en clair pour toujours.',
    },
    missing: {
      en: 'What was wrong and what is right in withheld alone; was and correct empty.',
      fr: 'Ce qui était faux et ce qui est juste dans withheld seulement ; was et correct vides.',
    },
    provider: ['AUTHOR', 'SUPERVISOR'],
  },
  'corrected.hidden': {
    gate: null,
    source: 'E55, RQ-05',
    edition: 2,
    message: {
      en: 'The field {field} is open to whoever reads the record: its correction cannot be hidden.',
      fr: 'Le champ {field} est ouvert à qui lit la fiche : sa correction ne peut être cachée.',
    },
    missing: {
      en: 'The correction in was and correct; withheld empty.',
      fr: 'La correction dans was et correct ; withheld vide.',
    },
    provider: ['AUTHOR'],
  },
  'corrected.value-missing': {
    gate: null,
    source: 'E55, RQ-05',
    edition: 2,
    message: {
      en: 'The correction of {field} does not say what was wrong and what is right.',
      fr: 'La correction de {field} ne dit pas ce qui était faux et ce qui est juste.',
    },
    missing: { en: 'Both was and correct.', fr: 'À la fois was et correct.' },
    provider: ['AUTHOR'],
  },
  'erased.not-of-subject': {
    gate: null,
    source: 'log-format section 2',
    message: {
      en: 'The digest is not one of an event of {subject}.',
      fr: "L'empreinte n'est pas celle d'un acte de {subject}.",
    },
    missing: {
      en: 'A digest that stands in the named event, which refs names too.',
      fr: "Une empreinte figurant dans l'acte nommé, cité aussi dans refs.",
    },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
