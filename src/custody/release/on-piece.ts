import type { LegalStatus } from '../evidence/state.js';
import type { PieceForm } from '../vocabulary/releases.js';

/** What one release says about a piece (GATE-6, GATE-10). */
export interface ReleaseOnItem {
  readonly status: LegalStatus;
  /** Who asked for it: he does not decide it (SD-2). */
  readonly requestedBy: string;
  readonly recipientUnit: string;
  readonly recipientCapacity: string;
  readonly purpose: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly conditions: readonly string[];
  /** `event_id` of the item's event that gave this status. */
  readonly event: string;
  /** RQ-67: as what it goes; absent where it was asked for in a form that did not say. */
  readonly as?: PieceForm;
  /** Files of the piece that go along, and the event of the piece that binds each. */
  readonly files?: readonly { readonly sha256: string; readonly boundBy: string }[];
  /** Of these, by hash, what is bound as a photograph; absent: not known, so that each may be one. */
  readonly photographs?: readonly string[];
  /** Of an examination: the event with the version of its report that goes. */
  readonly version?: string;
  /** What the decision takes out of this piece (GATE-8). */
  readonly redactions?: readonly RedactionOfPiece[];
  /** Photographs of it that the decision lets go as originals (GATE-8); absent: cleaned copies go. */
  readonly originalPhotographs?: readonly OriginalOfPiece[];
  /** Leaf of the decision that says so; absent: none ever listed one. */
  readonly originalsDecided?: number;
  /** Those that a later decision took back; a dossier made before may hold them. Absent: none was. */
  readonly originalsBefore?: readonly OriginalTakenBack[];
  /** `event_id` of each event of the piece that says that copies of it were given (E45). */
  readonly disclosed?: readonly string[];
}

/** A photograph that goes as the camera wrote it. */
export interface OriginalOfPiece {
  /** By hash. */
  readonly file: string;
  /** `event_id` of the act of the piece that binds it. */
  readonly boundBy: string;
  readonly why: string;
}

/** A photograph that went as the camera wrote it under earlier decisions. */
export interface OriginalTakenBack {
  /** By hash. */
  readonly file: string;
  /** Leaf of the decision that took it back. */
  readonly until: number;
}

/** Something taken out of a piece before it goes; listed, never silent. */
export interface RedactionOfPiece {
  /** By hash; null: in the record itself. */
  readonly file: string | null;
  readonly what: string;
  readonly ground: string;
  readonly why: string;
  /** Withheld members of the record that stay here, of decisions from form 5 on; before, words alone said what is meant. */
  readonly members?: readonly { readonly act: string; readonly pointer: string }[];
}
