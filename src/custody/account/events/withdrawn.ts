import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { checkStanding } from '../standing.js';
import type { AccountState } from '../state.js';

const body = Exactly({
  ...actMembers,
  reason: Prose('Why it counts no more', "Pourquoi elle n'est plus retenue"),
});

/** `account.withdrawn`: entered twice, of another incident, or taken back by its source. It stays in sight and counts nowhere. */
export const accountWithdrawn = following<AccountState, typeof body>({
  type: 'account.withdrawn',
  form: 1,
  source: 'E01, E55, RQ-05',
  title: { en: 'Account withdrawn', fr: 'Version des faits retirée' },
  body,
  decide: state => checkStanding(state),
  evolve: (state, { eventId, actor, body: { reason } }) => ({
    ...state,
    withdrawn: { event: eventId, by: actor.officer, reason },
  }),
});
