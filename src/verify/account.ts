import type { DisputedKey } from './disputed.js';
import type { Anchor } from './events/anchors.js';
import type { Verdict } from './verdict.js';
import type { HeldOutcome } from './whole/consistency.js';
import type { Sighting } from './witnesses.js';

/**
 * What is told to people of an export that holds, beside the verdict for machines (log-format section 12): what bounds
 * the times received, and what was not proven in fewer words.
 */
export interface Account {
  /** Of the export alone, whatever is found of an access log given with it: `ok`. */
  readonly verdict: Verdict;
  /** Every leaf of the tree is inside. */
  readonly complete: boolean;
  /** Who saw the whole tree; empty where nobody independent did. */
  readonly seen: readonly Sighting[];
  /** In log order. */
  readonly anchors: readonly Anchor[];
  /** Of the checkpoints held, in the order given. */
  readonly held: readonly HeldOutcome[];
  readonly disputed: readonly DisputedKey[];
  /** As `notProven` of the verdict, shortened, in the language asked for. */
  readonly notProven: readonly string[];
}
