import type { Covered } from './covered.js';
import type { DisputedKey, LostKeyTold } from './disputed.js';
import type { UncountedAnchor } from './events/anchors.js';
import type { Verdict } from './verdict.js';
import type { HeldOutcome } from './whole/held-checkpoints.js';
import type { Vouched } from './witnesses.js';

/** A checkpoint that stands in the log, and by when a quorum had seen it. */
export interface AnchorTold extends Covered {
  readonly leaf: number;
}

/**
 * What is told to people of an export that holds, beside the verdict for machines (log-format section 12): what bounds
 * the times received, and what was not proven in fewer words.
 */
export interface Account {
  /** Of the export alone, whatever is found of an access log given with it: `ok`. */
  readonly verdict: Verdict;
  /** SHA-256 of the tag manifest as it was verified, hexadecimal: how an export is ordered and recorded (E60). */
  readonly exportHash: string;
  /** Type of the event that records it in the log: a dossier has the list of its pieces inside (E41, E60). */
  readonly recordedBy: 'export.generated' | 'dossier.built';
  /** Files lie under `report/`, and no receipt held records them: nothing inside proves these. */
  readonly unrecorded: boolean;
  /** Verifier key (C2SP signed-note) of the log that was in force for this tree. */
  readonly logKey: string;
  /** Every leaf of the tree is inside. */
  readonly complete: boolean;
  /** By when the whole tree had been seen; null where nobody independent saw it. */
  readonly seen: Vouched | null;
  /** The latest time that cosignatures prove, of the whole tree or else of an older one; null for none. */
  readonly lastCosigned: Vouched | null;
  /** The largest older tree that was seen; null where there is none. */
  readonly covered: Covered | null;
  /** Those that bound times from below, also where they were not compared: no leaf after a note is older than it. In log order. */
  readonly anchors: readonly AnchorTold[];
  /** Those that bound none by this policy, in log order. */
  readonly uncountedAnchors: readonly UncountedAnchor[];
  /** Leaves of anchors that nothing inside shows to be of this tree. */
  readonly uncomparedAnchors: readonly number[];
  /** Of the checkpoints held, in the order given. */
  readonly held: readonly HeldOutcome[];
  readonly disputed: readonly DisputedKey[];
  readonly lostKeys: readonly LostKeyTold[];
  /**
   * Verifier key that the log has now, where the policy handed over names an older one alone: the line it needs before
   * the next rotation. Null: the policy names it.
   */
  readonly newLogKey: string | null;
  /** As `notProven` of the verdict, shortened, in the language asked for. */
  readonly notProven: readonly string[];
}
