import type { Kysely } from 'kysely';
import {
  edgeTilesOfSize,
  type SizedTile,
  TILE_HASH_BYTES,
  type Tile,
  type TileSource,
} from '../log/index.js';
import type { Database } from './schema/index.js';

/** Tiles from the table. A tile that has grown serves an older tree: its first hashes never change. */
export function storedTiles(db: Kysely<Database>): TileSource {
  return {
    async readTile({ level, index, width }: SizedTile) {
      const row = await db
        .selectFrom('tile')
        .select('hashes')
        .where('level', '=', level)
        .where('tile_index', '=', index)
        .executeTakeFirst();
      if (row === undefined || row.hashes.length < width * TILE_HASH_BYTES) {
        throw new Error(`tile ${level}/${index} of ${width} hashes is not stored`);
      }
      return row.hashes;
    },
  };
}

/** The partial tiles at the right edge of the tree of `size`, cut to that size. */
export async function readEdgeTiles(db: Kysely<Database>, size: number): Promise<readonly Tile[]> {
  const source = storedTiles(db);
  return Promise.all(
    edgeTilesOfSize(size).map(async ({ level, index, width }) => {
      const hashes = await source.readTile({ level, index, width });
      return { level, index, hashes: hashes.subarray(0, width * TILE_HASH_BYTES) };
    }),
  );
}
