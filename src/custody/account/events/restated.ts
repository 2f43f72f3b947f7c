import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { accountMembers, accountOnRecord, checkAccount } from '../facts/members.js';
import { checkStanding } from '../standing.js';
import type { AccountState } from '../state.js';

const body = Exactly({
  ...actMembers,
  ...accountMembers,
  reason: Prose('Why it is stated anew', 'Pourquoi elle est énoncée à nouveau'),
});

/**
 * `account.restated`: what this source says, whole, where it was entered wrong or the source says otherwise now. The last
 * statement is in force. What another source says is another account.
 */
export const accountRestated = following<AccountState, typeof body>({
  type: 'account.restated',
  form: 1,
  source: 'E01, E55, RQ-05',
  title: { en: 'Account restated', fr: 'Version des faits énoncée à nouveau' },
  body,
  decide: (state, { body }) => [...checkStanding(state), ...checkAccount(body)],
  evolve(state, { eventId, actor, body }) {
    const statement = { event: eventId, by: actor.officer, reason: body.reason };
    return {
      ...state,
      ...accountOnRecord(body),
      restatements: [...(state.restatements ?? []), statement],
    };
  },
});
