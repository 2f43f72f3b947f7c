import { following } from '../../rule.js';
import { Exactly, Line, Prose } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { checkOfLaboratory } from '../checks/laboratory.js';
import { type ExaminationState, withItems } from '../state.js';

const body = Exactly({
  ...actMembers,
  ...groupMembers,
  capacity: Line('Function of who rejects', 'Fonction de qui refuse', 100),
  whatNow: Prose('What becomes of the items', 'Suite donnée aux pièces', 1000),
});

/** `examination.rejected` (E31): the laboratory does not take the items listed, and says why for each. */
export const examinationRejected = following<ExaminationState, typeof body>({
  type: 'examination.rejected',
  form: 1,
  source: 'E31, RQ-51',
  title: { en: 'Rejected by the laboratory', fr: 'Refus du laboratoire' },
  body,
  itemTypes: ['evidence.examination-rejected'],
  decide: checkOfLaboratory,
  evolve: (state, act) => withItems(state, act.body.items, 'REJECTED'),
});
