import {
  checkClassifier,
  checkNotLoosened,
  reclassified,
  reclassifyingMembers,
} from '../../evidence/record/reclassification.js';
import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuse } from '../../violation.js';
import { type ExaminationState, hasReported } from '../state.js';

const body = Exactly({ ...actMembers, ...reclassifyingMembers });

/**
 * `examination.classified` (E56, V6): what was reported is classified anew, by whoever reported, the records officer or the
 * legal officer. Its originator's consent to loosening it, and to its release, is brought by this act, stated anew by each,
 * and ends with the next version of a report (GATE-9).
 */
export const examinationClassified = following<ExaminationState, typeof body>({
  type: 'examination.classified',
  form: 1,
  source: 'E56, V6, GATE-9',
  title: { en: 'Reports of an examination classified', fr: "Rapports d'un examen classifiés" },
  body,
  decide(state, act) {
    if (!hasReported(state)) {
      return [refuse('examination.nothing-to-classify', '/subject', { number: state.number })];
    }
    const reportedHimself = state.reports.some(({ examiner }) => examiner === act.actor.officer);
    return [...checkClassifier(act, reportedHimself), ...checkNotLoosened(state.classification, act.body)];
  },
  evolve: (state, act) => (hasReported(state) ? reclassified(state, act) : state),
});
