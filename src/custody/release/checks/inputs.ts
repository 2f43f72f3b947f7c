import { refuse, refuseIf, type Violation } from '../../violation.js';
import { inputKinds } from '../../vocabulary/releases.js';
import { codesOf } from '../../vocabulary/vocabulary.js';
import type { Decision } from '../events/decided.js';
import { lastInputs } from '../last-inputs.js';
import type { ReleaseState } from '../state.js';

/**
 * E38, E39: every view that is there stands in the decision, the last of each; where none is there, who decides says why
 * he does without it. A view binds nobody, but an objection is passed over with reasons or not at all.
 */
export function checkInputs(state: ReleaseState, { body: { inputs } }: Decision): readonly Violation[] {
  const given = lastInputs(state);
  const missing = codesOf(inputKinds).filter(kind => !inputs.some(input => input.kind === kind));
  const left = given.filter(({ event }) => !inputs.some(input => input.given === event));
  return [
    ...missing.map(kind => refuse('release.input-missing', '/body/inputs', { kind })),
    ...left.map(({ kind, event }) => refuse('release.input-left-out', '/body/inputs', { kind, event })),
    ...inputs.flatMap((input, position) => {
      const pointer = `/body/inputs/${position}`;
      if (input.given === null) {
        return refuseIf(input.reason === null, 'release.input-waived-without-reason', `${pointer}/reason`, {
          kind: input.kind,
        });
      }
      const found = given.find(({ event }) => event === input.given);
      return [
        ...refuseIf(found?.kind !== input.kind, 'release.input-unknown', `${pointer}/given`, {
          kind: input.kind,
        }),
        ...refuseIf(
          found?.view === 'OBJECTION' && input.reason === null,
          'release.objection-not-answered',
          `${pointer}/reason`,
          { kind: input.kind },
        ),
      ];
    }),
  ];
}
