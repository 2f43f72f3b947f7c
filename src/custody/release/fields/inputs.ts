import { Code, Exactly, List, Nullable } from '../../schema/described.js';
import { EventId } from '../../schema/identifiers.js';
import { inputKinds } from '../../vocabulary/releases.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import { Kept } from './assessments.js';

/**
 * E39: each view that was asked for, or why the decision does without it. What was made of it is told of each, and
 * withheld: a reason beside one view alone would tell that it was an objection.
 */
export const InputsConsidered = List(
  Exactly({
    kind: Code(codesOf(inputKinds), 'Kind', 'Nature'),
    given: Nullable(
      EventId('The view that was given; null: waived', "L'avis donné ; null : il y est renoncé"),
    ),
    reason: Kept(
      'What was made of it: followed, not followed, or done without, and why',
      'Suite donnée : avis suivi, non suivi, ou renonciation, et motif',
    ),
  }),
  'Views of human rights, originator, source protection and security',
  "Avis : droits de l'homme, autorité d'origine, protection des sources, sécurité",
  { min: 1, max: 100 },
);
