import type { SignedAct } from '../../store/readers/transfer/signed-act.js';

/** Leaf of the last statement on a paper, countersignatures and what is said of items among them; -1: there is none. */
export function lastLeafOf({ acts }: { readonly acts: readonly SignedAct[] }): number {
  return Math.max(
    -1,
    ...acts.flatMap(({ index, countersigned, items }) => [
      index,
      ...[...countersigned, ...items].map(other => other.index),
    ]),
  );
}
