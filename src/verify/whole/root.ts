import { equalBytes, tilePath, tilesOfSize } from '../../log/index.js';
import type { Contents } from '../bag/contents.js';
import { CheckFailure } from '../check-failure.js';
import type { LeafTree } from './leaf-tree.js';

const MAX_TILE_BYTES = 8192;

/**
 * Check *root* of a complete export: the leaves make the tree of the checkpoint, and the tiles are its tiles.
 * @param expected the checkpoint's
 * @throws {CheckFailure} `root`
 */
export async function checkRoot(
  tree: LeafTree,
  expected: { readonly size: number; readonly root: Uint8Array },
  contents: Contents,
): Promise<void> {
  if (tree.size !== expected.size) {
    throw new CheckFailure('root', 'events.ndjson', `expected ${expected.size} leaves, found ${tree.size}`);
  }
  if (!equalBytes(await tree.rootAt(expected.size), expected.root)) {
    throw new CheckFailure(
      'root',
      'events.ndjson',
      'the leaves make another tree than that of the checkpoint',
    );
  }
  await checkTiles(tree, contents);
}

async function checkTiles(tree: LeafTree, contents: Contents): Promise<void> {
  const left = new Set(contents.below('tile/'));
  for (const tile of tilesOfSize(tree.size)) {
    const path = tilePath(tile);
    if (!left.delete(path)) throw new CheckFailure('root', path, 'the tile is missing');
    if (contents.sizeOf(path) > MAX_TILE_BYTES) throw new CheckFailure('root', path, 'longer than a tile');
    if (!equalBytes(await contents.read(path, MAX_TILE_BYTES), tree.readTile(tile))) {
      throw new CheckFailure('root', path, 'the tile is not that of the leaves');
    }
  }
  for (const path of left) throw new CheckFailure('root', path, 'the tree has no such tile');
}
