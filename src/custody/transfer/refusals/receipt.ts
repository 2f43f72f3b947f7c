import type { Refusal } from '../../refusal.js';
import { discrepancyKinds } from '../../vocabulary/discrepancies.js';
import { sealStatusLabels } from '../../vocabulary/seals.js';
import { inWordsAndCode } from '../../vocabulary/told.js';

/** A receipt compares item by item; what differs is received under reserve (RQ-20, RQ-31). */
export const receiptRefusals = {
  'transfer.container-not-compared': {
    gate: 'GATE-4',
    source: 'GATE-4, RQ-24',
    message: {
      en: 'The container {container} and its seal {seal} are not compared with the manifest.',
      fr: 'Le conteneur {container} et son scellé {seal} ne sont pas comparés au bordereau.',
    },
    missing: {
      en: 'Number and seal of the container as found, with the state of the seal.',
      fr: 'Numéro et scellé du conteneur tels que trouvés, et état du scellé.',
    },
    provider: ['AUTHOR'],
  },
  'transfer.container-differs-without-reserve': {
    gate: 'GATE-4',
    source: 'GATE-4, RQ-31',
    message: {
      en: 'The container {container} or its seal is not as handed over, and an item is received without reserve.',
      fr: "Le conteneur {container} ou son scellé n'est pas conforme, et une pièce est reçue sans réserve.",
    },
    missing: {
      en: 'A reserve on every item received, naming an open discrepancy.',
      fr: 'Une réserve sur chaque pièce reçue, citant une anomalie ouverte.',
    },
    provider: ['RECEIVER'],
  },
  'transfer.seal-not-compared': {
    gate: 'GATE-4',
    source: 'GATE-4, RQ-21',
    message: {
      en: 'The seal {seal} of item {number} was not compared.',
      fr: "Le scellé {seal} de la pièce {number} n'a pas été comparé.",
    },
    missing: {
      en: 'In seals: its number on the manifest, the number as read, and its state.',
      fr: 'Dans seals : le numéro du bordereau, le numéro lu et son état.',
    },
    provider: ['RECEIVER'],
  },
  'transfer.seal-finding-incoherent': {
    gate: 'GATE-4',
    source: 'GATE-4',
    message: {
      en: 'Of seal {seal} of item {number} the state {status} is stated, but the number as read is {found}.',
      fr: "Pour le scellé {seal} de la pièce {number}, l'état {status} est indiqué, mais le numéro lu est {found}.",
    },
    missing: { en: 'A state that fits the number as read.', fr: 'Un état conforme au numéro lu.' },
    provider: ['RECEIVER'],
    told: { status: inWordsAndCode(sealStatusLabels) },
  },
  'transfer.not-counted': {
    gate: 'GATE-4',
    source: 'RQ-21',
    message: {
      en: 'Item {number} was not counted, and no unbroken seal vouches for its content.',
      fr: "La pièce {number} n'a pas été comptée, et aucun scellé intact ne garantit son contenu.",
    },
    missing: { en: 'The quantity counted.', fr: 'La quantité comptée.' },
    provider: ['RECEIVER'],
  },
  'transfer.differs-without-reserve': {
    gate: 'GATE-4',
    source: 'GATE-4, RQ-31, RQ-32',
    message: {
      en: 'Item {number} is not as it was handed over ({kinds}): it is received under reserve only.',
      fr: "La pièce {number} n'est pas conforme à ce qui a été remis ({kinds}) : elle n'est reçue que sous réserve.",
    },
    missing: {
      en: 'A reserve that names an open discrepancy ({kinds}).',
      fr: 'Une réserve citant une anomalie ouverte ({kinds}).',
    },
    provider: ['RECEIVER'],
    told: { kinds: inWordsAndCode(discrepancyKinds) },
  },
  'transfer.discrepancy-not-open': {
    gate: 'GATE-4',
    source: 'RQ-31',
    message: {
      en: 'The discrepancy {discrepancy} is not open on item {number}.',
      fr: "L'anomalie {discrepancy} n'est pas ouverte sur la pièce {number}.",
    },
    missing: {
      en: 'discrepancy.opened over the item, before the receipt in the same batch or earlier.',
      fr: 'discrepancy.opened sur la pièce, avant la réception, dans le même lot ou auparavant.',
    },
    provider: ['RECEIVER'],
  },
} as const satisfies Record<string, Refusal>;
