import type { JsonValue } from '../../log/index.js';
import { ClassificationOfPart, classificationFrom } from '../evidence/record/classification.js';
import { keyOfPart } from '../evidence/record/classified-parts.js';
import {
  checkClassifier,
  checkNotLoosened,
  reclassifyingMembers,
} from '../evidence/record/reclassification.js';
import type { ClassifiedPart } from '../evidence/state.js';
import { type Act, type Circumstances, type EventRule, following } from '../rule.js';
import { Exactly, Line, type Static } from '../schema/described.js';
import { EventId, type Kind } from '../schema/identifiers.js';
import { actMembers } from '../schema/occurrence.js';
import type { Text } from '../text.js';
import { refuseIf } from '../violation.js';
import { fieldOf } from './field-of.js';
import { boundFiles } from './files-kept-back.js';
import type { CommonState } from './state.js';

const body = Exactly({
  ...actMembers,
  act: EventId('Act that the part stands in', 'Acte où figure la partie'),
  pointer: Line(
    'Which part, as a JSON pointer, e.g. /body/photographs/0/file',
    'Partie visée (pointeur JSON)',
    200,
  ),
  ...reclassifyingMembers,
  classification: ClassificationOfPart,
});

interface InParts extends CommonState {
  readonly registeredBy: string;
  readonly parts?: Readonly<Record<string, ClassifiedPart>>;
}

/**
 * `<kind>.part-classified` (E56, V6): a file of a piece, or a claim in one of its acts, is classified apart from the piece, by
 * who classifies that. A part that is withheld goes with no release; any other counts where it goes along (GATE-9).
 */
export function partClassified<State extends InParts>(
  kind: Kind & ('evidence' | 'information'),
  title: Text,
): EventRule<State> {
  return following<State, typeof body>({
    type: `${kind}.part-classified`,
    form: 1,
    source: 'E56, V6, GATE-9',
    title,
    body,
    decide(state, act, circumstances) {
      const found = partOf(act, circumstances);
      const before = state.parts?.[keyOfPart(act.body.act, act.body.pointer)];
      return [
        ...checkClassifier(act, act.actor.officer === state.registeredBy),
        ...refuseIf(found === undefined, 'evidence.part-unknown', '/body/pointer', {
          pointer: act.body.pointer,
        }),
        ...refuseIf(
          found === 'WITHHELD' && isOfResult(act, circumstances),
          'evidence.part-of-report',
          '/body/pointer',
        ),
        ...(before === undefined ? [] : checkNotLoosened(before.classification, act.body)),
      ];
    },
    evolve(state, act, circumstances) {
      const { act: where, pointer } = act.body;
      const found = partOf(act, circumstances);
      const part: ClassifiedPart = {
        act: where,
        pointer,
        files:
          found === undefined || found === 'WITHHELD' ? [] : boundFiles(found).map(({ sha256 }) => sha256),
        withheld: found === 'WITHHELD',
        classification: classificationFrom(act.body.classification),
        ...(act.body.originatorConsent === null ? {} : { originatorConsent: act.eventId }),
      };
      return { ...state, parts: { ...state.parts, [keyOfPart(where, pointer)]: part } };
    },
  });
}

/** What is withheld in what a laboratory reported leaves with its report, under the classification of that (GATE-6). */
function isOfResult({ body: { act } }: Act<Static<typeof body>>, circumstances: Circumstances): boolean {
  return /^evidence[.](result-|traces-matched)/.test(circumstances.referenced(act)?.type ?? '');
}

/** What stands there, in an act of this very piece; undefined: nothing does. */
function partOf(
  { subject, body: { act, pointer } }: Act<Static<typeof body>>,
  circumstances: Circumstances,
): JsonValue | 'WITHHELD' | undefined {
  const original = circumstances.referenced(act);
  return original?.subject === subject ? fieldOf(original.body, pointer) : undefined;
}
