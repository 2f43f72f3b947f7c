import { consistencyProof, consistencyRanges, hashRange, inclusionRanges, type LeafRange } from './merkle.js';
import { loadNodes, type TileSource } from './tile-source.js';

/** The root of the tree of `size`: reads the edge tiles only. */
export async function rootFromTiles(size: number, source: TileSource): Promise<Uint8Array> {
  const whole: LeafRange = { begin: 0, end: size };
  return hashRange(whole, await loadNodes([whole], size, source));
}

/**
 * The inclusion proofs of several leaves under one size, in the order of `indexes`: each tile is read and hashed
 * once for all of them.
 * @throws {RangeError} where the tree has no such leaf
 */
export async function inclusionProofsFromTiles(
  indexes: readonly number[],
  size: number,
  source: TileSource,
): Promise<readonly (readonly Uint8Array[])[]> {
  const proofs = indexes.map(index => inclusionRanges(index, size));
  const readNode = await loadNodes(proofs.flat(), size, source);
  const known = new Map<string, Uint8Array>();
  const hashOnce = (range: LeafRange): Uint8Array => {
    const name = `${range.begin}-${range.end}`;
    const hash = known.get(name) ?? hashRange(range, readNode);
    known.set(name, hash);
    return hash;
  };
  return proofs.map(ranges => ranges.map(hashOnce));
}

/** @throws {RangeError} where the tree has no such leaf */
export async function inclusionProofFromTiles(
  index: number,
  size: number,
  source: TileSource,
): Promise<readonly Uint8Array[]> {
  const [proof] = await inclusionProofsFromTiles([index], size, source);
  return proof ?? [];
}

/** @throws {RangeError} unless 0 < oldSize <= size */
export async function consistencyProofFromTiles(
  oldSize: number,
  size: number,
  source: TileSource,
): Promise<readonly Uint8Array[]> {
  const readNode = await loadNodes(consistencyRanges(oldSize, size), size, source);
  return consistencyProof(oldSize, size, readNode);
}
