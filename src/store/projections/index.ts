import type { Transaction } from 'kysely';
import type { PlacedAct } from '../../custody/rule.js';
import type { SequencedEvent, SubjectChange } from '../appender/sequence.js';
import type { Database } from '../schema/index.js';

/** What one group changed, as the projections see it. */
export interface GroupOfChanges {
  readonly sequenced: readonly SequencedEvent[];
  readonly changes: readonly SubjectChange[];
  readonly acts: ReadonlyMap<string, PlacedAct>;
}

type Projection = (trx: Transaction<Database>, group: GroupOfChanges) => Promise<void>;

/** The tables for reading, in the order they are written. All of them can be made anew from the log. */
const projections: readonly Projection[] = [];

/** Brings all tables for reading up to date, inside the transaction that appends. */
export async function writeProjections(trx: Transaction<Database>, group: GroupOfChanges): Promise<void> {
  for (const project of projections) await project(trx, group);
}
