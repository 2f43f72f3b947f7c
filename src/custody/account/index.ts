import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
import { accountClassified } from './events/classified.js';
import { accountGiven } from './events/given.js';
import { accountRestated } from './events/restated.js';
import { accountWithdrawn } from './events/withdrawn.js';
import type { AccountState } from './state.js';

export const accountRules: KindRules<AccountState> = {
  kind: 'account',
  title: { en: 'Account of an incident', fr: 'Version des faits' },
  events: [
    accountGiven,
    accountRestated,
    accountWithdrawn,
    accountClassified,
    corrected('account', {
      en: 'Record of an account corrected',
      fr: "Fiche d'une version des faits corrigée",
    }),
    disclosureErased('account'),
  ],
};
