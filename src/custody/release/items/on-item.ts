import { groupId } from '../../common/group-body.js';
import type { LegalStatus, ReleaseOnItem } from '../../evidence/state.js';
import type { Circumstances } from '../../rule.js';
import { refuse, type Violation } from '../../violation.js';
import type { ReleasedPiece } from '../piece.js';

/** What the release of the group says of this piece so far; undefined where it was never asked for. */
export function releaseOnItem(
  { legal = {} }: ReleasedPiece,
  circumstances: Circumstances,
): ReleaseOnItem | undefined {
  const release = groupId(circumstances);
  return Object.hasOwn(legal, release) ? legal[release] : undefined;
}

/** The act makes sense for a piece of this release at one of these statuses. */
export function checkStatus(
  state: ReleasedPiece,
  allowed: readonly LegalStatus[],
  circumstances: Circumstances,
): readonly Violation[] {
  const { number } = state;
  const found = releaseOnItem(state, circumstances);
  if (found === undefined) return [refuse('release.item-not-requested', '/subject', { number })];
  if (allowed.includes(found.status)) return [];
  const parameters = { number, status: found.status, expected: allowed.join(', ') };
  return [refuse('release.item-status', '/subject', parameters)];
}

/** The piece with what an act says of it in this release. */
export function withRelease<State extends ReleasedPiece>(
  state: State,
  changes: Partial<ReleaseOnItem>,
  circumstances: Circumstances,
): State {
  const found = releaseOnItem(state, circumstances);
  if (found === undefined) return state;
  return { ...state, legal: { ...state.legal, [groupId(circumstances)]: { ...found, ...changes } } };
}
