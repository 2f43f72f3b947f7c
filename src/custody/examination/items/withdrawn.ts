import { groupId } from '../../common/group-body.js';
import type { EvidenceState } from '../../evidence/state.js';
import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { itemMembers } from '../../schema/group.js';
import { checkExaminationStatus, withExamination } from '../on-item.js';

const body = Exactly({ ...itemMembers });

/** `evidence.examination-withdrawn`: its examinations are waited for no more, in particular not by another (GATE-5). */
export const evidenceExaminationWithdrawn = following<EvidenceState, typeof body>({
  type: 'evidence.examination-withdrawn',
  form: 1,
  source: 'E30',
  title: { en: 'Examination withdrawn', fr: "Demande d'examen retirée" },
  body,
  decide: (state, _act, circumstances) =>
    checkExaminationStatus(state, ['REQUESTED', 'ACCEPTED'], circumstances),
  evolve: (state, act, circumstances) =>
    withExamination(state, groupId(circumstances), { status: 'WITHDRAWN', event: act.eventId }),
});
