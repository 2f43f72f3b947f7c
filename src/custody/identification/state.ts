import type { CommonState } from '../common/state.js';
import type { Classification } from '../evidence/classification-state.js';
import type { StatementOfItem } from './statement.js';

/** What somebody stated an item to be, and by which act. */
export interface StatedIdentification extends StatementOfItem {
  readonly event: string;
  readonly by: string;
  readonly role: string;
  /** Null of the first statement. */
  readonly reason: string | null;
}

/** What is identified about one item (E35), apart from its custody record and never in its history. */
export interface IdentificationState extends CommonState {
  /** UUID of the item. */
  readonly item: string;
  readonly madeBy: string;
  /** Everybody who stated it, each once, the first one first. */
  readonly authors: readonly string[];
  readonly classification: Classification;
  /** The one in force; of a withdrawn identification the last one. */
  readonly statement: StatedIdentification;
  /** `event_id` of each statement, the first one first: earlier ones stay in the history. */
  readonly statements: readonly string[];
  /** Set while it is withdrawn: nothing of it counts. */
  readonly withdrawn: { readonly event: string; readonly by: string; readonly reason: string } | null;
}
