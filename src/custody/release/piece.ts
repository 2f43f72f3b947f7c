import type { CommonState } from '../common/state.js';
import type { Classification, ClassifiedPart, ReleaseOnItem } from '../evidence/state.js';
import type { ItemActs } from '../examination/item-acts.js';
import type { LaboratoryOnItem } from '../examination/on-item.js';
import type { ExaminationState } from '../examination/state.js';
import type { HoldOnPiece } from '../hold/on-piece.js';
import type { pieceKinds } from '../schema/group.js';
import type { Kind } from '../schema/identifiers.js';

/**
 * What the state of a piece holds for a release, whatever kind it is of: what each release says of it, how it is
 * classified, and what stops it.
 */
export interface ReleasedPiece extends CommonState {
  /** As it is printed on the piece and its papers. */
  readonly number: string;
  /** By UUID of the release; absent: nobody asked for one. */
  readonly legal?: Readonly<Record<string, ReleaseOnItem>>;
  /** Absent where an examination has reported nothing yet. */
  readonly classification?: Classification;
  /** Leaves of the acts that gave it, or a part of it, the caveat SOURCE (V6), in order; absent: none did. */
  readonly sourceGiven?: readonly number[];
  /** Of an examination: the versions of its reports (E33, E34), by the acts that issued them. */
  readonly reports?: readonly {
    readonly report: string;
    readonly event: string;
    readonly items: readonly string[];
  }[];
  /** Of an examination: the item events that its reports consist of. */
  readonly itemActs?: readonly ItemActs[];
  /** Of an examination: leads and matches that were recorded. */
  readonly findings?: ExaminationState['findings'];
  /** Of an item: what each examination says of it. */
  readonly examinations?: LaboratoryOnItem['examinations'];
  /** `event_id` of the classification in force, where it brought the originator's consent with it. */
  readonly originatorConsent?: string;
  /** By act and pointer; absent: no part is classified apart (V6). */
  readonly parts?: Readonly<Record<string, ClassifiedPart>>;
  /** Holds over it (E57); absent: there never was one. */
  readonly holds?: Readonly<Record<string, HoldOnPiece>>;
}

/** Kinds that have rules for releases: one line each, and `releaseItemRules` among the kind's events. */
const releasedKinds = ['evidence', 'examination', 'information'] as const satisfies readonly (Kind &
  (typeof pieceKinds)[number])[];

export type ReleasedKind = (typeof releasedKinds)[number];

/** Types of the item events of a group about pieces, e.g. `evidence.release-decided`. */
export function pieceEventTypes(word: string): readonly string[] {
  return releasedKinds.map(kind => `${kind}.${word}`);
}
