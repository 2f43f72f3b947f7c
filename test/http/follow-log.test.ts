import { randomBytes } from 'node:crypto';
import t from 'tap';
import {
  consistencyProofFromTiles,
  equalBytes,
  inclusionProofFromTiles,
  leafHash,
  parsePolicy,
  rootFromTiles,
  type TileSource,
  tilePath,
  tilesOfSize,
  verifyCheckpoint,
  verifyConsistency,
  verifyInclusion,
} from '../../src/log/index.js';
import { createTestStage } from '../helpers/test-stage.js';

t.test('C2SP tlog-tiles: the log is followed with its public addresses alone', async t => {
  const { url, stage, log } = await createTestStage(t);
  const get = async (path: string) => {
    const answer = await fetch(`${url}/v1/log/${path}`);
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const tiles: TileSource = {
    async readTile(tile) {
      const { status, bytes } = await get(tilePath(tile));
      if (status !== 200) throw new Error(`${tilePath(tile)}: ${status}`);
      return bytes;
    },
  };
  const policy = parsePolicy((await get('policy')).bytes);
  const read = async () => verifyCheckpoint((await get('checkpoint')).bytes, policy);
  const grow = async (count: number) => {
    const names = Array.from(
      { length: count },
      (_, at) => `DEMO-WIT-${randomBytes(4).toString('hex')}-${at}`,
    );
    for (const name of names) await stage.enlist(name, ['WIT'], { unit: null });
  };

  const first = await read();
  t.same(await rootFromTiles(first.size, tiles), first.root, 'the root follows from the tiles');
  const kept = new Map<string, Uint8Array>();
  for (const tile of tilesOfSize(first.size)) kept.set(tilePath(tile), (await get(tilePath(tile))).bytes);
  await grow(2);
  const second = await read();
  t.ok(second.size > first.size);
  t.same(await rootFromTiles(second.size, tiles), second.root);

  await t.test('every two checkpoints are consistent, by tiles', async t => {
    const { size: oldSize, root: oldRoot } = first;
    const { size, root } = second;
    const proof = await consistencyProofFromTiles(oldSize, size, tiles);
    t.ok(verifyConsistency({ oldSize, size, oldRoot, root, proof }));
  });

  await t.test('a leaf one holds is found in the tree', async t => {
    const { size, root } = second;
    const row = await log.db
      .selectFrom('event')
      .select(['leaf', 'log_index'])
      .where('log_index', '=', 3)
      .executeTakeFirstOrThrow();
    const proof = await inclusionProofFromTiles(3, size, tiles);
    t.ok(verifyInclusion({ index: 3, size, leafHash: leafHash(row.leaf), proof, root }));
  });

  await t.test('a tile is for ever: the older widths stay, the same bytes', async t => {
    for (const [path, bytes] of kept) t.same((await get(path)).bytes, bytes, path);
  });

  await t.test('public, immutable, for any cache and any page; hashes and nothing else', async t => {
    const { status, headers, bytes } = await get(`tile/0/000.p/${first.size}`);
    t.equal(status, 200);
    t.equal(bytes.length, first.size * 32);
    t.equal(headers.get('content-type'), 'application/octet-stream');
    t.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable');
    t.equal(headers.get('access-control-allow-origin'), '*');
    t.equal(headers.get('set-cookie'), null);
  });

  await t.test(
    'what no signed tree has, and any other spelling, is nowhere and kept by no cache',
    async t => {
      const none = [
        `tile/0/000.p/${second.size + 1}`,
        'tile/0/000',
        'tile/0/001.p/1',
        'tile/1/000.p/1',
        'tile/63/000.p/1',
        'tile/64/000.p/1',
        'tile/00/000.p/1',
        'tile/0/000.p/0',
        'tile/0/000.p/01',
        'tile/0/000.p/256',
        'tile/0/0.p/1',
        'tile/0/x000/000.p/1',
        'tile/0/000.p/1/',
        'tile/0/000.p',
        'tile/0/-01.p/1',
        'tile/-1/000.p/1',
        'tile/0/%2e%2e/000.p/1',
        `tile/0/${'x999/'.repeat(40)}999.p/1`,
        'tile/entries/000',
        'tile/entries/000.p/1',
        'tile/',
      ];
      for (const path of none) {
        const { status, headers } = await get(path);
        t.ok(status === 404 || status === 414, `${path}: ${status}`);
        t.equal(headers.get('cache-control'), 'no-store', path);
      }
    },
  );

  await t.test('log-format section 5: never a tile of what is committed and not yet signed', async t => {
    const { size } = await log.vault.read();
    const { origin, subject } = log;
    t.ok(origin !== '' && subject !== '');
    await log.db.transaction().execute(async trx => {
      const grown = await trx
        .updateTable('tile')
        .set({ hashes: Buffer.alloc((size + 1) * 32, 1) })
        .where('level', '=', 0)
        .where('tile_index', '=', 0)
        .returning('hashes')
        .executeTakeFirstOrThrow();
      t.equal(grown.hashes.length, (size + 1) * 32);
    });
    t.equal((await get(`tile/0/000.p/${size + 1}`)).status, 404);
    t.ok(equalBytes((await get(`tile/0/000.p/${size}`)).bytes, Buffer.alloc(size * 32, 1)));
  });

  await t.test('a database behind what was signed says so, and gives no tile', async t => {
    await log.db
      .updateTable('log_state')
      .set({ size: first.size - 1 })
      .execute();
    const { status, bytes } = await get(`tile/0/000.p/${first.size}`);
    t.equal(status, 503);
    t.match(JSON.parse(Buffer.from(bytes).toString()), { reason: 'old-backup-restored' });
  });
});
