import type { SealStatus } from '../evidence/state.js';
import { damagedStatuses } from './seals.js';
import type { Vocabulary } from './vocabulary.js';

/** D4, purpose of a transfer. Only `HANDOVER` ends our custody, and only it has a national receiver. */
export const transferKinds = {
  STORAGE: { en: 'To a store', fr: 'Mise en dépôt' },
  LABORATORY: { en: 'To the laboratory', fr: 'Envoi au laboratoire' },
  COURT: {
    en: 'Taken to a hearing by an officer of ours',
    fr: "Présentation à l'audience par un officier de la Mission",
  },
  INSPECTION: { en: 'For inspection', fr: 'Inspection' },
  HANDOVER: { en: 'Handover to the national authority', fr: "Remise à l'autorité nationale" },
  CHANGE_OF_CUSTODIAN: { en: 'Change of custodian', fr: 'Changement de gardien' },
} as const satisfies Vocabulary;

export type TransferKind = keyof typeof transferKinds;

/** Kinds that begin with an offer; a change of custodian moves nothing and is one act. */
export const offeredKinds = [
  'STORAGE',
  'LABORATORY',
  'COURT',
  'INSPECTION',
  'HANDOVER',
] as const satisfies readonly TransferKind[];

/** D4, means of transport. */
export const transferMeans = {
  ROAD: { en: 'Road convoy', fr: 'Convoi routier' },
  AIR: { en: 'Air', fr: 'Voie aérienne' },
  RIVER: { en: 'River', fr: 'Voie fluviale' },
  HAND: { en: 'By hand', fr: 'Main à main' },
} as const satisfies Vocabulary;

/** What a seal may be found to be when it is compared with the manifest (GATE-4, V8). */
export const comparedSealStatuses = [
  'VERIFIED_INTACT',
  'OPENED_AUTHORISED',
  ...damagedStatuses,
] as const satisfies readonly SealStatus[];
