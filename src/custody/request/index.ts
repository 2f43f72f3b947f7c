import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { requestAnswered } from './events/answered.js';
import { requestClosed } from './events/closed.js';
import { requestRegistered } from './events/registered.js';
import type { RequestState } from './state.js';

export const requestRules: KindRules<RequestState> = {
  kind: 'request',
  title: { en: 'Request of an authority', fr: "Demande d'une autorité" },
  events: [
    requestRegistered,
    requestAnswered,
    requestClosed,
    corrected('request', { en: 'Record of a request corrected', fr: "Fiche d'une demande corrigée" }),
    disclosureErased('request'),
  ],
};
