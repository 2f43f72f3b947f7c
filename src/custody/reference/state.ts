import type { CommonState } from '../common/state.js';

/** Where one entry of a collection stands; what it says is in the acts and in the tables for reading. */
export interface EntryStanding {
  /** `event_id` of the act that stated it last. */
  readonly event: string;
  /** `event_id` of the act that withdrew it; null while it stands. */
  readonly withdrawn: string | null;
}

/** A named collection of headstamps, producers or models (V5): signed, versioned, with a source for each entry. */
export interface ReferenceState extends CommonState {
  readonly name: string;
  readonly describes: string;
  readonly source: string;
  readonly openedBy: string;
  /** By key. */
  readonly entries: Readonly<Record<string, EntryStanding>>;
}

/** An entry of that key is there and was not withdrawn. */
export function hasEntry({ entries }: Pick<ReferenceState, 'entries'>, key: string): boolean {
  return Object.hasOwn(entries, key) && entries[key]?.withdrawn === null;
}
