import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { actMembers, Instant } from '../../schema/occurrence.js';
import { checkDeadline, checkOpen, checkOwner, checkOwnerNotConcerned } from '../checks.js';
import type { DiscrepancyState } from '../state.js';

const body = Exactly({
  ...actMembers,
  owner: IdOf('officer', 'New owner of the inquiry', "Nouveau responsable de l'enquête"),
  deadline: Instant('To be explained by', 'À élucider avant le'),
  reason: Prose('Why it changes hands', 'Raison du changement'),
});

/** `discrepancy.reassigned` (RQ-73): the owner leaves, the discrepancy does not. */
export const discrepancyReassigned = following<DiscrepancyState, typeof body>({
  type: 'discrepancy.reassigned',
  form: 1,
  source: 'RQ-73',
  title: { en: 'Discrepancy given to another owner', fr: 'Anomalie confiée à un autre responsable' },
  body,
  decide: (state, act, circumstances) => [
    ...checkOpen(state),
    ...checkOwnerNotConcerned(act.body.owner, state.custodians),
    ...checkDeadline(act.body, circumstances),
  ],
  decideLogWide: (_state, act, facts) => checkOwner(act.body.owner, facts),
  evolve: (state, act) => ({ ...state, owner: act.body.owner, deadline: act.body.deadline }),
});
