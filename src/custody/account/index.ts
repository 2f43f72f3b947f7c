import { classified } from '../common/classified.js';
import { corrected } from '../common/corrected.js';
import { disclosureErased } from '../common/disclosure-erased.js';
import type { KindRules } from '../rule.js';
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
    classified(
      'account',
      { en: 'Account classified', fr: 'Version des faits classifiée' },
      'E56, V6',
      ({ givenBy }) => givenBy,
    ),
    corrected('account', {
      en: 'Record of an account corrected',
      fr: "Fiche d'une version des faits corrigée",
    }),
    disclosureErased('account'),
  ],
};
