import { groupId } from '../../common/group-body.js';
import type { EvidenceState, Transit } from '../../evidence/state.js';
import type { Circumstances } from '../../rule.js';
import { refuse, refuseIf, type Violation } from '../../violation.js';

/** The item is in this transfer, and at a stage at which the act makes sense. */
export function checkInTransfer(
  { number, transit, physical }: EvidenceState,
  stages: readonly Transit['stage'][],
  circumstances: Circumstances,
): readonly Violation[] {
  if (transit === null || transit.transfer !== groupId(circumstances)) {
    return [refuse('transfer.item-not-in-transfer', '/subject', { number })];
  }
  return [
    ...refuseIf(!stages.includes(transit.stage), 'transfer.item-stage', '/subject', {
      number,
      stage: transit.stage,
      expected: stages.join(', '),
    }),
    ...refuseIf(physical === 'UNACCOUNTED', 'transfer.item-unaccounted', '/subject', { number }),
  ];
}
