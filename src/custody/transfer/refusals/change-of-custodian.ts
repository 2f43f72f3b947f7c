import type { Refusal } from '../../refusal.js';
import { capacityTold } from '../../vocabulary/told.js';

/** A contingent leaves, or somebody cannot sign (E50). */
export const changeOfCustodianRefusals = {
  'transfer.outgoing-not-signed': {
    gate: null,
    source: 'E50',
    message: {
      en: 'The outgoing custodian {outgoing} has not countersigned.',
      fr: "Le gardien sortant {outgoing} n'a pas contresigné.",
    },
    missing: {
      en: 'Countersignature as outgoing by the custodian named; where he cannot sign, an order of the Head of Mission.',
      fr: "Contreseing en qualité de gardien sortant (outgoing) ; s'il ne peut signer, un ordre du Chef de la Mission.",
    },
    provider: ['CUSTODIAN', 'HOM'],
  },
  'transfer.change-not-ordered': {
    gate: null,
    source: 'E50',
    message: {
      en: 'The outgoing custodian does not sign and nobody has ordered the change.',
      fr: "Le gardien sortant ne signe pas et personne n'a ordonné le changement.",
    },
    missing: {
      en: 'Countersignature as ordering-officer by the Head of Mission.',
      fr: 'Contreseing du Chef de la Mission en qualité de ordering-officer.',
    },
    provider: ['HOM'],
  },
  'transfer.change-second-witness': {
    gate: null,
    source: 'E50',
    message: {
      en: 'The outgoing custodian does not sign: two witnesses are owed, {present} given.',
      fr: 'Le gardien sortant ne signe pas : deux témoins sont requis, {present} fourni(s).',
    },
    missing: {
      en: 'Two countersignatures as witness.',
      fr: 'Deux contreseings en qualité de témoin (witness).',
    },
    provider: ['WITNESS'],
  },
  'transfer.unattended-after-change': {
    gate: 'GATE-12',
    source: 'E50, GATE-12',
    message: {
      en: 'The time since when nobody answers for the items lies after the change at {at}.',
      fr: 'Le début de la vacance est postérieur au changement du {at}.',
    },
    missing: { en: 'A time not after the change.', fr: 'Une date qui ne suit pas le changement.' },
    provider: ['AUTHOR'],
  },
  'transfer.unattended-before-custody': {
    gate: 'GATE-12',
    source: 'E50, GATE-12',
    edition: 2,
    message: {
      en: 'Nobody is said to answer for item {number} since {unattendedSince}, but the outgoing custodian took it at {since}.',
      fr: 'La pièce {number} serait sans gardien depuis le {unattendedSince}, mais le gardien sortant en a pris la garde le {since}.',
    },
    missing: {
      en: 'A time at which the outgoing custodian had the item already, or a change of its own for this item.',
      fr: 'Une date à laquelle le gardien sortant avait déjà la pièce, ou un changement distinct pour cette pièce.',
    },
    provider: ['AUTHOR'],
  },
  'transfer.missing-item-taken-over': {
    gate: 'GATE-12',
    source: 'E50, GATE-12',
    edition: 2,
    message: {
      en: 'Item {number} is missing on record: nobody sees what nobody can find.',
      fr: 'La pièce {number} est inscrite comme introuvable : nul ne voit ce que nul ne retrouve.',
    },
    missing: {
      en: 'That it was not seen (seen: no): the incoming custodian answers for it and it stays missing; or first its discrepancy closed as found.',
      fr: "La mention qu'elle n'a pas été vue (seen : non) : le gardien entrant en répond et elle reste introuvable ; ou d'abord la clôture de son anomalie, retrouvée.",
    },
    provider: ['AUTHOR', 'CUSTODIAN'],
  },
  'transfer.unseen-not-missing': {
    gate: 'GATE-12',
    source: 'E50, GATE-12',
    edition: 2,
    message: {
      en: 'Item {number} was not seen, and is not missing on record.',
      fr: "La pièce {number} n'a pas été vue, et n'est pas inscrite comme introuvable.",
    },
    missing: {
      en: 'First a discrepancy that says it is missing (discrepancy.opened).',
      fr: "D'abord une anomalie constatant qu'elle est introuvable (discrepancy.opened).",
    },
    provider: ['AUTHOR', 'CUSTODIAN'],
  },
  'transfer.unseen-seal-compared': {
    gate: 'GATE-4',
    source: 'E50, GATE-4',
    edition: 2,
    message: {
      en: 'Item {number} was not seen: no seal of it can have been compared.',
      fr: "La pièce {number} n'a pas été vue : aucun de ses scellés n'a pu être comparé.",
    },
    missing: { en: 'No seals.', fr: 'Aucun scellé.' },
    provider: ['AUTHOR'],
  },
  'transfer.custodian-not-countersigned': {
    gate: null,
    source: 'RQ-20',
    message: {
      en: 'The custodian of item {number} has not countersigned as {as}.',
      fr: "Le gardien de la pièce {number} n'a pas contresigné en qualité de {as}.",
    },
    missing: {
      en: 'Countersignature as {as} by who answers for the item.',
      fr: 'Contreseing en qualité de {as} par celui qui répond de la pièce.',
    },
    provider: ['CUSTODIAN'],
    told: { as: capacityTold },
  },
  'transfer.not-in-custody-of-outgoing': {
    gate: null,
    source: 'E50',
    message: {
      en: 'Item {number} is not in the custody of {outgoing}.',
      fr: "La pièce {number} n'est pas sous la garde de {outgoing}.",
    },
    missing: { en: 'Only items of the outgoing custodian.', fr: 'Uniquement des pièces du gardien sortant.' },
    provider: ['AUTHOR'],
  },
} as const satisfies Record<string, Refusal>;
