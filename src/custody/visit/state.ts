import type { CommonState } from '../common/state.js';
import type { MomentKnown } from '../common/time-order.js';
import type { Remark } from '../evidence/state.js';

export interface VisitState extends CommonState {
  readonly scene: string;
  readonly visitor: string;
  readonly role: string;
  /** Code of the purpose, or the words where none fits. */
  readonly purpose: string;
  readonly escort: string | null;
  readonly entered: MomentKnown;
  readonly left: MomentKnown | null;
  readonly remarks: readonly Remark[];
}
