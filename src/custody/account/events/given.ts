import { uncorrected } from '../../common/state.js';
import { ClassificationOfItem, classificationFrom } from '../../evidence/record/classification.js';
import { checkImported, claimsOfRow, Imported } from '../../import/imported.js';
import { beginning } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { accountMembers, accountOnRecord, checkAccount } from '../facts/members.js';
import type { AccountState } from '../state.js';

const body = Exactly({
  ...actMembers,
  incident: IdOf('incident', 'Incident it is about', "Incident dont il s'agit"),
  ...accountMembers,
  classification: ClassificationOfItem,
  imported: Imported,
});

/**
 * `account.given`: what one source says of an incident. Two figures for one fact are two accounts, both kept; which of
 * them is right is chosen nowhere.
 */
export const accountGiven = beginning<AccountState, typeof body>({
  type: 'account.given',
  form: 1,
  source: 'E01, GATE-8; domain.md (g)',
  title: { en: 'Account of an incident given', fr: 'Version des faits consignée' },
  body,
  decide: ({ body }) => checkAccount(body),
  decideLogWide: (_state, act, facts) => checkImported(act.body.imported, act, facts),
  claims: ({ body: { imported } }) => claimsOfRow('account', imported),
  evolve: ({ body, actor }) => ({
    ...uncorrected,
    incident: body.incident,
    ...accountOnRecord(body),
    givenBy: actor.officer,
    classification: classificationFrom(body.classification),
    imported: body.imported,
    withdrawn: null,
  }),
});
