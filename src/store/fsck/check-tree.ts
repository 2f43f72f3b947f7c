import { type Kysely, sql, type Transaction } from 'kysely';
import {
  appendToTiles,
  EMPTY_ROOT,
  equalBytes,
  leafHash,
  nodeHash,
  TILE_HASH_BYTES,
  TILE_WIDTH,
  type Tile,
  tilesOfSize,
} from '../../log/index.js';
import type { Database } from '../schema/index.js';
import type { Difference } from './difference.js';

/** Whole tiles at once: 16 of the lowest level. */
const stretch = 16 * TILE_WIDTH;

/** The tree as its leaves make it, grown leaf by leaf. */
class GrowingRoot {
  readonly #subtrees: { readonly leaves: number; readonly hash: Uint8Array }[] = [];

  add(leaf: Uint8Array): void {
    let subtree = { leaves: 1, hash: leaf };
    for (let left = this.#subtrees.at(-1); left?.leaves === subtree.leaves; left = this.#subtrees.at(-1)) {
      this.#subtrees.pop();
      subtree = { leaves: left.leaves * 2, hash: nodeHash(left.hash, subtree.hash) };
    }
    this.#subtrees.push(subtree);
  }

  root(): Uint8Array {
    const hashes = this.#subtrees.map(({ hash }) => hash);
    return hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));
  }
}

interface TreeCheck {
  readonly differences: readonly Difference[];
  /** Of the whole tree. */
  readonly root: Uint8Array;
  /** Of the sizes asked for. */
  readonly rootOf: ReadonlyMap<number, Uint8Array>;
}

/**
 * Builds the tree of `size` anew from the stored leaves and compares every stored tile with it. A leaf that is
 * missing is taken from its tile, so that only that one is told.
 * @param sizes sizes whose roots are wanted too
 */
export async function checkTree(
  trx: Transaction<Database>,
  size: number,
  sizes: ReadonlySet<number>,
  report: (done: number) => void,
): Promise<TreeCheck> {
  const differences: Difference[] = [];
  const rootOf = new Map<number, Uint8Array>();
  const growing = new GrowingRoot();
  let edgeTiles: readonly Tile[] = [];
  for (let start = 0; start < size; start += stretch) {
    const end = Math.min(size, start + stretch);
    const hashes = await readLeafHashes(trx, start, end);
    for (const [offset, hash] of hashes.entries()) {
      growing.add(hash);
      if (sizes.has(start + offset + 1)) rootOf.set(start + offset + 1, growing.root());
    }
    const grown = appendToTiles(start, edgeTiles, hashes);
    edgeTiles = grown.edgeTiles;
    // A tile that will still grow is compared when it has.
    const last = end === size;
    const done = grown.changedTiles.filter(
      ({ hashes }) => last || hashes.length === TILE_WIDTH * TILE_HASH_BYTES,
    );
    differences.push(...(await compareTiles(trx, done)));
    report(end);
  }
  differences.push(...(await tilesTooMany(trx, size)));
  return { differences, root: growing.root(), rootOf };
}

async function readLeafHashes(
  trx: Transaction<Database>,
  from: number,
  to: number,
): Promise<readonly Uint8Array[]> {
  const rows = await trx
    .selectFrom('event')
    .select(['log_index', 'leaf'])
    .where('log_index', '>=', from)
    .where('log_index', '<', to)
    .execute();
  const stored = new Map(rows.map(({ log_index, leaf }) => [log_index, leafHash(leaf)]));
  if (stored.size === to - from)
    return [...Array(to - from).keys()].map(offset => stored.get(from + offset) ?? EMPTY_ROOT);
  const tiles = await readTiles(
    trx,
    [...tilesBetween(from, to)].map(index => ({ level: 0, index })),
  );
  return [...Array(to - from).keys()].map(offset => {
    const index = from + offset;
    const tile = tiles.get(nameOf({ level: 0, index: Math.floor(index / TILE_WIDTH) }));
    const at = (index % TILE_WIDTH) * TILE_HASH_BYTES;
    return stored.get(index) ?? tile?.subarray(at, at + TILE_HASH_BYTES) ?? EMPTY_ROOT;
  });
}

function* tilesBetween(from: number, to: number): Generator<number> {
  for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < to; index++) yield index;
}

function nameOf({ level, index }: { readonly level: number; readonly index: number }): string {
  return `${level}/${index}`;
}

async function readTiles(
  trx: Transaction<Database>,
  wanted: readonly { readonly level: number; readonly index: number }[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const { rows } = await sql<{ level: number; tile_index: number; hashes: Buffer }>`
    select tile.* from tile join unnest(
      ${wanted.map(({ level }) => level)}::smallint[],
      ${wanted.map(({ index }) => index)}::bigint[]) as wanted (level, tile_index) using (level, tile_index)`.execute(
    trx,
  );
  return new Map(rows.map(({ level, tile_index, hashes }) => [nameOf({ level, index: tile_index }), hashes]));
}

async function compareTiles(
  trx: Transaction<Database>,
  tiles: readonly Tile[],
): Promise<readonly Difference[]> {
  const stored = await readTiles(trx, tiles);
  return tiles.flatMap(tile => {
    const where = `tile ${nameOf(tile)}`;
    const found = stored.get(nameOf(tile));
    // The first leaf under the first hash that differs.
    const leafAt = (hash: number) => (tile.index * TILE_WIDTH + hash) * TILE_WIDTH ** tile.level;
    if (found === undefined)
      return [{ check: 'tile' as const, index: leafAt(0), where, detail: 'it is not stored' }];
    const count = Math.max(found.length, tile.hashes.length) / TILE_HASH_BYTES;
    const differing = [...Array(count).keys()].filter(hash => {
      const [from, to] = [hash * TILE_HASH_BYTES, (hash + 1) * TILE_HASH_BYTES];
      return !equalBytes(found.subarray(from, to), tile.hashes.subarray(from, to));
    });
    return differing.map(hash => ({
      check: 'tile' as const,
      index: leafAt(hash),
      where,
      detail: `hash ${hash} is not that of the leaves`,
    }));
  });
}

async function tilesTooMany(trx: Transaction<Database>, size: number): Promise<readonly Difference[]> {
  const known = new Map<number, number>();
  for (const { level, index } of tilesOfSize(size)) known.set(level, index);
  const { rows } = await sql<{ level: number; tile_index: number }>`
    select level, tile_index from tile
    where tile_index > coalesce((${JSON.stringify(Object.fromEntries(known))}::jsonb ->> level::text)::bigint, -1)
    order by level, tile_index limit 100`.execute(trx);
  return rows.map(({ level, tile_index: index }) => ({
    check: 'tile',
    index: null,
    where: `tile ${nameOf({ level, index })}`,
    detail: 'the tree has no such tile',
  }));
}

/** Every checkpoint that readers are given a copy of, smallest first. */
export function readKeptCheckpoints(db: Kysely<Database>) {
  return db.selectFrom('checkpoint').select(['size', 'note']).orderBy('size').execute();
}
