import type { Policy } from '../log/index.js';
import { type Sighting, seenBy, type Vouched } from './witnesses.js';

/** A tree of the log, and by when others had seen it. */
export interface Covered {
  readonly size: number;
  readonly seen: Vouched;
}

/** By the size of their trees; those that nobody had seen, and the empty one, are left out. */
export function coveredTrees(
  trees: readonly { readonly size: number; readonly seen: readonly Sighting[] }[],
  policy: Policy,
): readonly Covered[] {
  return trees
    .flatMap(({ size, seen }) => {
      const vouched = seenBy(seen, policy);
      return vouched === undefined || size === 0 ? [] : [{ size, seen: vouched }];
    })
    .sort((one, other) => one.size - other.size);
}

/** The earliest time at which a tree with a leaf had been seen; undefined where none was. */
export type FirstCovering = (leaf: number) => Vouched | undefined;

/** @param covered by the size of their trees */
export function indexCovered(covered: readonly Covered[]): FirstCovering {
  // Of each tree, the earliest time at which it or a larger one had been seen.
  const earliest: Covered[] = [];
  for (const tree of covered.toReversed()) {
    const best = earliest.at(-1);
    earliest.push({
      ...tree,
      seen: best !== undefined && best.seen.time < tree.seen.time ? best.seen : tree.seen,
    });
  }
  earliest.reverse();
  return leaf => {
    let low = 0;
    let high = earliest.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((earliest[middle]?.size ?? 0) <= leaf) low = middle + 1;
      else high = middle;
    }
    return earliest[low]?.seen;
  };
}
