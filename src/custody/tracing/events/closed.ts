import { following } from '../../rule.js';
import { Code, Exactly, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { traceOutcomes } from '../../vocabulary/tracing.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkOpen } from '../standing.js';
import { done, type TracingState } from '../state.js';

const body = Exactly({
  ...actMembers,
  outcome: Code(codesOf(traceOutcomes), 'How it ended', 'Issue'),
  reason: Prose('In words', 'En clair'),
});

/** `tracing.closed` (E47): nothing more is expected. What was traced rests on a chain that is on record. */
export const tracingClosed = following<TracingState, typeof body>({
  type: 'tracing.closed',
  form: 1,
  source: 'E47, F-07',
  title: { en: 'Trace request closed', fr: 'Demande de traçage close' },
  body,
  decide: (state, { body: { outcome } }) => [
    ...checkOpen(state),
    ...refuseIf(
      ['TRACED', 'TRACED_IN_PART'].includes(outcome) && state.strands.length === 0,
      'tracing.traced-without-chain',
      '/body/outcome',
      { number: state.number },
    ),
  ],
  evolve: (state, act) => ({
    ...state,
    status: 'CLOSED',
    closed: { ...done(act), outcome: act.body.outcome, reason: act.body.reason },
  }),
});
