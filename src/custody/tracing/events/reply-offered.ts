import { following } from '../../rule.js';
import { Exactly } from '../../schema/described.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { refuseIf } from '../../violation.js';
import { checkOpen, dayOf } from '../standing.js';
import { done, type TracingState } from '../state.js';

const body = Exactly({
  ...actMembers,
  until: Day('Until when he may reply; 28 days are the practice', "Délai pour réagir ; 28 jours d'usage"),
});

/** `tracing.reply-offered` (E47, D8): who answered may comment on what was made of his answer before it is used. */
export const tracingReplyOffered = following<TracingState, typeof body>({
  type: 'tracing.reply-offered',
  form: 1,
  source: 'E47, D8',
  title: { en: 'Right of reply offered', fr: 'Droit de réponse offert' },
  body,
  decide: (state, { body: { occurred, until } }) => [
    ...checkOpen(state),
    ...refuseIf(state.answers.length === 0, 'tracing.nothing-answered', '/subject', { number: state.number }),
    ...refuseIf(until < dayOf(occurred.at), 'tracing.deadline-past', '/body/until', {
      until,
      day: dayOf(occurred.at),
    }),
  ],
  evolve: (state, act) => ({ ...state, replyOffered: { ...done(act), until: act.body.until } }),
});
