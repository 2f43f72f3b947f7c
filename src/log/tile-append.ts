import { concatBytes } from './bytes.js';
import { rootOfLeaves } from './merkle.js';
import {
  countTileHashes,
  edgeTilesOfSize,
  splitTile,
  TILE_HASH_BYTES,
  TILE_WIDTH,
  type Tile,
} from './tile.js';

const TILE_BYTES = TILE_WIDTH * TILE_HASH_BYTES;

export interface AppendedTiles {
  /** Leaves of the tree after the append. */
  readonly size: number;
  /** Every tile that is new or has grown, whole; lowest level first. */
  readonly changedTiles: readonly Tile[];
  /** The partial tiles at the right edge of the new tree: what the next append needs. */
  readonly edgeTiles: readonly Tile[];
}

/** @throws {RangeError} unless `edgeTiles` are exactly the partial tiles of the tree of `size` */
function readEdge(size: number, edgeTiles: readonly Tile[]): ReadonlyMap<number, Tile> {
  const edge = new Map(edgeTiles.map(tile => [tile.level, tile]));
  const expected = edgeTilesOfSize(size);
  for (const { level, index, width } of expected) {
    const tile = edge.get(level);
    if (tile?.index !== index || tile.hashes.length !== width * TILE_HASH_BYTES) {
      throw new RangeError(`expected tile ${level}/${index} of ${width} hashes at the edge of size ${size}`);
    }
  }
  if (edgeTiles.length !== expected.length) throw new RangeError(`expected ${expected.length} edge tiles`);
  return edge;
}

/** Cuts the hashes of one level, from the first changed tile on, into tiles. */
function cutTiles(level: number, firstIndex: number, hashes: Uint8Array): Tile[] {
  return Array.from({ length: Math.ceil(hashes.length / TILE_BYTES) }, (_, i) => ({
    level,
    index: firstIndex + i,
    hashes: hashes.slice(i * TILE_BYTES, (i + 1) * TILE_BYTES),
  }));
}

/**
 * Adds leaf hashes to the tree of `size`. A writer needs only the edge tiles, O(log size) of them, and writes
 * only the changed ones.
 * @throws {RangeError} where `edgeTiles` are not those of a tree of `size`
 */
export function appendToTiles(
  size: number,
  edgeTiles: readonly Tile[],
  leafHashes: readonly Uint8Array[],
): AppendedTiles {
  const edge = new Map(readEdge(size, edgeTiles));
  const changedTiles: Tile[] = [];
  let added = leafHashes;
  for (let level = 0; added.length > 0; level++) {
    const firstIndex = Math.floor(countTileHashes(level, size) / TILE_WIDTH);
    const before = edge.get(level)?.hashes ?? new Uint8Array(0);
    const tiles = cutTiles(level, firstIndex, concatBytes(before, ...added));
    const full = tiles.filter(tile => tile.hashes.length === TILE_BYTES);
    const partial = tiles.find(tile => tile.hashes.length < TILE_BYTES);
    if (partial === undefined) edge.delete(level);
    else edge.set(level, partial);
    changedTiles.push(...tiles);
    added = full.map(tile => rootOfLeaves(splitTile(tile.hashes, TILE_WIDTH)));
  }
  const edgeInOrder = [...edge.values()].sort((left, right) => left.level - right.level);
  return { size: size + leafHashes.length, changedTiles, edgeTiles: edgeInOrder };
}
