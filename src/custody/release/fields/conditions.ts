import { Code, Exactly, List, Prose, type Static } from '../../schema/described.js';
import { conditionKinds } from '../../vocabulary/releases.js';
import { codesOf } from '../../vocabulary/vocabulary.js';

/** RQ-62: what the recipient accepts with what he gets. */
export const Conditions = List(
  Exactly({
    kind: Code(codesOf(conditionKinds), 'What it is about', 'Objet'),
    text: Prose('Condition', 'Condition', 500),
  }),
  'Conditions',
  'Conditions',
  { max: 30 },
);

/** As they are repeated at the handover; form 2 of a decision had the words alone. */
export function wordsOf(conditions: Static<typeof Conditions> | readonly string[]): readonly string[] {
  return conditions.map(condition => (typeof condition === 'string' ? condition : condition.text));
}
