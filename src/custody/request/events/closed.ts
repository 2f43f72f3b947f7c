import { following } from '../../rule.js';
import { Code, Exactly, Prose } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { requestClosures } from '../../vocabulary/requests.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { checkOpen } from '../open.js';
import { type RequestState, settledAnswer } from '../state.js';

const body = Exactly({
  ...actMembers,
  closure: Code(codesOf(requestClosures), 'Why it is closed', 'Motif de clôture'),
  reason: Prose('In words', 'En clair'),
});

/** `request.closed` (E37): answered, or nobody waits for an answer any more. It is never simply forgotten (F-01). */
export const requestClosed = following<RequestState, typeof body>({
  type: 'request.closed',
  form: 1,
  source: 'E37, F-01',
  title: { en: 'Request closed', fr: 'Demande close' },
  body,
  decide: (state, { body: { closure } }) => [
    ...checkOpen(state),
    ...refuseIf(
      closure === 'ANSWERED' && settledAnswer(state) === undefined,
      'request.not-answered',
      '/body/closure',
      { number: state.number },
    ),
  ],
  evolve: (state, { body: { closure, reason }, eventId }) => ({
    ...state,
    closed: { closure, reason, event: eventId },
  }),
});
