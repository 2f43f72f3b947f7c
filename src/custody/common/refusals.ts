import type { Refusal } from '../refusal.js';
import { capacityTold, roleTold } from '../vocabulary/told.js';

/** Rules that hold for every act, whatever its kind. */
export const commonRefusals = {
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
  'group.items-digest': {
    gate: null,
    source: 'RQ-20, log-format section 10',
    edition: 2,
    message: {
      en: 'The digest of what the items say is not that of the item events: the second signature would cover something else.',
      fr: "L'empreinte de ce que disent les pièces n'est pas celle de leurs actes : le second signataire signerait autre chose.",
    },
    missing: {
      en: 'The item events as they were when the act was signed, or the act signed anew by all.',
      fr: "Les actes des pièces tels qu'ils étaient à la signature, ou l'acte signé de nouveau par tous.",
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
  'signer.role-not-held': {
    gate: null,
    source: 'SD-8, log-format section 8',
    message: {
      en: 'Officer {officer} does not hold role {role} at this time.',
      fr: "L'officier {officer} ne détient pas le rôle {role} à cette date.",
    },
    missing: { en: 'A role {role} in force.', fr: 'Un rôle {role} en vigueur.' },
    provider: ['REG'],
    told: { role: roleTold },
  },
  'signer.key-not-good': {
    gate: null,
    source: 'log-format section 8',
    message: {
      en: 'The key {kid} is not, or no longer, a key of officer {officer}.',
      fr: "La clé {kid} n'est pas, ou n'est plus, une clé de l'officier {officer}.",
    },
    missing: { en: 'A registered key that was not revoked.', fr: 'Une clé enregistrée et non révoquée.' },
    provider: ['REG'],
  },
  'signer.role-not-provided': {
    gate: null,
    source: 'SOP, acts',
    message: {
      en: 'Role {role} may not sign {type}; the SOP names: {allowed}.',
      fr: 'Le rôle {role} ne peut pas signer {type} ; la procédure nomme : {allowed}.',
    },
    missing: {
      en: 'A signature in one of the roles {allowed}.',
      fr: "Une signature dans l'un des rôles {allowed}.",
    },
    provider: ['SECOND_OFFICER'],
    told: { role: roleTold, allowed: roleTold },
  },
  'sop.act-not-provided': {
    gate: null,
    source: 'SOP, acts',
    message: {
      en: 'The SOP in force does not provide for {type}.',
      fr: 'La procédure en vigueur ne prévoit pas {type}.',
    },
    missing: { en: 'An SOP that names who may sign it.', fr: 'Une procédure qui nomme les signataires.' },
    provider: ['HOM', 'REG'],
  },
  'countersignature.missing': {
    gate: null,
    source: 'SOP, acts; log-format section 10',
    message: {
      en: '{type} needs {count} countersignature(s) as {as}; {present} given.',
      fr: '{type} requiert {count} contreseing(s) en qualité de {as} ; {present} fourni(s).',
    },
    missing: { en: 'Countersignature as {as}.', fr: 'Contreseing en qualité de {as}.' },
    provider: ['WITNESS', 'SECOND_OFFICER'],
    told: { as: capacityTold },
  },
  'countersignature.role-not-provided': {
    gate: null,
    source: 'SOP, acts',
    message: {
      en: 'Role {role} may not countersign {type} as {as}; the SOP names: {allowed}.',
      fr: 'Le rôle {role} ne peut pas contresigner {type} en qualité de {as} ; la procédure nomme : {allowed}.',
    },
    missing: {
      en: 'A countersignature in one of the roles {allowed}.',
      fr: "Un contreseing dans l'un des rôles {allowed}.",
    },
    provider: ['SECOND_OFFICER'],
    told: { role: roleTold, as: capacityTold, allowed: roleTold },
  },
  'countersignature.not-provided': {
    gate: null,
    source: 'SOP, acts',
    message: {
      en: '{type} has no countersignature as {as}.',
      fr: '{type} ne connaît pas de contreseing en qualité de {as}.',
    },
    missing: {
      en: 'Only the capacities the SOP names.',
      fr: 'Uniquement les qualités nommées par la procédure.',
    },
    provider: ['AUTHOR'],
    told: { as: capacityTold },
  },
  'group.item-type': {
    gate: null,
    source: 'log-format section 10',
    message: {
      en: '{type} does not go with the group {group}.',
      fr: "{type} ne va pas avec l'acte de groupe {group}.",
    },
    missing: { en: 'Item events of type {expected}.', fr: 'Des actes de pièce de type {expected}.' },
    provider: ['AUTHOR'],
  },
  'group.items-missing': {
    gate: null,
    source: 'log-format section 10',
    message: {
      en: '{type} is an act over items and comes with one event in the history of each.',
      fr: '{type} est un acte sur des pièces et comporte un acte dans l’historique de chacune.',
    },
    missing: {
      en: 'The item events, directly after the group event.',
      fr: "Les actes de pièce, juste après l'acte de groupe.",
    },
    provider: ['AUTHOR'],
  },
  'group.alone': {
    gate: null,
    source: 'log-format section 10',
    message: {
      en: '{type} stands only inside a group; it cannot be sent alone.',
      fr: "{type} n'existe que dans un acte de groupe ; il ne peut être envoyé seul.",
    },
    missing: { en: 'The event of its group.', fr: "L'acte de groupe." },
    provider: ['AUTHOR'],
  },
  'group.circumstances-differ': {
    gate: null,
    source: 'design section 4',
    message: {
      en: 'Time or place of the item event differs from those of its group.',
      fr: "L'heure ou le lieu de l'acte de pièce diffère de ceux de l'acte de groupe.",
    },
    missing: {
      en: 'The same occurred and place as the group.',
      fr: 'Les mêmes occurred et place que le groupe.',
    },
    provider: ['AUTHOR'],
  },
  'time.in-future': {
    gate: 'GATE-12',
    source: 'RQ-09',
    message: {
      en: 'The act is said to have happened at {at}, after it was received.',
      fr: "L'acte aurait eu lieu le {at}, après sa réception.",
    },
    missing: { en: 'A time that has passed.', fr: 'Une heure déjà passée.' },
    provider: ['AUTHOR'],
  },
  'time.late-without-reason': {
    gate: null,
    source: 'RQ-10',
    message: {
      en: 'The act is entered more than {hours} hours after it happened: a late entry states its reason.',
      fr: "L'acte est inscrit plus de {hours} heures après les faits : une inscription tardive indique sa raison.",
    },
    missing: { en: 'lateEntry with its reason.', fr: 'lateEntry avec sa raison.' },
    provider: ['AUTHOR'],
  },
  'time.late-without-supervisor': {
    gate: null,
    source: 'RQ-10',
    message: {
      en: 'The act is entered more than {hours} hours after it happened: a second officer signs as supervisor.',
      fr: "L'acte est inscrit plus de {hours} heures après les faits : un second officier signe comme superviseur.",
    },
    missing: {
      en: 'Countersignature as supervisor.',
      fr: 'Contreseing en qualité de superviseur (supervisor).',
    },
    provider: ['SUPERVISOR'],
  },
  'override.not-allowed': {
    gate: null,
    source: 'domain.md C.4',
    message: {
      en: 'The SOP in force does not allow anybody to pass {gate}.',
      fr: 'La procédure en vigueur ne permet à personne de lever {gate}.',
    },
    missing: { en: 'What the gate asks for.', fr: 'Ce que le verrou exige.' },
    provider: [],
  },
  'override.gate-unknown': {
    gate: null,
    source: 'domain.md C.4',
    message: { en: '{gate} is no gate of the SOP.', fr: "{gate} n'est pas un verrou de la procédure." },
    missing: { en: 'The number of a gate.', fr: "Le numéro d'un verrou." },
    provider: ['AUTHOR'],
  },
  'override.role-not-allowed': {
    gate: null,
    source: 'domain.md C.4',
    message: {
      en: 'Officer {officer} may not pass {gate}; the SOP names: {allowed}.',
      fr: "L'officier {officer} ne peut pas lever {gate} ; la procédure nomme : {allowed}.",
    },
    missing: {
      en: 'The decision, with signature, of an officer in one of the roles {allowed}.',
      fr: "La décision signée d'un officier dans l'un des rôles {allowed}.",
    },
    provider: ['SECOND_OFFICER'],
    told: { allowed: roleTold },
  },
  'override.second-officer-missing': {
    gate: null,
    source: 'domain.md C.4',
    edition: 2,
    message: {
      en: 'Who signs the act passes {gate} for himself, and nobody signs beside him.',
      fr: "L'auteur de l'acte lève {gate} pour lui-même, et personne ne signe à ses côtés.",
    },
    missing: {
      en: 'The countersignature of a second officer in one of the roles {allowed}, e.g. as overriding-officer.',
      fr: "Le contreseing d'un second officier dans l'un des rôles {allowed}, p. ex. en qualité de overriding-officer.",
    },
    provider: ['SECOND_OFFICER'],
    told: { allowed: roleTold },
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
