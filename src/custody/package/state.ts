import type { CommonState } from '../common/state.js';
import type { MomentKnown } from '../common/time-order.js';
import type { SealStatus } from '../evidence/state.js';
import type { PlacedAct } from '../rule.js';
import type { Static } from '../schema/described.js';
import type { Occurrence } from '../schema/occurrence.js';
import type { packageTypes, sealForms, sealTypes } from '../vocabulary/seals.js';
import type { ContentClass, SealApplied } from './fields.js';

export interface SealOnPackage {
  readonly stock: string;
  readonly number: string;
  readonly type: keyof typeof sealTypes;
  readonly form: keyof typeof sealForms;
  readonly status: SealStatus;
  readonly appliedBy: string;
  readonly appliedAt: string;
  /** `event_id` of the act that gave the seal its status. */
  readonly event: string;
}

export interface PackageState extends CommonState {
  readonly number: string;
  readonly packageType: { readonly code: keyof typeof packageTypes; readonly text: string | null };
  readonly seal: SealOnPackage;
  /** Old seals stay named (RQ-30), oldest first. */
  readonly formerSeals: readonly SealOnPackage[];
  readonly holds: ContentClass;
  /** `evidence/<UUID>` of what was inside when it was last sealed, or opened since. */
  readonly contents: readonly string[];
  readonly lastOccurred: MomentKnown;
}

/** The seal that an act puts on a package. */
export function appliedSeal(
  act: PlacedAct<{ readonly seal: Static<typeof SealApplied>; readonly occurred: Occurrence }>,
): SealOnPackage {
  const { stock, number, type, form } = act.body.seal;
  return {
    stock,
    number,
    type,
    form,
    status: 'APPLIED',
    appliedBy: act.actor.officer,
    appliedAt: act.body.occurred.at,
    event: act.eventId,
  };
}
