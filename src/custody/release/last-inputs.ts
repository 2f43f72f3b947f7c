import type { ReleaseInput, ReleaseState } from './state.js';

/** The views that stand: of each kind the last, of originators the last of each. A later view takes over an earlier one. */
export function lastInputs({ inputs = [] }: Pick<ReleaseState, 'inputs'>): readonly ReleaseInput[] {
  const nameOf = ({ kind, originator }: ReleaseInput) => `${kind} ${originator ?? ''}`;
  return inputs.filter(
    (input, position) => !inputs.slice(position + 1).some(later => nameOf(later) === nameOf(input)),
  );
}
