import type { Refusal } from '../../refusal.js';
import { capacityTold, roleTold } from '../../vocabulary/told.js';

/** Who signs, in which capacity, when, and what passes a gate. */
export const signingRefusals = {
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
      en: 'The countersignature of a second officer in one of the roles {allowed}, as overriding-officer.',
      fr: "Le contreseing d'un second officier dans l'un des rôles {allowed}, en qualité de overriding-officer.",
    },
    provider: ['SECOND_OFFICER'],
    told: { allowed: roleTold },
  },
} as const satisfies Record<string, Refusal>;
