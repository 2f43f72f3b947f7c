import { parseTime } from '../../log/index.js';
import { type OfficerState, rolesHeld } from '../officer/state.js';
import type { Act, Circumstances, LogWideFacts } from '../rule.js';
import { refuseIf, type Violation } from '../violation.js';
import type { DiscrepancyState } from './state.js';

const day = 86_400_000;

/** RQ-73: the deadline is set within the days the SOP gives, and not before what it is about. */
export function checkDeadline(
  { deadline, occurred }: { readonly deadline: string; readonly occurred: { readonly at: string } },
  { receivedAt, sop }: Circumstances,
): readonly Violation[] {
  const days = sop.deadlines.discrepancyDays.value;
  const at = parseTime(deadline);
  return refuseIf(
    at > receivedAt + days * day || at < parseTime(occurred.at),
    'discrepancy.deadline',
    '/body/deadline',
    { deadline, days: String(days) },
  );
}

/** RQ-73: the owner is somebody who is there to answer. */
export function checkOwner(owner: string, facts: LogWideFacts): readonly Violation[] {
  const state = facts.state(`officer/${owner}`) as OfficerState | undefined;
  return refuseIf(
    state !== undefined && rolesHeld(state, facts.receivedAt).length === 0,
    'discrepancy.owner-without-role',
    '/body/owner',
    { owner },
  );
}

/** RQ-73: nobody inquires into what he answered for himself. */
export function checkOwnerNotConcerned(owner: string, custodians: readonly string[]): readonly Violation[] {
  return refuseIf(custodians.includes(owner), 'discrepancy.owner-concerned', '/body/owner', { owner });
}

export function checkOpen({ closed }: DiscrepancyState): readonly Violation[] {
  return refuseIf(closed !== null, 'discrepancy.closed-already', '/type', { outcome: closed?.outcome ?? '' });
}

/** RQ-73: whoever signs the closure, first or second, is none of the custodians concerned. */
export function checkNotCustodian(
  custodians: readonly (string | null | undefined)[],
  act: Act<unknown>,
  { countersigners }: Circumstances,
): readonly Violation[] {
  return [act.actor.officer, ...countersigners.map(({ officer }) => officer)]
    .filter(officer => custodians.includes(officer))
    .flatMap(officer => refuseIf(true, 'discrepancy.signed-by-custodian', '/actor/officer', { officer }));
}
