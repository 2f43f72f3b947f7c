import { coverRange, hashPairs, type LeafRange, type ReadNode, type TreeNode } from './merkle.js';
import { type SizedTile, splitTile, TILE_HEIGHT, type Tile, tileWidth } from './tile.js';

/**
 * Where tiles are read from: a table, a folder, a server. What it gives is trusted here; whoever reads from
 * elsewhere compares the root.
 */
export interface TileSource {
  /** The hashes of the tile, joined; at least `width` of them: a tile that has grown serves an older tree. */
  readTile(tile: SizedTile): Uint8Array | Promise<Uint8Array>;
}

function tileName({ level, index }: { readonly level: number; readonly index: number }): string {
  return `${level}/${index}`;
}

/** The tile that holds the hashes under a subtree. */
function tileOfNode({ level, index }: TreeNode, size: number): SizedTile {
  const tileLevel = Math.floor(level / TILE_HEIGHT);
  const tileIndex = Math.floor(index / 2 ** (TILE_HEIGHT - (level % TILE_HEIGHT)));
  const tile = { level: tileLevel, index: tileIndex };
  return { ...tile, width: tileWidth(tile, size) };
}

/** The hashes inside a tile, level by level from its own hashes up to 128 wide, made when they are asked for. */
class TileLevels {
  readonly #levels: Uint8Array[][];

  constructor(hashes: Uint8Array, width: number) {
    this.#levels = [splitTile(hashes, width)];
  }

  read(height: number, position: number): Uint8Array {
    while (this.#levels.length <= height) this.#levels.push(hashPairs(this.#levels.at(-1) ?? []));
    const hash = this.#levels[height]?.[position];
    if (hash === undefined) throw new RangeError(`no hash ${position} at height ${height} of the tile`);
    return hash;
  }
}

/**
 * Reads, once each and side by side, the tiles that hold the hashes of these ranges in the tree of `size`.
 * @throws {RangeError} where the source gives a tile that is too short
 */
export async function loadNodes(
  ranges: readonly LeafRange[],
  size: number,
  source: TileSource,
): Promise<ReadNode> {
  const needed = new Map<string, SizedTile>();
  for (const node of ranges.flatMap(coverRange)) {
    const tile = tileOfNode(node, size);
    needed.set(tileName(tile), tile);
  }
  const loaded = new Map<string, TileLevels>();
  await Promise.all(
    Array.from(needed, async ([name, tile]) => {
      loaded.set(name, new TileLevels(await source.readTile(tile), tile.width));
    }),
  );
  return node => {
    const tile = loaded.get(tileName(tileOfNode(node, size)));
    if (tile === undefined) throw new RangeError(`node ${node.index} of level ${node.level} was not loaded`);
    const height = node.level % TILE_HEIGHT;
    return tile.read(height, node.index % 2 ** (TILE_HEIGHT - height));
  };
}

/** Tiles held in memory, before those of `below`. */
export function holdTiles(tiles: Iterable<Tile>, below?: TileSource): TileSource {
  const held = new Map<string, Tile>();
  for (const tile of tiles) held.set(tileName(tile), tile);
  return {
    readTile(tile) {
      const found = held.get(tileName(tile));
      if (found !== undefined) return found.hashes;
      if (below === undefined) throw new RangeError(`no tile ${tileName(tile)}`);
      return below.readTile(tile);
    },
  };
}
