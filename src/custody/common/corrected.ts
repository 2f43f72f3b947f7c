import { isJsonObject, type JsonObject, type JsonValue } from '../../log/index.js';
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
 * or by another officer with a supervisor. What is withheld is not corrected like this: the correction would stand
 * in clear in a log that nothing is ever taken out of (GATE-8).
 */
export function corrected<State extends CommonState>(kind: Kind, title: Text): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.corrected`,
    form: 1,
    source: 'E55, RQ-05, GATE-8',
    title,
    body,
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
        ...refuseIf(field === 'WITHHELD', 'corrected.field-withheld', '/body/pointer', {
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

/**
 * What stands at a JSON pointer (RFC 6901) into the payload of an event, below `/body`: who signed, when, and of
 * which subject cannot be corrected. Undefined where nothing stands there.
 */
function fieldOf(body: JsonObject, pointer: string): JsonValue | 'WITHHELD' | undefined {
  const [root, first, ...steps] = pointer
    .split('/')
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (root !== '' || first !== 'body' || steps.length === 0) return undefined;
  let found: JsonValue | undefined = body;
  for (const step of steps) {
    if (isWithheld(found)) return 'WITHHELD';
    found = memberOf(found, step);
  }
  return isWithheld(found) ? 'WITHHELD' : found;
}

function memberOf(value: JsonValue | undefined, step: string): JsonValue | undefined {
  if (Array.isArray(value)) return /^(0|[1-9]\d{0,5})$/.test(step) ? value[Number(step)] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function isWithheld(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && typeof value._sd === 'string';
}
