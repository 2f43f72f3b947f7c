import type { Refusal } from '../../refusal.js';
import { pieceForms } from '../../vocabulary/releases.js';
import { inWords, inWordsAndCode } from '../../vocabulary/told.js';
import { transferKinds } from '../../vocabulary/transfers.js';

/** The last leg of custody, to the national authority (GATE-6, GATE-10). */
export const handoverRefusals = {
  'transfer.release-missing': {
    gate: 'GATE-6',
    source: 'GATE-6',
    message: {
      en: 'The handover relies on no release.',
      fr: "La remise ne s'appuie sur aucune autorisation de remise.",
    },
    missing: {
      en: 'A release that covers every item, decided by LEG or HOM.',
      fr: 'Une autorisation de remise couvrant chaque pièce, accordée par LEG ou HOM.',
    },
    provider: ['LEG', 'HOM'],
  },
  'transfer.release-without-handover': {
    gate: null,
    source: 'E42',
    message: {
      en: 'A transfer of kind {kind} relies on no release.',
      fr: "Un transfert de nature {kind} ne s'appuie sur aucune autorisation de remise.",
    },
    missing: {
      en: 'Kind HANDOVER, or no release.',
      fr: 'La nature HANDOVER, ou aucune autorisation de remise.',
    },
    provider: ['GIVER'],
    told: { kind: inWordsAndCode(transferKinds) },
  },
  'transfer.original-not-released': {
    gate: 'GATE-6',
    source: 'GATE-6, RQ-67',
    edition: 4,
    message: {
      en: 'Item {number} was released as {as}: the item itself does not go under this decision.',
      fr: "La pièce {number} est autorisée sous la forme « {as} » : l'objet lui-même n'est pas remis sur cette décision.",
    },
    missing: {
      en: 'A decision that releases the original; or the copy alone, in a dossier.',
      fr: "Une décision autorisant la remise de l'original ; ou la copie seule, dans un dossier.",
    },
    provider: ['CASE', 'LEG', 'HOM'],
    told: { as: inWords(pieceForms) },
  },
  'transfer.handover-not-witnessed': {
    gate: null,
    source: 'E42',
    message: {
      en: 'The handover to the national authority has no witness.',
      fr: "La remise à l'autorité nationale n'a pas de témoin.",
    },
    missing: { en: 'Countersignature as witness.', fr: 'Contreseing en qualité de témoin (witness).' },
    provider: ['WITNESS'],
  },
  'transfer.handover-record-missing': {
    gate: null,
    source: 'E42, RQ-69',
    message: {
      en: 'Item {number} goes to the national authority without the handover record.',
      fr: "La pièce {number} est remise à l'autorité nationale sans procès-verbal de remise.",
    },
    missing: {
      en: 'handover: unit, capacity, references, conditions, copies.',
      fr: 'handover : unité, qualité, références, conditions, exemplaires.',
    },
    provider: ['RECEIVER', 'HQC'],
  },
  'transfer.handover-record-unexpected': {
    gate: null,
    source: 'E42',
    message: {
      en: 'Item {number} does not go to a national authority: no handover record belongs here.',
      fr: "La pièce {number} n'est pas remise à une autorité nationale : aucun procès-verbal de remise n'a lieu d'être.",
    },
    missing: { en: 'handover: null.', fr: 'handover : null.' },
    provider: ['AUTHOR'],
  },
  'transfer.handover-to-other-unit': {
    gate: 'GATE-10',
    source: 'GATE-10',
    message: {
      en: 'Item {number} was offered to unit {offered}, and who receives is not of it ({unit}).',
      fr: "La pièce {number} a été proposée à l'unité {offered}, et le destinataire n'en est pas ({unit}).",
    },
    missing: {
      en: 'A receiver of the unit named in the offer.',
      fr: "Un destinataire de l'unité désignée dans la proposition.",
    },
    provider: ['RECEIVER', 'CASE'],
  },
  'transfer.conditions-not-repeated': {
    gate: 'GATE-6',
    source: 'RQ-62',
    message: {
      en: 'The handover of item {number} does not repeat its conditions: {conditions}',
      fr: 'La remise de la pièce {number} ne reprend pas ses conditions : {conditions}',
    },
    missing: {
      en: 'Every condition of the release, word for word.',
      fr: 'Chaque condition de la décision, mot pour mot.',
    },
    provider: ['HQC', 'CASE'],
  },
} as const satisfies Record<string, Refusal>;
