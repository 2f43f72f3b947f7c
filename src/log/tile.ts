/** Hashes in a full tile: a subtree of height 8 (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;
export const TILE_HASH_BYTES = 32;

/** Where a tile lies: level 0 holds leaf hashes, level L the roots of full tiles of level L-1. */
export interface TileCoordinate {
  readonly level: number;
  readonly index: number;
}

/** A tile with its content: 1 to 256 hashes of 32 bytes, joined. */
export interface Tile extends TileCoordinate {
  readonly hashes: Uint8Array;
}

/** A tile of a tree of one size: `width` below 256 is a partial tile. */
export interface SizedTile extends TileCoordinate {
  readonly width: number;
}

/** Number of hashes at a level of the tiles of a tree; no bit operators: sizes exceed 32 bits. */
export function countTileHashes(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** Hashes that this tile has in the tree of `size`: 0 where the tree does not reach it. */
export function tileWidth({ level, index }: TileCoordinate, size: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, countTileHashes(level, size) - index * TILE_WIDTH));
}

/**
 * The first `width` hashes of a tile.
 * @throws {RangeError} where the tile is shorter
 */
export function splitTile(hashes: Uint8Array, width: number): Uint8Array[] {
  if (hashes.length < width * TILE_HASH_BYTES) {
    throw new RangeError(`expected a tile of ${width} hashes, received ${hashes.length} bytes`);
  }
  return Array.from({ length: width }, (_, i) =>
    hashes.slice(i * TILE_HASH_BYTES, (i + 1) * TILE_HASH_BYTES),
  );
}

/** The partial tiles at the right edge of the tree of `size`, lowest level first: one a level at most. */
export function edgeTilesOfSize(size: number): readonly SizedTile[] {
  const tiles: SizedTile[] = [];
  for (let level = 0; countTileHashes(level, size) > 0; level++) {
    const count = countTileHashes(level, size);
    const width = count % TILE_WIDTH;
    if (width > 0) tiles.push({ level, index: Math.floor(count / TILE_WIDTH), width });
  }
  return tiles;
}

/** Every tile of the tree of `size`, lowest level first. */
export function* tilesOfSize(size: number): Generator<SizedTile> {
  for (let level = 0; countTileHashes(level, size) > 0; level++) {
    const count = Math.ceil(countTileHashes(level, size) / TILE_WIDTH);
    for (let index = 0; index < count; index++) {
      yield { level, index, width: tileWidth({ level, index }, size) };
    }
  }
}

function threeDigits(value: number): string {
  return String(value % 1000).padStart(3, '0');
}

/** `tile/<L>/<N>[.p/<W>]`: N in groups of three digits, all but the last with `x` before it (C2SP tlog-tiles). */
export function tilePath({ level, index, width }: SizedTile): string {
  let path = threeDigits(index);
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${threeDigits(rest)}/${path}`;
  }
  return `tile/${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

const TILE_PATH = /^tile\/(0|[1-9][0-9]?)\/((?:x[0-9]{3}\/)*)([0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;
/** Deeper no index of a tree of 2^53 leaves goes. */
const MAX_INDEX_GROUPS = 5;

/**
 * Reads what `tilePath` writes, and no other spelling of it (C2SP tlog-tiles).
 * @returns `undefined` for any other text
 */
export function parseTilePath(path: string): SizedTile | undefined {
  const [, level, groups = '', last, width] = TILE_PATH.exec(path) ?? [];
  if (level === undefined || last === undefined || groups.length > 5 * (MAX_INDEX_GROUPS - 1))
    return undefined;
  const index = Number(groups.replaceAll(/[x/]/g, '') + last);
  const tile = { level: Number(level), index, width: width === undefined ? TILE_WIDTH : Number(width) };
  return tilePath(tile) === path ? tile : undefined;
}
