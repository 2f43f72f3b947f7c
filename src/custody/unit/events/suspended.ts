import { formatTime } from '../../../log/index.js';
import { following } from '../../rule.js';
import { Exactly, Line, Prose } from '../../schema/described.js';
import { Withholdable } from '../../schema/withheld.js';
import { refuseIf } from '../../violation.js';
import type { UnitState } from '../state.js';

const body = Exactly({
  reason: Withholdable(Prose('Reason', 'Motif'), 'Reason', 'Motif'),
  authority: Line('Authority: text, order or mandate', 'Autorité : texte, ordre ou mandat'),
});

/** `unit.suspended` (RQ-63): nothing is granted or handed over to it, from the moment this is received. */
export const unitSuspended = following<UnitState, typeof body>({
  type: 'unit.suspended',
  form: 1,
  source: 'RQ-63, GATE-6 [U3]',
  title: { en: 'Unit suspended from receiving', fr: 'Unité suspendue comme destinataire' },
  body,
  decide: ({ suspension = null }) =>
    refuseIf(suspension !== null, 'unit.suspended-already', '/subject', { since: suspension?.since ?? '' }),
  evolve(state, { eventId, actor, receivedAt, body: { authority } }) {
    const suspension = { since: formatTime(receivedAt), authority, by: actor.officer, event: eventId };
    return { ...state, suspension };
  },
});
