import { type SizedTile, TILE_HASH_BYTES, tileWidth } from '../../log/index.js';
import { OldBackupRestored } from '../appender/outcome.js';
import type { OpenLog } from '../open-log.js';
import { storedTiles } from '../tiles.js';

/**
 * The hashes of a tile as anybody may have them (C2SP tlog-tiles): of a tree under the last signed checkpoint, in
 * this width or an older one, and never of what was committed since; a tile is for ever, a commit may yet be lost.
 * @returns undefined where that tree has no such tile
 * @throws OldBackupRestored where the database does not hold what was signed
 */
export async function readServedTile(
  { db, vault }: Pick<OpenLog, 'db' | 'vault'>,
  tile: SizedTile,
): Promise<Uint8Array | undefined> {
  const { size: signed } = await vault.read();
  if (tileWidth(tile, signed) < tile.width) return undefined;
  const { size: stored } = await db.selectFrom('log_state').select('size').executeTakeFirstOrThrow();
  if (stored < signed) throw new OldBackupRestored('behind', { signed, stored });
  const hashes = await storedTiles(db).readTile(tile);
  return hashes.subarray(0, tile.width * TILE_HASH_BYTES);
}
