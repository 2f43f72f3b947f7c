import type { Refusal } from '../../refusal.js';
import { inWordsAndCode, roleTold } from '../../vocabulary/told.js';
import { transferKinds } from '../../vocabulary/transfers.js';

/** Who gives, carries and receives: different persons, each in his role (SD-1, SD-9). */
export const sidesRefusals = {
  'transfer.leg': {
    gate: null,
    source: 'D4',
    message: { en: 'Leg {number} of {of} is not one.', fr: "L'étape {number} sur {of} n'existe pas." },
    missing: {
      en: 'A leg number not above the number of legs.',
      fr: "Un numéro d'étape ne dépassant pas le nombre d'étapes.",
    },
    provider: ['GIVER'],
  },
  'transfer.planned-times': {
    gate: null,
    source: 'D4',
    message: {
      en: 'The planned arrival lies before the planned departure.',
      fr: "L'arrivée prévue précède le départ prévu.",
    },
    missing: { en: 'An arrival not before the departure.', fr: 'Une arrivée qui ne précède pas le départ.' },
    provider: ['GIVER'],
  },
  'transfer.receiver-missing': {
    gate: null,
    source: 'RQ-20',
    message: { en: 'The transfer names no receiver.', fr: 'Le transfert ne désigne pas de destinataire.' },
    missing: {
      en: 'The officer who will receive; only a handover may have a receiver without key.',
      fr: "L'officier qui recevra ; seule une remise à l'autorité nationale admet un destinataire sans clé.",
    },
    provider: ['GIVER'],
  },
  'transfer.receiver-role-not-held': {
    gate: null,
    source: 'SD-8',
    message: {
      en: 'The receiver {officer} does not hold role {role} at this time.',
      fr: 'Le destinataire {officer} ne détient pas le rôle {role} à cette date.',
    },
    missing: {
      en: 'A receiver whose role {role} is in force.',
      fr: 'Un destinataire dont le rôle {role} est en vigueur.',
    },
    provider: ['REG', 'GIVER'],
    told: { role: roleTold },
  },
  'transfer.kind-not-of-role': {
    gate: 'GATE-10',
    source: 'E42, L4',
    message: {
      en: 'A transfer of kind {kind} does not go to role {role}: only a handover goes to a national authority, and nowhere else.',
      fr: "Un transfert de nature {kind} ne s'adresse pas au rôle {role} : seule la remise s'adresse à une autorité nationale, et à nulle autre.",
    },
    missing: {
      en: 'Kind HANDOVER with a national role, or another kind with a role of the Mission.',
      fr: 'La nature HANDOVER avec un rôle national, ou une autre nature avec un rôle de la Mission.',
    },
    provider: ['GIVER'],
    told: { role: roleTold, kind: inWordsAndCode(transferKinds) },
  },
  'transfer.recipient-unit-missing': {
    gate: 'GATE-10',
    source: 'GATE-10',
    message: {
      en: 'The handover names no national unit as recipient.',
      fr: "La remise ne désigne pas d'unité nationale destinataire.",
    },
    missing: { en: 'The unit of the recipient.', fr: "L'unité du destinataire." },
    provider: ['GIVER', 'CASE'],
  },
  'transfer.recipient-not-of-unit': {
    gate: 'GATE-10',
    source: 'GATE-10',
    message: {
      en: 'Officer {officer} is not of unit {unit}.',
      fr: "L'officier {officer} n'appartient pas à l'unité {unit}.",
    },
    missing: {
      en: 'A receiver of the unit that is named.',
      fr: "Un destinataire appartenant à l'unité désignée.",
    },
    provider: ['GIVER', 'REG'],
  },
  'transfer.recipient-not-national': {
    gate: 'GATE-10',
    source: 'GATE-10, E42',
    message: {
      en: 'Unit {unit} is not an authority of the host State.',
      fr: "L'unité {unit} n'est pas une autorité de l'État hôte.",
    },
    missing: { en: 'A national unit as recipient.', fr: 'Une unité nationale comme destinataire.' },
    provider: ['CASE', 'REG'],
  },
  'transfer.store-not-of-site': {
    gate: null,
    source: 'D4',
    message: {
      en: 'The store {store} is not one of the site that is named.',
      fr: "Le local {store} n'est pas de ce site.",
    },
    missing: { en: 'A store of the site, or null.', fr: 'Un local du site, ou null.' },
    provider: ['GIVER'],
  },
  'transfer.to-oneself': {
    gate: null,
    source: 'SD-1, SD-9, RQ-23',
    message: {
      en: 'Officer {officer} answers for item {number} already: nobody gives and receives, in whatever role.',
      fr: "L'officier {officer} répond déjà de la pièce {number} : nul ne remet et ne reçoit à la fois, quel que soit son rôle.",
    },
    missing: { en: 'Another officer as receiver.', fr: 'Un autre officier comme destinataire.' },
    provider: ['RECEIVER'],
  },
  'transfer.courier-is-a-side': {
    gate: null,
    source: 'SD-1, RQ-23',
    message: {
      en: 'Officer {officer} is giver or receiver of item {number} and cannot be its courier.',
      fr: "L'officier {officer} est remettant ou destinataire de la pièce {number} et ne peut en être le convoyeur.",
    },
    missing: { en: 'Another courier.', fr: 'Un autre convoyeur.' },
    provider: ['COU'],
  },
  'transfer.not-the-receiver': {
    gate: null,
    source: 'RQ-20',
    message: {
      en: 'Item {number} was not offered to officer {officer}.',
      fr: "La pièce {number} n'a pas été proposée à l'officier {officer}.",
    },
    missing: {
      en: 'The officer named; or one in role {role} of the same unit, as stand-in with the reason.',
      fr: "L'officier désigné ; ou un officier au rôle {role} de la même unité, comme remplaçant, avec la raison.",
    },
    provider: ['RECEIVER'],
    told: { role: roleTold },
  },
  'transfer.not-the-giver': {
    gate: null,
    source: 'E21',
    message: {
      en: 'Item {number} comes back to its giver, by a courier, and officer {officer} is not he.',
      fr: "La pièce {number} revient à son remettant, par un convoyeur, et l'officier {officer} ne l'est pas.",
    },
    missing: {
      en: 'The giver, or an officer in his role and unit as stand-in with the reason.',
      fr: 'Le remettant, ou un officier de même rôle et de même unité comme remplaçant, avec la raison.',
    },
    provider: ['GIVER'],
  },
  'transfer.receiving-stand-in-of-other-unit': {
    gate: null,
    source: 'E20, RQ-20',
    edition: 2,
    message: {
      en: 'Item {number} goes to a named officer, and {officer}, who stands in for him, is of another unit.',
      fr: "La pièce {number} va à un officier désigné, et {officer}, qui le remplace, est d'une autre unité.",
    },
    missing: {
      en: 'The officer named, or one in role {role} of his unit as stand-in with the reason.',
      fr: "L'officier désigné, ou un officier au rôle {role} de son unité comme remplaçant, avec la raison.",
    },
    provider: ['RECEIVER'],
    told: { role: roleTold },
  },
  'transfer.stand-in-of-other-unit': {
    gate: null,
    source: 'E21, RQ-20',
    edition: 2,
    message: {
      en: 'Item {number} comes back to its giver, and officer {officer}, who stands in for him, is of another unit.',
      fr: "La pièce {number} revient à son remettant, et l'officier {officer}, qui le remplace, est d'une autre unité.",
    },
    missing: {
      en: "The giver, or an officer in role {role} of the giver's unit as stand-in with the reason.",
      fr: "Le remettant, ou un officier au rôle {role} de l'unité du remettant comme remplaçant, avec la raison.",
    },
    provider: ['GIVER'],
    told: { role: roleTold },
  },
} as const satisfies Record<string, Refusal>;
