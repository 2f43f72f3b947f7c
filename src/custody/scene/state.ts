import type { CommonState } from '../common/state.js';
import type { MomentKnown } from '../common/time-order.js';
import type { Remark } from '../evidence/state.js';
import type { exploitationLevels } from '../vocabulary/scenes.js';
import type { EntryPermission } from './entry-permission.js';

export interface SceneCounts {
  readonly recorded: number;
  readonly collected: number;
  readonly left: number;
  readonly destroyed: number;
  readonly documentedOnly: number;
}

export interface SceneState extends CommonState {
  readonly incident: string;
  readonly name: string;
  /** Code of the kind, or the words where none fits. */
  readonly kind: string;
  readonly hazardExcluded: boolean;
  /** Leader of the work at this scene (RQ-07); null while nobody is named. */
  readonly leader: string | null;
  /** By `event_id` of the event that gave it. */
  readonly permissions: Readonly<Record<string, EntryPermission>>;
  /** `event_id`s, in order. */
  readonly secured: readonly string[];
  readonly documented: readonly string[];
  readonly closed: null | {
    readonly event: string;
    /** Index of the event: whoever says afterwards that he was inside before sees nothing through it. */
    readonly index: number;
    readonly occurred: MomentKnown;
    readonly exploited: keyof typeof exploitationLevels;
    readonly counts: SceneCounts;
  };
  /** What prints on every later paper of the scene: overrides, late entries, doubtful clocks. */
  readonly remarks: readonly Remark[];
}
