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

/** The earliest time at which a tree with this leaf had been seen. */
export function firstCovering(leaf: number, covered: readonly Covered[]): Vouched | undefined {
  const [first] = covered
    .filter(({ size }) => size > leaf)
    .map(({ seen }) => seen)
    .sort((one, other) => one.time - other.time);
  return first;
}
