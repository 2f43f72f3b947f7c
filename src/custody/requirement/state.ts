import type { RestatableState } from '../common/restatable.js';
import type { RequirementStated } from './facts.js';

/** A record that is tagged to it, and by which act. */
export interface RequirementTag {
  /** `<kind>/<UUID>`. */
  readonly record: string;
  readonly event: string;
  readonly by: string;
  readonly note: string;
}

export interface RequirementState extends RestatableState, RequirementStated {
  /** In the order of the log; absent: none. */
  readonly tags?: readonly RequirementTag[];
}
