import { following } from '../../rule.js';
import { Exactly, Nullable, Prose } from '../../schema/described.js';
import { File } from '../../schema/identifiers.js';
import { actMembers, Day } from '../../schema/occurrence.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf } from '../../violation.js';
import { done, type TracingState } from '../state.js';

const body = Exactly({
  ...actMembers,
  dated: Day('Day it bears', "Date qu'elle porte"),
  text: Withholdable(
    Prose('What he replied, in his words', 'Sa réplique, dans ses termes', 8000),
    'The reply',
    'La réplique',
  ),
  file: Nullable(
    Withholdable(
      File('The reply itself', 'La réplique elle-même'),
      'The reply itself',
      'La réplique elle-même',
    ),
  ),
});

/** `tracing.reply-recorded` (E47, D8): what who answered replied, late or in time. */
export const tracingReplyRecorded = following<TracingState, typeof body>({
  type: 'tracing.reply-recorded',
  form: 1,
  source: 'E47, D8',
  title: { en: 'Reply recorded', fr: 'Réplique consignée' },
  body,
  decide: state => [
    ...refuseIf(state.replyOffered === null, 'tracing.reply-not-offered', '/subject', {
      number: state.number,
    }),
  ],
  evolve: (state, act) => ({
    ...state,
    replies: [...state.replies, { ...done(act), dated: act.body.dated }],
  }),
});
