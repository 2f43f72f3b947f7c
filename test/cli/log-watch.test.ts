import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { compareWithKept } from '../../src/cli/log-watch/compare.js';
import { openRemoteLog } from '../../src/cli/log-watch/remote-log.js';
import { lookOnce } from '../../src/cli/log-watch/watch.js';
import {
  appendToTiles,
  formatVerifierKey,
  parsePolicy,
  parseTilePath,
  rootOfLeaves,
  TILE_HASH_BYTES,
} from '../../src/log/index.js';
import { GrownLog } from '../helpers/grown-log.js';
import { runScelle } from '../helpers/scelle-program.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(300_000);

/** A server of a log as tiles; which log, and how much of it, changes while it runs. */
async function serveLog(t: Test, log: GrownLog, size: number) {
  const shown = { log, size, tilesOf: log, spoil: (_path: string, bytes: Buffer): Buffer => bytes };
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').replace('/v1/log/', '');
    if (path === 'checkpoint') return response.end(await shown.log.note(shown.size));
    const tile = parseTilePath(path);
    const { changedTiles } = appendToTiles(0, [], shown.tilesOf.leaves(shown.size));
    const found = changedTiles.find(({ level, index }) => level === tile?.level && index === tile.index);
    if (tile === undefined || (found?.hashes.length ?? 0) < tile.width * TILE_HASH_BYTES)
      return response.writeHead(404).end();
    const bytes = Buffer.from(found?.hashes.subarray(0, tile.width * TILE_HASH_BYTES) ?? []);
    return response.end(shown.spoil(path, bytes));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  t.teardown(() => server.close());
  return { shown, url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`) };
}

t.test('the last checkpoint is kept, and all that follows must hold it', async t => {
  const log = await GrownLog.create();
  const { shown, url } = await serveLog(t, log, 300);
  const policy = parsePolicy(`log ${formatVerifierKey(log.key)}\nquorum none\n`);
  const state = join(await createTestFolder(t), 'last');
  const look = () => lookOnce({ url, policy, state });
  const kept = () => readFile(state, 'utf8');

  t.match(await look(), { comparison: { kind: 'first' }, proof: null });
  t.equal(await kept(), await log.note(300));
  t.match(await look(), { comparison: { kind: 'same' } });
  for (const size of [301, 512, 513, 700]) {
    shown.size = size;
    t.match(await look(), { comparison: { kind: 'grown', checkpoint: { size } } });
    t.equal(await kept(), await log.note(size));
  }

  await t.test('the same size with another root', async t => {
    shown.log = log.forkedAt(650);
    const { comparison, proof } = await look();
    t.equal(comparison.kind, 'forked');
    const both = JSON.parse(await readFile(proof ?? '', 'utf8'));
    t.equal(both.kept, await log.note(700));
    t.equal(both.found, await shown.log.note(700));
    t.equal(await kept(), await log.note(700), 'what was kept stays');
  });

  await t.test(
    'a larger tree that does not hold the older one, with its own tiles or with those of the old',
    async t => {
      shown.size = 900;
      for (const tilesOf of [shown.log, log]) {
        shown.tilesOf = tilesOf;
        const { comparison, proof } = await look();
        t.equal(comparison.kind, 'forked');
        const { tiles } = JSON.parse(await readFile(proof ?? '', 'utf8'));
        t.ok(Object.keys(tiles).length > 0, 'with the tiles that were shown');
        t.equal(await kept(), await log.note(700));
      }
    },
  );

  await t.test('a log that has shrunk', async t => {
    shown.log = log;
    shown.tilesOf = log;
    shown.size = 650;
    const { comparison, proof } = await look();
    t.equal(comparison.kind, 'shrunk');
    t.equal(JSON.parse(await readFile(proof ?? '', 'utf8')).found, await log.note(650));
    t.equal(await kept(), await log.note(700));
  });

  await t.test('another log, and a note that nobody signed, are no checkpoint of this one', async t => {
    shown.log = await GrownLog.create();
    shown.size = 900;
    await t.rejects(look(), { name: 'FormatError' });
  });

  await t.test('spoiled, short and missing tiles never pass', async t => {
    shown.log = log;
    shown.tilesOf = log;
    shown.spoil = (_path, bytes) => bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte)) as Buffer;
    t.match(await look(), { comparison: { kind: 'forked' } });
    for (const cut of [
      (bytes: Buffer) => bytes.subarray(1),
      (bytes: Buffer) => Buffer.concat([bytes, bytes]),
    ]) {
      shown.spoil = (_path, bytes) => cut(bytes);
      await t.rejects(look(), { name: 'ServiceUnreachable' });
    }
    shown.spoil = (_path, bytes) => bytes;
    t.match(await look(), { comparison: { kind: 'grown' } }, 'and the true ones do');
  });
  t.same(rootOfLeaves(log.leaves(3)), log.root(3));
  t.match(await compareWithKept(openRemoteLog(url), policy, null), { kind: 'first' });
});

t.test('scelle log watch --once: its exit statuses and its words', async t => {
  const log = await GrownLog.create();
  const { shown, url } = await serveLog(t, log, 10);
  const cwd = await createTestFolder(t);
  const key = formatVerifierKey(log.key);
  await writeFile(join(cwd, 'policy.txt'), `log ${key}\nquorum none\n`);
  const watch = (...args: string[]) => runScelle(['log', 'watch', url.href, '--once', ...args], { cwd });
  const first = await watch('--policy', 'policy.txt', '--state', 'last');
  t.equal(first.status, 0);
  t.match(first.stdout, /first look at demo\.example\/log: 10 leaves/);
  shown.log = log.forkedAt(4);
  shown.tilesOf = shown.log;
  shown.size = 20;
  const forked = await runScelle(['--json', 'log', 'watch', url.href, '--log-key', key, '--state', 'last'], {
    cwd,
  });
  t.equal(forked.status, 7, 'it ends by itself');
  t.match(JSON.parse(forked.stdout), { outcome: 'forked', size: 20, proof: 'last.forked.json' });
  const french = await runScelle(
    ['--lang', 'fr', 'log', 'watch', url.href, '--once', '--log-key', key, '--state', 'last'],
    { cwd },
  );
  t.match(french.stdout, /A SIGNÉ UN AUTRE HISTORIQUE/);
  t.equal((await watch()).status, 2, 'a policy or a key is needed');
  t.equal((await watch('--log-key', 'nonsense')).status, 2);
  const away = ['log', 'watch', 'http://127.0.0.1:9', '--once', '--log-key', key];
  t.equal((await runScelle(away, { cwd })).status, 5);
});
