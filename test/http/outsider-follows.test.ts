import t from 'tap';
import { askWitnesses } from '../../src/ask-witnesses.js';
import { formatVerifierKey, parsePolicy } from '../../src/log/index.js';
import { OutsideClient } from '../helpers/forged/outside-client.js';
import { hashLeaf, rootOf, tilesOf } from '../helpers/forged/tree.js';
import { createTestStage } from '../helpers/test-stage.js';
import { createTestWitness, type TestWitness } from '../helpers/test-witness.js';

t.setTimeout(300_000);

/** More than one tile of leaves. */
const enough = 260;

t.test('issue 4, section 1: a C2SP client that shares nothing with the program follows the log', async t => {
  const clock = { now: Date.UTC(2026, 3, 1, 8) };
  const witnesses: TestWitness[] = [];
  const { url, stage, log, home } = await createTestStage(t, clock, async key => {
    const witness = await createTestWitness(t, [key], 'witness.example/a');
    Object.defineProperty(witness.clock, 'now', { get: () => clock.now });
    await witness.listen();
    witnesses.push(witness);
    const line = `witness a ${formatVerifierKey(witness.key)} ${witness.url}`;
    return parsePolicy(`log ${formatVerifierKey(key)}\n${line}\nquorum a\n`);
  });
  const client = new OutsideClient(`${url}/v1/log`);
  const first = await client.readCheckpoint();
  t.same(rootOf(await client.readLeafHashes(first.size)), first.root, 'of a partial tile alone');
  const [one] = (await client.readPolicy()).logs;
  t.equal(one?.name, first.origin, 'the key of the policy is that of the origin');

  for (let size = first.size; size < enough; size = (await client.readCheckpoint()).size) {
    await stage.enlist(`DEMO-WIT-${size}`, ['WIT'], { unit: null });
  }
  const grown = await client.readCheckpoint();
  const hashes = await client.readLeafHashes(grown.size);

  await t.test('root, and every tile of every level, full and partial', async t => {
    t.same(rootOf(hashes), grown.root);
    const tiles = tilesOf(hashes);
    t.ok(tiles.some(([path]) => path === 'tile/0/000') && tiles.some(([path]) => path.startsWith('tile/1/')));
    for (const [path, bytes] of tiles) t.same(await client.get(path), bytes, path);
  });

  await t.test('the tree that was seen before is the beginning of this one', async t => {
    t.same(rootOf(hashes.slice(0, first.size)), first.root);
  });

  await t.test('a leaf that a signer was given stands where he was told', async t => {
    const rows = await log.db
      .selectFrom('event')
      .select(['leaf', 'log_index'])
      .orderBy('log_index')
      .execute();
    t.ok(rows.length > enough - 1);
    for (const { leaf, log_index } of rows) {
      if (!hashLeaf(leaf).equals(hashes[log_index] ?? Buffer.alloc(0))) t.fail(`leaf ${log_index}`);
    }
  });

  await t.test('the cosignature of a witness is one over the note', async t => {
    const told: unknown[] = [];
    const tell = (record: object) => void told.push(record);
    const asked = askWitnesses(log, home, { info: tell, warn: tell, error: tell });
    t.teardown(() => asked.stop());
    let cosigned: Awaited<ReturnType<OutsideClient['readCheckpoint']>>['cosigned'] = [];
    while (cosigned.length === 0) {
      clock.now += 1000;
      await new Promise(resolve => setTimeout(resolve, 50));
      ({ cosigned } = await client.readCheckpoint());
    }
    t.equal(cosigned[0]?.name, 'witness.example/a');
    t.ok(Math.abs((cosigned[0]?.time ?? 0) * 1000 - clock.now) < 300_000);
  });
});
