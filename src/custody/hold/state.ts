import type { CommonState } from '../common/state.js';
import type { HoldScope } from '../vocabulary/holds.js';

/** A hold over pieces (E57): it stops their release, their disposal, or both, until the same function lifts it. */
export interface HoldState extends CommonState {
  readonly number: string;
  readonly placedBy: string;
  /** Role in which it was placed. */
  readonly function: string;
  readonly ground: string;
  readonly authority: string;
  readonly scope: HoldScope;
  readonly placedAt: string;
  /** Day by which it is looked at again; null where none was set. */
  readonly reviewOn: string | null;
  /** `<kind>/<UUID>` of each piece, and whether it is still held. */
  readonly pieces: Readonly<Record<string, 'HELD' | 'LIFTED'>>;
}
