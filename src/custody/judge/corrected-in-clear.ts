import { eventRule } from '../catalogue.js';
import { fieldOf } from '../common/field-of.js';
import type { Act, Circumstances } from '../rule.js';
import { mayBeWithheld } from '../schema/annotations.js';
import { refuseIf, type Violation } from '../violation.js';

/** Form 1 of a correction says what it says in clear, and is refused for what is withheld. */
const FIRST_WITH_WITHHELD = 2;

/**
 * GATE-8: what is or may be withheld is corrected by what is withheld, everything else in clear. A correction stands in
 * a log that nothing is ever taken out of.
 */
export function checkCorrectedInClear(act: Act, circumstances: Circumstances): readonly Violation[] {
  if (!act.type.endsWith('.corrected') || act.form < FIRST_WITH_WITHHELD) return [];
  const { corrects, pointer, was, correct, withheld } = act.body;
  const original = circumstances.referenced(String(corrects));
  const field = String(pointer);
  const rule = original && eventRule(original.type, original.form);
  if (original === undefined || rule === undefined) return [];
  // That nothing stands there is said by the correction's own rule.
  if (fieldOf(original.body, field) === undefined) return [];
  const mustWithhold = mayBeWithheld(rule.body, field.replace(/^\/body/, ''));
  const saidInClear = was !== null || correct !== null;
  return [
    ...refuseIf(mustWithhold && (withheld === null || saidInClear), 'corrected.in-clear', '/body/withheld', {
      field,
    }),
    ...refuseIf(!mustWithhold && withheld !== null, 'corrected.hidden', '/body/withheld', { field }),
    ...refuseIf(
      !mustWithhold && (was === null || correct === null),
      'corrected.value-missing',
      '/body/correct',
      { field },
    ),
  ];
}
