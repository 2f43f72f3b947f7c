import { following } from '../../rule.js';
import { Exactly, Nullable, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { Coded } from '../../vocabulary/coded.js';
import { leftReasons } from '../../vocabulary/recovery.js';
import { checkPhysical } from '../checks.js';
import { checkMarks, Marks, marksFrom } from '../record/marks.js';
import { Photographs } from '../record/photograph.js';
import type { EvidenceState } from '../state.js';

const body = Exactly({
  ...actMembers,
  reason: Coded(leftReasons, 'Reason', 'Raison'),
  photographs: Photographs('Photographs in place', 'Photographies en place', 1),
  marks: Marks,
  remark: Nullable(Prose('Remark', 'Observation')),
});

/** `evidence.left-in-situ` (E09): seen, photographed, read, and left where it is. */
export const evidenceLeftInSitu = following<EvidenceState, typeof body>({
  type: 'evidence.left-in-situ',
  form: 1,
  source: 'E09, RQ-11, RQ-12',
  title: { en: 'Left in place', fr: 'Laissée sur place' },
  body,
  decide(state, act) {
    return [
      ...checkPhysical(state, act.type, ['RECORDED']),
      ...checkMarks(act.body.marks, act.body.photographs),
    ];
  },
  evolve(state, act) {
    return {
      ...state,
      physical: 'LEFT_IN_SITU',
      marks: [...state.marks, ...marksFrom(act.body.marks)],
    };
  },
});
