import type { Transaction } from 'kysely';
import type { Step } from '../../custody/judge/world.js';
import type { Database, ReadingTables } from '../schema/index.js';

/** What one group changed, as the projections see it. */
export interface GroupOfChanges {
  /** Every event of the group in log order, with the state of its subject before and after. */
  readonly steps: readonly Step[];
  /** Withheld claims by `event_id`, those that were not erased. */
  readonly disclosures: ReadonlyMap<string, readonly string[]>;
}

/**
 * Tables for reading, and how they follow the log. What is written may depend on the steps and on the tables
 * themselves alone, and not on where one group ends and the next begins: a rebuild cuts the log elsewhere and
 * must come to the same rows.
 */
export interface Projection {
  readonly tables: readonly (keyof ReadingTables)[];
  write(trx: Transaction<Database>, group: GroupOfChanges): Promise<void>;
}

/** A subject that a group touched: where it stands now, and the leaves that brought it there. */
export interface ChangedSubject<State> {
  /** UUID part of the subject. */
  readonly id: string;
  readonly state: State;
  readonly first_index: number;
  readonly last_index: number;
}

/** The subjects of one kind that the group touched, in the order they were first touched. */
export function changedSubjects<State>(
  { steps }: GroupOfChanges,
  kind: string,
): readonly ChangedSubject<State>[] {
  const touched = new Map<string, ChangedSubject<State>>();
  for (const { act, after } of steps) {
    if (!act.subject.startsWith(`${kind}/`)) continue;
    const first_index = touched.get(act.id)?.first_index ?? act.index;
    touched.set(act.id, { id: act.id, state: after as State, first_index, last_index: act.index });
  }
  return [...touched.values()];
}
