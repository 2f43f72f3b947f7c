import { type Kysely, sql, type Transaction } from 'kysely';
import {
  appendToTiles,
  edgeTilesOfSize,
  holdTiles,
  rootFromTiles,
  type SizedTile,
  TILE_HASH_BYTES,
  type Tile,
  type TileSource,
} from '../log/index.js';
import type { Database } from './schema/index.js';

/** Tiles from the table. A tile that has grown serves an older tree: its first hashes never change. */
export function storedTiles(db: Kysely<Database>): TileSource {
  return {
    async readTile(tile: SizedTile) {
      const row = await db
        .selectFrom('tile')
        .select('hashes')
        .where('level', '=', tile.level)
        .where('tile_index', '=', tile.index)
        .executeTakeFirst();
      return cutToWidth(tile, row?.hashes).hashes;
    },
  };
}

/**
 * Appends leaves to the stored tree of `size` and returns its new size and root. In one transaction with the
 * events: a tile that is ahead of the log would be a crash nobody cleans up.
 */
export async function growTree(
  trx: Transaction<Database>,
  size: number,
  leafHashes: readonly Uint8Array[],
): Promise<{ readonly size: number; readonly root: Uint8Array }> {
  const grown = appendToTiles(size, await readEdgeTiles(trx, size), leafHashes);
  await writeTiles(trx, grown.changedTiles);
  const tiles = holdTiles(grown.edgeTiles, holdTiles(grown.changedTiles));
  return { size: grown.size, root: await rootFromTiles(grown.size, tiles) };
}

/** The stored tree of `size` as it would be with these leaves behind it, for that size and every smaller one. Writes nothing. */
export async function treeWith(
  db: Kysely<Database>,
  size: number,
  leafHashes: readonly Uint8Array[],
): Promise<TileSource> {
  const grown = appendToTiles(size, await readEdgeTiles(db, size), leafHashes);
  return holdTiles(grown.changedTiles, storedTiles(db));
}

async function writeTiles(trx: Transaction<Database>, tiles: readonly Tile[]): Promise<void> {
  if (tiles.length === 0) return;
  await sql`
    insert into tile (level, tile_index, hashes)
    select * from unnest(
      ${tiles.map(({ level }) => level)}::smallint[],
      ${tiles.map(({ index }) => index)}::bigint[],
      ${tiles.map(({ hashes }) => Buffer.from(hashes))}::bytea[])
    on conflict (level, tile_index) do update set hashes = excluded.hashes`.execute(trx);
}

/** The partial tiles at the right edge of the tree of `size`, cut to that size: one query, for one connection serves all. */
async function readEdgeTiles(db: Kysely<Database>, size: number): Promise<readonly Tile[]> {
  const edges = edgeTilesOfSize(size);
  if (edges.length === 0) return [];
  const { rows } = await sql<Tile>`
    select level, tile_index as index, hashes from tile
    join unnest(${edges.map(({ level }) => level)}::smallint[], ${edges.map(({ index }) => index)}::bigint[]) as edge (level, tile_index)
    using (level, tile_index)`.execute(db);
  return edges.map(tile =>
    cutToWidth(tile, rows.find(({ level, index }) => level === tile.level && index === tile.index)?.hashes),
  );
}

/** @throws Error where the table has not that much of the tile */
function cutToWidth({ level, index, width }: SizedTile, hashes: Uint8Array | undefined): Tile {
  if (hashes === undefined || hashes.length < width * TILE_HASH_BYTES) {
    throw new Error(`tile ${level}/${index} of ${width} hashes is not stored`);
  }
  return { level, index, hashes: hashes.subarray(0, width * TILE_HASH_BYTES) };
}
