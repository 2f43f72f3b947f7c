import { following } from '../../rule.js';
import { Exactly, Prose } from '../../schema/described.js';
import { groupMembers } from '../../schema/group.js';
import { actMembers } from '../../schema/occurrence.js';
import { type ExaminationState, withItems } from '../state.js';

const body = Exactly({
  ...actMembers,
  ...groupMembers,
  reason: Prose('Why it is no longer needed', "Pourquoi l'examen n'est plus nécessaire", 2000),
});

/** `examination.withdrawn`: the case officer needs no answer for the items listed any more. */
export const examinationWithdrawn = following<ExaminationState, typeof body>({
  type: 'examination.withdrawn',
  form: 1,
  source: 'E30',
  title: { en: 'Request withdrawn', fr: "Retrait de la demande d'examen" },
  body,
  itemTypes: ['evidence.examination-withdrawn'],
  decide: () => [],
  evolve: (state, act) => withItems(state, act.body.items, 'WITHDRAWN'),
});
