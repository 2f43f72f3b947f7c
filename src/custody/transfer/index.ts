import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { transferDeparted } from './events/departed.js';
import { transferOffered } from './events/offered.js';
import { transferPassedOn } from './events/passed-on.js';
import { transferRecalled } from './events/recalled.js';
import { transferReceived } from './events/received.js';
import { transferRefused } from './events/refused.js';
import { transferTakenOver } from './events/taken-over.js';
import type { TransferState } from './state.js';

export const transferRules: KindRules<TransferState> = {
  kind: 'transfer',
  title: { en: 'Transfer', fr: 'Transfert' },
  events: [
    transferOffered,
    transferRecalled,
    transferDeparted,
    transferPassedOn,
    transferReceived,
    transferRefused,
    transferTakenOver,
    corrected('transfer', { en: 'Record of a transfer corrected', fr: "Fiche d'un transfert corrigée" }),
    disclosureErased('transfer'),
  ],
};
