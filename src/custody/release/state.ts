import type { CommonState } from '../common/state.js';
import type { LegalStatus } from '../evidence/state.js';
import type { DisclosureMeans, HandoverOutcome, Sentence } from '../vocabulary/outcomes.js';
import type { DossierType, InputKind, InputView, ReleaseOutcome } from '../vocabulary/releases.js';
import type { OriginalOfPiece, RedactionOfPiece } from './on-piece.js';

/** One decision on a release; a later one may cover items an earlier one left out. */
export interface ReleaseDecision {
  readonly event: string;
  readonly officer: string;
  readonly role: string;
  readonly capacity: string;
  readonly outcome: ReleaseOutcome;
  readonly conditions: readonly string[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly at: string;
  /** Of decisions in form 3: `<kind>/<UUID>` of what it is about. */
  readonly pieces?: readonly string[];
  readonly redactions?: readonly (RedactionOfPiece & { readonly piece: string })[];
  /** Photographs that go as originals, of decisions from form 6 on; absent: none. */
  readonly originalPhotographs?: readonly (OriginalOfPiece & { readonly piece: string })[];
  /** `event_id` of the assessment of the unit it rests on, and the day by which that is due again. */
  readonly assessment?: string | null;
  readonly reviewOn?: string | null;
  /** Level after the release. */
  readonly classification?: string;
}

/** E38: the view of somebody who was asked before a person decides. */
export interface ReleaseInput {
  readonly event: string;
  readonly kind: InputKind;
  readonly view: InputView;
  /** Whose view it is, where it is an originator's. */
  readonly originator: string | null;
  readonly officer: string;
  readonly role: string;
  readonly date: string;
  readonly basis: string;
  /** Pieces it is about; empty: all. */
  readonly pieces: readonly string[];
}

/** E45: copies that were given under a release. */
export interface CopiesDisclosed {
  readonly event: string;
  readonly at: string;
  readonly by: string;
  readonly unit: string;
  readonly capacity: string;
  readonly means: DisclosureMeans;
  /** `<kind>/<UUID>`. */
  readonly pieces: readonly string[];
}

/** E44: what came of what was given, as it was learned. */
export interface OutcomeReported {
  readonly event: string;
  /** Handovers and dossiers, `<kind>/<UUID>`; none: copies that were disclosed. */
  readonly given: readonly string[];
  readonly stage: HandoverOutcome;
  readonly sentence: {
    readonly kind: Sentence;
    readonly text: string | null;
    readonly inAbsentia: boolean;
  } | null;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly knownFrom: string;
  readonly askAgainOn: string | null;
  readonly by: string;
}

export interface ReleaseState extends CommonState {
  readonly number: string;
  readonly requestedBy: string;
  /** UUID of the request of the authority that it follows; absent in form 2, which names its reference alone. */
  readonly request?: string;
  readonly article?: string | null;
  readonly mandateBasis?: string;
  /** RQ-67. */
  readonly dossierType?: DossierType;
  /** `<kind>/<UUID>` of all that was asked for, in order; absent in form 2, where all are items. */
  readonly pieces?: readonly string[];
  readonly inputs?: readonly ReleaseInput[];
  /** E45; absent: none. */
  readonly disclosures?: readonly CopiesDisclosed[];
  /** E44, in the order of the log; absent: none. */
  readonly outcomes?: readonly OutcomeReported[];
  readonly recipientUnit: string;
  readonly recipientCapacity: string;
  readonly purpose: string;
  readonly proceedings: string;
  readonly offence: string;
  readonly requestedAt: string;
  readonly decisions: readonly ReleaseDecision[];
  /** What the last act said of each item, by UUID: copied, never computed (RQ-61). */
  readonly items: Readonly<Record<string, LegalStatus>>;
}

/** The state with a status, said by a person, of the items that his act lists. */
export function withStatus(
  state: ReleaseState,
  items: readonly { readonly subject: string }[],
  status: LegalStatus,
): ReleaseState {
  const changed = items.map(({ subject }) => [subject.slice(subject.indexOf('/') + 1), status] as const);
  return { ...state, items: { ...state.items, ...Object.fromEntries(changed) } };
}
