import { type EventRule, following } from '../rule.js';
import { Exactly, Line, Nullable, Prose, words } from '../schema/described.js';
import { EventId, type Kind } from '../schema/identifiers.js';
import { Withholdable } from '../schema/withheld.js';
import type { Text } from '../text.js';
import { refuseIf } from '../violation.js';
import { fieldOf } from './field-of.js';
import type { CommonState } from './state.js';

const was = Prose('What was wrong', 'Ce qui était faux');
const correct = Prose('The correct value', 'La valeur correcte');
const named = {
  corrects: EventId('Event that is corrected', 'Acte corrigé'),
  pointer: Line(
    'Which field, as a JSON pointer, e.g. /body/description/fr',
    'Champ visé (pointeur JSON)',
    200,
  ),
};
const reason = Prose('Reason', 'Raison');

/** Form 1 had no way to correct what is withheld but in clear, and said no to it. */
const inClearOnly = Exactly({ ...named, was, correct, reason });

const body = Exactly({
  ...named,
  was: Nullable(was),
  correct: Nullable(correct),
  /** Of a field that is or may be withheld, in place of `was` and `correct`. */
  withheld: Nullable(
    Exactly({
      was: Withholdable(was, 'What was wrong, withheld', 'Ce qui était faux, réservé'),
      correct: Withholdable(correct, 'The correct value, withheld', 'La valeur correcte, réservée'),
    }),
    words('For a field that is or may be withheld', 'Pour un champ réservé ou qui peut l’être'),
  ),
  reason,
});

/**
 * `<kind>.corrected` (E55, RQ-05): points at what it corrects; both stay visible. By the author of the event,
 * or by another officer with a supervisor. What is or may be withheld is corrected by what is withheld (GATE-8): that
 * is checked where the form of the corrected event is known (`checkCorrectedInClear`).
 */
export function corrected<State extends CommonState>(kind: Kind, title: Text): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.corrected`,
    form: 2,
    source: 'E55, RQ-05, GATE-8',
    title,
    body,
    former: [{ form: 1, body: inClearOnly, supersededIn: 2 }],
    decide(_state, act, circumstances) {
      const original = circumstances.referenced(act.body.corrects);
      if (original === undefined || original.subject !== act.subject) {
        return refuseIf(true, 'corrected.not-of-subject', '/body/corrects', { subject: act.subject });
      }
      const field = fieldOf(original.body, act.body.pointer);
      const byAuthor = original.actor.officer === act.actor.officer;
      const supervised = circumstances.countersigners.some(signer => signer.as === 'supervisor');
      return [
        ...refuseIf(!byAuthor && !supervised, 'corrected.not-author', '/actor/officer'),
        ...refuseIf(field === undefined, 'corrected.field-unknown', '/body/pointer', {
          field: act.body.pointer,
        }),
        ...refuseIf(act.form === 1 && field === 'WITHHELD', 'corrected.field-withheld', '/body/pointer', {
          field: act.body.pointer,
        }),
      ];
    },
    evolve(state, act) {
      const { corrects, pointer, correct, reason } = act.body;
      const correction = { event: act.eventId, by: act.actor.officer, corrects, pointer, correct, reason };
      return { ...state, corrections: [...state.corrections, correction] };
    },
  });
}
