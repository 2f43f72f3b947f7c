import type { CommonState } from '../common/state.js';
import type { Classification, ClassifiedPart, ReleaseOnItem, Remark } from '../evidence/state.js';
import type { HoldOnPiece } from '../hold/on-piece.js';
import type { Text } from '../text.js';

/** A file as a body binds it (log-format section 1). */
export interface BoundDocument {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/** What a piece of information says on itself. In no custody, ever: it has no custodian, seal or place. */
export interface InformationState extends CommonState {
  /** Number people call it by, unique in the log. */
  readonly number: string;
  readonly title: Text;
  /** V: `informationKinds` or STATEMENT; the words where the code is OTHER. */
  readonly kind: string;
  readonly incident: string | null;
  readonly scene: string | null;
  /** UUIDs of the items it is about. */
  readonly items: readonly string[];
  readonly registeredBy: string;
  /** Officer who wrote or said it; null where it is somebody else, whose name is withheld, or nobody's. */
  readonly author: string | null;
  /** Null for a statement typed into the form, and where the file itself is withheld. */
  readonly document: BoundDocument | null;
  readonly language: string;
  /** Null where it has no pages. */
  readonly pages: number | null;
  /** Personal data of third persons inside (D6). */
  readonly personalData: boolean;
  readonly classification: Classification;
  /** `event_id` of the classification in force, where it brought the originator's consent with it (GATE-9). */
  readonly originatorConsent?: string;
  /** By act and pointer; absent: no part is classified apart (V6). */
  readonly parts?: Readonly<Record<string, ClassifiedPart>>;
  /** What each release says of it, by UUID of the release. */
  readonly legal: Readonly<Record<string, ReleaseOnItem>>;
  /** Holds over it, those that were lifted too, by UUID (E57); absent: there never was one. */
  readonly holds?: Readonly<Record<string, HoldOnPiece>>;
  /** What prints on every later paper: that it is told by somebody else, a late entry, an override. */
  readonly remarks: readonly Remark[];
}
