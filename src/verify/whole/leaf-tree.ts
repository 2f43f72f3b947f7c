import {
  rootFromTiles,
  rootOfLeaves,
  type SizedTile,
  TILE_HASH_BYTES,
  TILE_WIDTH,
  type TileSource,
} from '../../log/index.js';

const TILE_BYTES = TILE_WIDTH * TILE_HASH_BYTES;

/** Hashes of one level of tiles, joined: the room doubles as it is used up. */
class Level {
  #bytes = new Uint8Array(TILE_BYTES);
  #length = 0;

  push(hash: Uint8Array): void {
    if (this.#length === this.#bytes.length) {
      const wider = new Uint8Array(2 * this.#bytes.length);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes.set(hash, this.#length);
    this.#length += TILE_HASH_BYTES;
  }

  get count(): number {
    return this.#length / TILE_HASH_BYTES;
  }

  slice(from: number, to: number): Uint8Array {
    return this.#bytes.subarray(from * TILE_HASH_BYTES, Math.min(to * TILE_HASH_BYTES, this.#length));
  }
}

/** The tree that the leaves of a complete export make, as the tiles that it has: 32 bytes a leaf. */
export class LeafTree implements TileSource {
  readonly #levels: Level[] = [];

  push(leafHash: Uint8Array): void {
    this.#push(0, leafHash);
  }

  get size(): number {
    return this.#levels[0]?.count ?? 0;
  }

  readTile({ level, index, width }: SizedTile): Uint8Array {
    const start = index * TILE_WIDTH;
    return this.#levels[level]?.slice(start, start + width) ?? new Uint8Array(0);
  }

  /** @param size of this tree or of one that it grew from */
  rootAt(size: number): Promise<Uint8Array> {
    return rootFromTiles(size, this);
  }

  #push(at: number, hash: Uint8Array): void {
    const level = this.#levels[at] ?? new Level();
    this.#levels[at] = level;
    level.push(hash);
    if (level.count % TILE_WIDTH > 0) return;
    const full = level.slice(level.count - TILE_WIDTH, level.count);
    const hashes = Array.from({ length: TILE_WIDTH }, (_, i) =>
      full.slice(i * TILE_HASH_BYTES, (i + 1) * TILE_HASH_BYTES),
    );
    this.#push(at + 1, rootOfLeaves(hashes));
  }
}
