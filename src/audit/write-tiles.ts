import { TILE_HASH_BYTES, tilePath, tilesOfSize } from '../log/index.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import type { BagWriter } from './bag/bag-writer.js';

/** All tiles of the tree at the size of the snapshot. A tile that has grown since is cut: its hashes never change. */
export async function writeTiles(bag: BagWriter, { size, tiles }: LogSnapshot): Promise<void> {
  for (const tile of tilesOfSize(size)) {
    const hashes = await tiles.readTile(tile);
    await bag.add(tilePath(tile), [hashes.subarray(0, tile.width * TILE_HASH_BYTES)]);
  }
}
