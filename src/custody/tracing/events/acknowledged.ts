import { following } from '../../rule.js';
import { Exactly, Line, Nullable } from '../../schema/described.js';
import { actMembers } from '../../schema/occurrence.js';
import { checkSent } from '../standing.js';
import { done, type TracingState } from '../state.js';

const body = Exactly({
  ...actMembers,
  reference: Nullable(Line('Reference of the addressee', 'Référence du destinataire')),
});

/** `tracing.acknowledged` (E47): the addressee says that he has the request. */
export const tracingAcknowledged = following<TracingState, typeof body>({
  type: 'tracing.acknowledged',
  form: 1,
  source: 'E47, D8',
  title: { en: 'Trace request acknowledged', fr: 'Accusé de réception de la demande de traçage' },
  body,
  decide: (state, { body: { occurred } }) => checkSent(state, occurred),
  evolve: (state, act) => ({
    ...state,
    status: state.status === 'REQUESTED' ? 'ACKNOWLEDGED' : state.status,
    acknowledged: [...state.acknowledged, done(act)],
  }),
});
