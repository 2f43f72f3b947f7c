import { parseTime } from '../../../log/index.js';
import { type Act, type Circumstances, following } from '../../rule.js';
import { Exactly, Line, Prose, type Static } from '../../schema/described.js';
import { actMembers, Instant } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { checkOutPurposes } from '../../vocabulary/recovery.js';
import {
  checkAloneUnderSeal,
  checkIsCustodian,
  checkMayMove,
  checkNotInTransfer,
  checkPhysical,
} from '../checks.js';
import { custodyOfSigner } from '../custody.js';
import type { EvidenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  purpose: Coded(checkOutPurposes, 'Purpose', 'Motif'),
  destination: Line('Where it goes', 'Destination'),
  dueBack: Instant('Due back', 'Retour prévu'),
  condition: Prose('Condition at check-out', 'État à la sortie'),
});

const day = 86_400_000;

/**
 * `evidence.checked-out` (E27, RQ-26): the taker signs and answers for the item from here on; the custodian
 * countersigns as `custodian`.
 */
export const evidenceCheckedOut = following<EvidenceState, typeof body>({
  type: 'evidence.checked-out',
  form: 1,
  source: 'E27, RQ-24, RQ-26, GATE-2, GATE-3',
  title: { en: 'Checked out', fr: 'Sortie du local' },
  body,
  decide(state, act, circumstances) {
    const custodian = circumstances.countersigners.find(({ as }) => as === 'custodian');
    return [
      ...checkPhysical(state, act.type, ['HELD']),
      ...checkNotInTransfer(state),
      ...checkIsCustodian(state, custodian?.officer ?? '', ''),
      ...checkAloneUnderSeal(state),
      ...checkMayMove(state, act.body.occurred),
      ...checkDueBack(act, circumstances),
    ];
  },
  evolve(state, act, { officer: find }) {
    const { purpose, dueBack } = act.body;
    const { custody } = state;
    return {
      ...state,
      physical: 'CHECKED_OUT',
      custody: custodyOfSigner(act, `CHECKED_OUT ${codeOrText(purpose)}`),
      checkOut: {
        taker: act.actor.officer,
        custodian: custody && {
          officer: custody.officer,
          role: custody.role,
          unit: find(custody.officer)?.unit ?? null,
        },
        purpose: codeOrText(purpose),
        dueBack,
        event: act.eventId,
        site: custody?.site ?? null,
      },
    };
  },
});

function checkDueBack(
  { body: { dueBack, occurred } }: Act<Static<typeof body>>,
  { sop }: Circumstances,
): readonly Violation[] {
  const days = sop.deadlines.checkOutMaximumDays.value;
  const out = parseTime(occurred.at);
  const back = parseTime(dueBack);
  return refuseIf(back <= out || back > out + days * day, 'evidence.due-date', '/body/dueBack', {
    dueBack,
    days: String(days),
  });
}
