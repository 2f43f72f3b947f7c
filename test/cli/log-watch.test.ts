import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { compareWithKept } from '../../src/cli/log-watch/compare.js';
import { openRemoteLog } from '../../src/cli/log-watch/remote-log.js';
import { tellLooked } from '../../src/cli/log-watch/tell.js';
import { lookOnce } from '../../src/cli/log-watch/watch.js';
import {
  appendToTiles,
  base64Bytes,
  formatVerifierKey,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  parseTilePath,
  provesOtherBeginning,
  rootOfLeaves,
  TILE_HASH_BYTES,
  verifyConsistency,
} from '../../src/log/index.js';
import { GrownLog } from '../helpers/grown-log.js';
import { runScelle } from '../helpers/scelle-program.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(300_000);

/** A server of a log as tiles; which log, and how much of it, changes while it runs. */
async function serveLog(t: Test, log: GrownLog, size: number) {
  const shown = {
    log,
    size,
    tilesOf: log,
    spoil: (_path: string, bytes: Buffer): Buffer => bytes,
    answering: 'the log' as 'the log' | 'nothing' | 'a page of a gateway',
  };
  const server = createServer(async (request, response) => {
    if (shown.answering === 'nothing') return request.destroy();
    if (shown.answering !== 'the log') return response.end('<html>502 Bad Gateway</html>');
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

interface ForkFile {
  readonly kept: string;
  readonly found: string;
  readonly begins: string;
  readonly consistency: readonly string[];
}

/** As anybody would check it: from the two notes, the root in between and a proof. */
function showsFork({ kept, found, begins, consistency }: ForkFile): boolean {
  const [before, after] = [kept, found].map(note => parseCheckpoint(parseNote(note).text));
  if (before === undefined || after === undefined) return false;
  const proof = consistency.map(hash => base64Bytes(hash, 'consistency'));
  const claim = { oldSize: before.size, oldRoot: before.root, size: after.size, root: after.root, proof };
  const root = base64Bytes(begins, 'root');
  return verifyConsistency({ ...claim, oldRoot: root }) && provesOtherBeginning(claim, root);
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

  await t.test('a larger tree that does not hold the older one: two notes and what shows it', async t => {
    shown.size = 900;
    shown.tilesOf = shown.log;
    const { comparison, proof } = await look();
    t.equal(comparison.kind, 'forked');
    const { tiles, ...both } = JSON.parse(await readFile(proof ?? '', 'utf8'));
    t.ok(Object.keys(tiles).length > 0, 'with the tiles that were shown');
    t.ok(showsFork(both), 'a third person needs nothing but the file and the key');
    t.equal(await kept(), await log.note(700));
  });

  await t.test('tiles that are not those of its checkpoint show nothing, and are no fork', async t => {
    shown.tilesOf = log;
    const { comparison, proof } = await look();
    t.equal(comparison.kind, 'unproven');
    t.ok(proof?.endsWith('.unproven.json'));
    t.equal(await kept(), await log.note(700));
  });

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
    const [before, now] = [log.key.keyId, shown.log.key.keyId];
    const message = new RegExp(
      `is no checkpoint of it: .* \\(id ${now}\\) than the policy names \\(id ${before}\\): `,
    );
    await t.rejects(look(), { name: 'ServiceUnreachable', message });
    await rm(state);
    await t.rejects(look(), { name: 'FormatError' }, 'at the first look the policy may be the wrong one');
    await writeFile(state, await log.note(700));
  });

  await t.test('spoiled, short and missing tiles never pass', async t => {
    shown.log = log;
    shown.tilesOf = log;
    shown.spoil = (_path, bytes) => bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte)) as Buffer;
    t.match(await look(), { comparison: { kind: 'unproven' } });
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
  const other = await GrownLog.create();
  const [, line = ''] = (await other.note(10)).split('\n\n');
  const bearing = compareWithKept(
    { ...openRemoteLog(url), checkpoint: async () => `${await log.note(10)}${line}` },
    parsePolicy(`log ${key}\nquorum none\n`),
    null,
  );
  const looked = { comparison: await bearing, kept: null, proof: null };
  t.match(tellLooked(looked, { language: 'en' }).lines.at(-1), `does not name (id ${other.key.keyId})`);
  t.match(tellLooked(looked, { language: 'fr' }).lines.at(-1), `ne nomme pas (id ${other.key.keyId})`);
  t.notMatch(first.stdout, /does not name/);
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

t.test('issue 4, section 4: a fork is shown whatever the two sizes are', async t => {
  const log = await GrownLog.create();
  const { shown, url } = await serveLog(t, log, 1);
  const policy = parsePolicy(`log ${formatVerifierKey(log.key)}\nquorum none\n`);
  shown.log = log.forkedAt(0);
  shown.tilesOf = shown.log;
  for (const [oldSize, size] of [
    [1, 2],
    [5, 6],
    [64, 65],
    [256, 257],
    [256, 512],
    [300, 700],
    [512, 900],
  ] as const) {
    const state = join(await createTestFolder(t), 'last');
    await writeFile(state, await log.note(oldSize));
    shown.size = size;
    const { comparison, proof } = await lookOnce({ url, policy, state });
    t.equal(comparison.kind, 'forked', `${oldSize} and ${size}`);
    t.ok(showsFork(JSON.parse(await readFile(proof ?? '', 'utf8'))));
  }
});

t.test(
  'issue 4, section 4: a watcher outlives outages and restarts of the log, and then finds its fork',
  async t => {
    const log = await GrownLog.create();
    const { shown, url } = await serveLog(t, log, 10);
    const cwd = await createTestFolder(t);
    const args = ['log', 'watch', url.href, '--log-key', formatVerifierKey(log.key), '--state', 'last'];
    const watching = runScelle([...args, '--every', '0.003'], { cwd });
    const keeps = async (size: number) => {
      const note = await log.note(size);
      while ((await readFile(join(cwd, 'last'), 'utf8').catch(() => '')) !== note) await sleep(50);
    };
    await keeps(10);
    shown.answering = 'nothing';
    await sleep(1_000);
    shown.answering = 'a page of a gateway';
    await sleep(1_000);
    shown.size = 20;
    shown.answering = 'the log';
    await keeps(20);
    shown.spoil = (_path, bytes) => bytes.map(byte => byte ^ 1) as Buffer;
    shown.size = 30;
    await sleep(1_000);
    shown.log = log.forkedAt(15);
    shown.tilesOf = shown.log;
    shown.spoil = (_path, bytes) => bytes;
    const { status, stdout, stderr } = await watching;
    t.equal(status, 7);
    t.match(stdout, /HAS SIGNED ANOTHER HISTORY/);
    t.match(stderr, /the log does not give .*checkpoint/);
    t.match(stderr, /is no checkpoint of it/);
    t.match(stderr, /has grown to 20 leaves/);
    t.match(stderr, /DOES NOT SHOW that its 30 leaves hold the 20/);
    t.equal(await readFile(join(cwd, 'last'), 'utf8'), await log.note(20));
    t.ok(showsFork(JSON.parse(await readFile(join(cwd, 'last.forked.json'), 'utf8'))));
  },
);
