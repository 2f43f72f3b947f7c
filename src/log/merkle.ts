import { concatBytes } from './bytes.js';
import { sha256 } from './sha256.js';

const NODE_PREFIX = Uint8Array.of(1);

/** Root of the tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array(0));

/** Leaves `begin` to `end - 1`; `begin` is a multiple of the smallest power of two that holds the range. */
export interface LeafRange {
  readonly begin: number;
  readonly end: number;
}

/** The subtree over the leaves `index * 2^level` to `(index + 1) * 2^level - 1`. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
}

/** Gives the hash of any complete subtree of the tree; level 0 are leaf hashes. */
export type ReadNode = (node: TreeNode) => Uint8Array;

/** `SHA-256(0x01 || left || right)` (RFC 9162 section 2.1.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(NODE_PREFIX, left, right));
}

/** The exponent of the largest power of two not above `count`; no bit operators: sizes exceed 32 bits. */
function floorLog2(count: number): number {
  let exponent = 0;
  while (2 ** (exponent + 1) <= count) exponent++;
  return exponent;
}

/** The largest power of two smaller than `count`, which is 2 or more (RFC 9162 section 2.1.1). */
function splitPoint(count: number): number {
  return 2 ** floorLog2(count - 1);
}

/** The complete subtrees that make up a range, left to right. */
export function coverRange({ begin, end }: LeafRange): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  let from = begin;
  while (from < end) {
    const level = floorLog2(end - from);
    nodes.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return nodes;
}

/** The Merkle tree hash of a range: its complete subtrees, folded from the right. */
export function hashRange(range: LeafRange, readNode: ReadNode): Uint8Array {
  const hashes = coverRange(range).map(readNode);
  return hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));
}

function requireIndex(index: number, size: number): void {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  }
}

/**
 * The ranges whose hashes are the inclusion proof of a leaf, leaf side first: PATH(m, D_n) of RFC 9162
 * section 2.1.3.1.
 * @throws {RangeError} where the tree has no such leaf
 */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  requireIndex(index, size);
  const ranges: LeafRange[] = [];
  let begin = 0;
  let end = size;
  while (end - begin > 1) {
    const middle = begin + splitPoint(end - begin);
    if (index < middle) {
      ranges.push({ begin: middle, end });
      end = middle;
    } else {
      ranges.push({ begin, end: middle });
      begin = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The ranges whose hashes are the consistency proof from `oldSize` to `size`: PROOF(m, D_n) of RFC 9162
 * section 2.1.4.1. Empty where the sizes are equal.
 * @throws {RangeError} unless 0 < oldSize <= size
 */
export function consistencyRanges(oldSize: number, size: number): readonly LeafRange[] {
  requireIndex(oldSize - 1, size);
  const ranges: LeafRange[] = [];
  let begin = 0;
  let end = size;
  // SUBPROOF: `begin` is 0 for as long as the old tree is a left edge that the verifier knows whole.
  while (oldSize < end) {
    const middle = begin + splitPoint(end - begin);
    if (oldSize <= middle) {
      ranges.push({ begin: middle, end });
      end = middle;
    } else {
      ranges.push({ begin, end: middle });
      begin = middle;
    }
  }
  if (begin > 0) ranges.push({ begin, end });
  return ranges.reverse();
}

/** The root of the tree of these leaf hashes. */
export function rootOfLeaves(leafHashes: readonly Uint8Array[]): Uint8Array {
  const readNode = ({ level, index }: TreeNode): Uint8Array => {
    let hashes = leafHashes.slice(index * 2 ** level, (index + 1) * 2 ** level);
    for (let i = 0; i < level; i++) hashes = hashPairs(hashes);
    const [hash] = hashes;
    if (hash === undefined) throw new RangeError(`no node ${index} at level ${level}`);
    return hash;
  };
  return hashRange({ begin: 0, end: leafHashes.length }, readNode);
}

/** The level above; an odd last hash has no pair and is left out. */
export function hashPairs(hashes: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let i = 0; i + 1 < hashes.length; i += 2) {
    const [left, right] = [hashes[i], hashes[i + 1]];
    if (left !== undefined && right !== undefined) above.push(nodeHash(left, right));
  }
  return above;
}

/**
 * The inclusion proof of leaf `index` in the tree of `size`, leaf side first.
 * @throws {RangeError} where the tree has no such leaf
 */
export function inclusionProof(index: number, size: number, readNode: ReadNode): readonly Uint8Array[] {
  return inclusionRanges(index, size).map(range => hashRange(range, readNode));
}

/**
 * The consistency proof from the tree of `oldSize` to that of `size`.
 * @throws {RangeError} unless 0 < oldSize <= size
 */
export function consistencyProof(oldSize: number, size: number, readNode: ReadNode): readonly Uint8Array[] {
  return consistencyRanges(oldSize, size).map(range => hashRange(range, readNode));
}
