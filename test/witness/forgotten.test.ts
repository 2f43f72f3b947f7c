import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { provesOtherBeginning } from '../../src/log/index.js';
import { addWitnessedLog } from '../../src/witness/witnessed-logs.js';
import { askTestWitness as ask } from '../helpers/asking-witness.js';
import { GrownLog } from '../helpers/grown-log.js';
import { createTestWitness } from '../helpers/test-witness.js';

const now = Date.UTC(2026, 5, 2);
const plainly = { note: null, reason: null, now };

async function keptIn(home: string, folder: string): Promise<readonly string[]> {
  const names = await readdir(join(home, folder)).catch(() => []);
  return Promise.all(names.map(name => readFile(join(home, folder, name), 'utf8')));
}

t.test('issue 4, section 1: a witness that lost the record of one log cosigns nothing of it', async t => {
  const log = await GrownLog.create();
  const other = await GrownLog.create('demo.example/second');
  const witness = await createTestWitness(t, [log.key]);
  await addWitnessedLog(witness.home, other.key, plainly);
  await witness.restart();
  const before = new Set(await readdir(join(witness.home, 'last')));
  t.equal(before.size, 2, 'each log that is added has a record from the start');
  t.equal((await ask(witness, log, 0, 5)).statusCode, 200);
  t.equal((await ask(witness, other, 0, 5)).statusCode, 200);
  for (const name of before) {
    const path = join(witness.home, 'last', name);
    if ((await readFile(path, 'utf8')).startsWith('demo.example/log\n')) await rm(path);
  }
  for (const asked of [() => ask(witness, log, 0, 5), () => ask(witness, log.forkedAt(2), 0, 9)]) {
    const refused = await asked();
    t.equal(refused.statusCode, 500);
    t.match(refused.body, /lost its record/);
  }
  t.equal((await ask(witness, other, 5, 6)).statusCode, 200, 'the other one goes on');
  await witness.restart();
  t.equal((await ask(witness, log, 0, 5)).statusCode, 500, 'a restart makes it up no more');

  await t.rejects(addWitnessedLog(witness.home, log.key, plainly), { message: /^record-lost/ });
  const again = { reason: 'DEMO disk exchanged', now };
  const foreign = await other.note(5);
  await t.rejects(addWitnessedLog(witness.home, log.key, { ...again, note: foreign }), {
    message: /^not-signed/,
  });
  const note = await log.note(7);
  t.equal(await addWitnessedLog(witness.home, log.key, { ...again, note }), 7);
  t.same(JSON.parse(await readFile(join(witness.home, 'restarts.ndjson'), 'utf8')), {
    origin: 'demo.example/log',
    size: 7,
    reason: 'DEMO disk exchanged',
    at: '2026-06-02T00:00:00.000Z',
  });
  t.equal((await ask(witness, log, 0, 8)).body, '7\n', 'and goes on from there alone');
  t.equal((await ask(witness, log, 7, 8)).statusCode, 200);
  for (const given of [
    { ...again, note },
    { note, reason: null, now },
  ]) {
    await t.rejects(addWitnessedLog(witness.home, log.key, given), { message: /^record-there/ });
  }
  t.equal(await addWitnessedLog(witness.home, log.key, plainly), 8, 'what is there stays');
  await writeFile(join(witness.home, 'logs.txt'), 'quorum none\n');
  await t.rejects(
    addWitnessedLog(witness.home, log.key, { note, reason: null, now }),
    { message: /^record-there/ },
    'also where the log was taken out of the list',
  );
});

t.test(
  'issue 4, section 1: a log is witnessed from a checkpoint on that is named when it is added',
  async t => {
    const log = await GrownLog.create();
    const late = await GrownLog.create('demo.example/late');
    const witness = await createTestWitness(t, [log.key]);
    const beginning = { note: await late.note(6), reason: null, now };
    t.equal(await addWitnessedLog(witness.home, late.key, beginning), 6);
    t.equal(await addWitnessedLog(witness.home, late.key, beginning), 6, 'said twice it changes nothing');
    await witness.restart();
    t.equal((await ask(witness, late, 0, 3)).body, '6\n');
    t.equal((await ask(witness, late.forkedAt(4), 6, 9)).statusCode, 422);
    t.equal((await ask(witness, late, 6, 9)).statusCode, 200);
  },
);

t.test(
  'issue 4, section 1: of forks of different sizes notes and proof are kept, and what they show',
  async t => {
    const log = await GrownLog.create();
    const witness = await createTestWitness(t, [log.key]);
    const fork = log.forkedAt(3);
    t.equal((await ask(witness, log, 0, 7)).statusCode, 200);
    t.equal((await ask(witness, fork, 7, 9)).statusCode, 422);
    const [kept = '', ...more] = await keptIn(witness.home, 'forks');
    t.same(more, []);
    const [known, other] = [await log.note(7), await fork.note(9)];
    const hashes = fork.proof(7, 9).map(hash => Buffer.from(hash).toString('base64'));
    t.equal(kept, `${known}\n${other}\nconsistency 7 9\n${hashes.join('\n')}\n`);
    const proof = hashes.map(hash => new Uint8Array(Buffer.from(hash, 'base64')));
    const claim = { oldSize: 7, size: 9, oldRoot: log.root(7), root: fork.root(9), proof };
    t.ok(provesOtherBeginning(claim), 'a third person comes to the same');

    await t.test('a proof that anybody could make up shows nothing, and pushes out no other', async t => {
      const made = await log.note(9);
      for (let count = 0; count < 105; count++) {
        const junk = [Uint8Array.from({ length: 32 }, () => count), log.root(2)];
        t.equal((await ask(witness, log, 7, 9, junk)).statusCode, 422);
      }
      t.same(await keptIn(witness.home, 'forks'), [kept]);
      const unproven = await keptIn(witness.home, 'unproven');
      t.equal(unproven.length, 100);
      t.ok(unproven.every(text => text.startsWith(`${known}\n${made}\nconsistency 7 9\n`)));
      t.equal((await ask(witness, log, 7, 9)).statusCode, 200, 'the true one is cosigned all the same');
    });
  },
);

t.test('a proof shows another beginning only by leading to the signed root', async t => {
  const log = await GrownLog.create();
  const fork = log.forkedAt(2);
  for (const oldSize of [1, 2, 3, 5, 6, 7, 8, 12]) {
    for (const size of [9, 13, 16, 21].filter(newer => newer > oldSize)) {
      const claim = (shown: GrownLog, root: Uint8Array) => ({
        oldSize,
        size,
        oldRoot: log.root(oldSize),
        root,
        proof: shown.proof(oldSize, size),
      });
      const power = [1, 2, 8].includes(oldSize);
      t.equal(provesOtherBeginning(claim(fork, fork.root(size))), !power, `${oldSize} to ${size}`);
      t.notOk(provesOtherBeginning(claim(log, log.root(size))), 'the same history');
      t.notOk(provesOtherBeginning(claim(log, fork.root(size))), 'the proof of another tree');
      t.notOk(provesOtherBeginning(claim(fork, log.root(size))));
    }
  }
  t.end();
});
