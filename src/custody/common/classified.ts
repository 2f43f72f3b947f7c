import {
  checkClassifier,
  checkNotLoosened,
  reclassified,
  reclassifyingMembers,
} from '../evidence/record/reclassification.js';
import type { Classification } from '../evidence/state.js';
import { type EventRule, following } from '../rule.js';
import { Exactly } from '../schema/described.js';
import type { Kind } from '../schema/identifiers.js';
import { actMembers } from '../schema/occurrence.js';
import type { Text } from '../text.js';
import type { CommonState } from './state.js';

const body = Exactly({ ...actMembers, ...reclassifyingMembers });

/** A state that has a classification, and the consent under which it was loosened. */
interface ClassifiedState extends CommonState {
  readonly classification: Classification;
  /** `event_id` of the classification in force, where it brought the originator's consent with it. */
  readonly originatorConsent?: string;
}

/**
 * `<kind>.classified` (E56, V6): by its author, the records officer or the legal officer. Its originator's consent to
 * loosening it, and to its release, is brought by this act and stated anew by each (GATE-9).
 * @param authorOf UUID of the officer who wrote it
 */
export function classified<State extends ClassifiedState>(
  kind: Kind,
  title: Text,
  source: string,
  authorOf: (state: State) => string,
): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.classified`,
    form: 1,
    source,
    title,
    body,
    decide: (state, act) => [
      ...checkClassifier(act, act.actor.officer === authorOf(state)),
      ...checkNotLoosened(state.classification, act.body),
    ],
    evolve: reclassified,
  });
}
