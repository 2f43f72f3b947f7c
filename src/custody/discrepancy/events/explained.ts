import { following } from '../../rule.js';
import { Exactly, List, Prose } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { checkOpen } from '../checks.js';
import type { DiscrepancyState } from '../state.js';

const body = Exactly({
  ...actMembers,
  finding: Prose('What was established, and how', 'Ce qui a été établi, et comment'),
  files: List(File('File', 'Fichier'), 'What shows it', "Pièces à l'appui", { max: 50 }),
});

/** `discrepancy.explained` (E49, RQ-73): the owner's finding. It closes nothing. */
export const discrepancyExplained = following<DiscrepancyState, typeof body>({
  type: 'discrepancy.explained',
  form: 1,
  source: 'E49, RQ-73',
  title: { en: 'Discrepancy explained', fr: 'Anomalie expliquée' },
  body,
  decide: (state, act) => [
    ...checkOpen(state),
    ...refuseIf(act.actor.officer !== state.owner, 'discrepancy.not-owner', '/actor/officer', {
      owner: state.owner,
    }),
    ...refuseIf(
      state.custodians.includes(act.actor.officer),
      'discrepancy.explained-by-custodian',
      '/actor/officer',
      { officer: act.actor.officer },
    ),
  ],
  evolve(state, act) {
    const explanation = { finding: act.body.finding, officer: act.actor.officer, event: act.eventId };
    return { ...state, explanations: [...state.explanations, explanation] };
  },
});
