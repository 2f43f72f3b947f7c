import { type EventRule, following } from '../rule.js';
import { Exactly, Line, Prose } from '../schema/described.js';
import { EventId, type Kind } from '../schema/identifiers.js';
import type { Text } from '../text.js';
import { refuseIf } from '../violation.js';
import type { CommonState } from './state.js';

const body = Exactly({
  corrects: EventId('Event that is corrected', 'Acte corrigé'),
  pointer: Line(
    'Which field, as a JSON pointer, e.g. /body/description/fr',
    'Champ visé (pointeur JSON)',
    200,
  ),
  was: Prose('What was wrong', 'Ce qui était faux'),
  correct: Prose('The correct value', 'La valeur correcte'),
  reason: Prose('Reason', 'Raison'),
});

/**
 * `<kind>.corrected` (E55, RQ-05): points at what it corrects; both stay visible. By the author of the event,
 * or by another officer with a supervisor.
 */
export function corrected<State extends CommonState>(kind: Kind, title: Text): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.corrected`,
    form: 1,
    source: 'E55, RQ-05',
    title,
    body,
    decide(_state, act, circumstances) {
      const original = circumstances.referenced(act.body.corrects);
      if (original === undefined || original.subject !== act.subject) {
        return refuseIf(true, 'corrected.not-of-subject', '/body/corrects', { subject: act.subject });
      }
      const byAuthor = original.actor.officer === act.actor.officer;
      const supervised = circumstances.countersigners.some(signer => signer.as === 'supervisor');
      return refuseIf(!byAuthor && !supervised, 'corrected.not-author', '/actor/officer');
    },
    evolve(state, act) {
      const { corrects, pointer, correct, reason } = act.body;
      const correction = { event: act.eventId, by: act.actor.officer, corrects, pointer, correct, reason };
      return { ...state, corrections: [...state.corrections, correction] };
    },
  });
}
