import type { LogSnapshot } from '../../store/readers/snapshot/log-snapshot.js';
import type { Defect } from '../paper/document.js';
import type { Moment } from '../paper/words.js';
import { defectsOf } from './defects.js';
import { readAll, readInherited } from './item-history.js';
import { type KeyInDoubt, keysInDoubt } from './keys-in-doubt.js';
import { receivedAt } from './moments.js';
import { earlierHistoryOf, type Origins } from './origins.js';
import type { People } from './people.js';
import type { ItemPiece } from './read-pieces.js';

/** Of every item what a defence counsel will ask about, in the order of the items (RQ-31, GATE-12). */
export async function readDefects(
  items: readonly ItemPiece[],
  snapshot: LogSnapshot,
  people: People,
  origins: Origins,
): Promise<readonly Defect[]> {
  const defects: Defect[] = [];
  const keys = items.map(({ state, history }) => keysInDoubt(state.number, history, people));
  const reported = await readReported(keys.flat(), snapshot);
  for (const [position, item] of items.entries()) {
    const { state, history } = item;
    const remarked = state.remarks.map(({ event }) => event);
    const inherited = await readInherited(snapshot, history, remarked);
    defects.push(
      ...defectsOf(state, history, inherited),
      ...(keys[position] ?? []).map(({ reported: leaf, ...key }) => ({
        ...key,
        at: reported.get(leaf) ?? null,
      })),
      ...earlierHistoryOf(state.number, origins.get(item.subject) ?? [], people),
    );
  }
  return defects;
}

/** When the log was told of keys, by the leaf of the report: once for all items that one signed for. */
async function readReported(
  keys: readonly KeyInDoubt[],
  snapshot: LogSnapshot,
): Promise<ReadonlyMap<number, Moment>> {
  const reports = await readAll(snapshot, [...new Set(keys.map(({ reported }) => reported))]);
  return new Map(reports.map(({ index, receivedAt: at }) => [index, receivedAt(at)]));
}
