import { groupId } from '../../common/group-body.js';
import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Exactly, Nullable, Prose } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { Coded } from '../../vocabulary/coded.js';
import { rejectionReasons } from '../../vocabulary/laboratory.js';
import { checkExaminationStatus, withExamination } from '../on-item.js';

const body = Exactly({
  ...itemMembers,
  reason: Coded(rejectionReasons, 'Reason', 'Motif'),
  explanation: Prose('In words', 'En clair', 2000),
  condition: Nullable(Prose('Condition, where it was seen', 'État, si elle a été vue', 1000)),
});

/** `evidence.examination-rejected` (E31): also of what never came, where the laboratory cannot answer the question. */
export const evidenceExaminationRejected = following<EvidenceState, typeof body>({
  type: 'evidence.examination-rejected',
  form: 1,
  source: 'E31, RQ-51',
  title: { en: 'Rejected by the laboratory', fr: 'Refusée par le laboratoire' },
  body,
  decide: (state, _act, circumstances) => checkExaminationStatus(state, ['REQUESTED'], circumstances),
  evolve: (state, act, circumstances) =>
    withExamination(state, groupId(circumstances), { status: 'REJECTED', event: act.eventId }),
});
