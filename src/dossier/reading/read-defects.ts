import type { LogSnapshot } from '../../store/readers/snapshot/log-snapshot.js';
import type { Defect } from '../paper/document.js';
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
  for (const item of items) {
    const { state, history } = item;
    const remarked = state.remarks.map(({ event }) => event);
    const inherited = await readInherited(snapshot, history, remarked);
    const keys = keysInDoubt(state.number, history, people);
    defects.push(
      ...defectsOf(state, history, inherited),
      ...(await dated(keys, snapshot)),
      ...earlierHistoryOf(state.number, origins.get(item.subject) ?? [], people),
    );
  }
  return defects;
}

/** With the time at which the log was told of each key. */
async function dated(keys: readonly KeyInDoubt[], snapshot: LogSnapshot): Promise<readonly Defect[]> {
  const reports = await readAll(snapshot, [...new Set(keys.map(({ reported }) => reported))]);
  const times = new Map(reports.map(report => [report.index, receivedAt(report.receivedAt)]));
  return keys.map(({ reported, ...key }) => ({ ...key, at: times.get(reported) ?? null }));
}
