import { Code, Exactly, List, Nullable, Prose } from '../../schema/described.js';
import { EventId } from '../../schema/identifiers.js';
import { inputKinds } from '../../vocabulary/releases.js';
import { codesOf } from '../../vocabulary/vocabulary.js';

/** E39: each view that was asked for, or why the decision does without it. */
export const InputsConsidered = List(
  Exactly({
    kind: Code(codesOf(inputKinds), 'Kind', 'Nature'),
    given: Nullable(
      EventId('The view that was given; null: waived', "L'avis donné ; null : il y est renoncé"),
    ),
    reason: Nullable(
      Prose(
        'Why it is done without, or an objection not followed',
        "Motif de la renonciation, ou de passer outre à l'objection",
        2000,
      ),
    ),
  }),
  'Views of human rights, originator, source protection and security',
  "Avis : droits de l'homme, autorité d'origine, protection des sources, sécurité",
  { min: 1, max: 100 },
);
