import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import {
  formatSignatureLine,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  signNote,
  verifyCheckpoint,
} from '../../src/log/index.js';
import { formatAddCheckpoint } from '../../src/witness/add-checkpoint.js';
import { openWitnessHome } from '../../src/witness/witness-home.js';
import { addWitnessedLog, readWitnessedLogs } from '../../src/witness/witnessed-logs.js';
import { askTestWitness as ask } from '../helpers/asking-witness.js';
import { GrownLog } from '../helpers/grown-log.js';
import { createTestWitness, type TestWitness } from '../helpers/test-witness.js';
import { createTestOfficer } from '../log/signed-event.js';

const sizeType = 'text/x.tlog.size';

/** Size of the last checkpoint that the witness has on its disk; 0 without one. */
async function recordedSize({ home }: TestWitness): Promise<number> {
  const [name] = await readdir(join(home, 'last'));
  if (name === undefined) return 0;
  return parseCheckpoint(parseNote(await readFile(join(home, 'last', name), 'utf8')).text).size;
}

t.test('a cosignature is on the checkpoint, with the time, and the policy counts it', async t => {
  const log = await GrownLog.create();
  const witness = await createTestWitness(t, [log.key]);
  const answer = await ask(witness, log, 0, 5);
  t.equal(answer.statusCode, 200);
  const policy = {
    logs: [log.key],
    witnesses: [{ name: 'w', key: witness.key, url: null }],
    groups: [],
    quorum: 'w',
  };
  const checkpoint = await verifyCheckpoint((await log.note(5)) + answer.body, policy);
  t.ok(checkpoint.quorum);
  t.same(checkpoint.cosignatures, [{ witness: 'w', time: witness.clock.now }]);
  t.equal((await witness.app.inject({ url: '/' })).body.includes(witness.key.keyId), true);

  witness.clock.now += 86_400_000;
  const again = await ask(witness, log, 5, 5);
  t.equal(again.statusCode, 200, 'an unchanged one gets a new time');
  t.not(again.body, answer.body);
});

t.test('each status of C2SP tlog-witness, and nothing recorded for any but 200', async t => {
  const log = await GrownLog.create();
  const stranger = await GrownLog.create('demo.example/other');
  const witness = await createTestWitness(t, [log.key]);
  const status = async (...[of, ...asked]: [GrownLog, number, number, Uint8Array[]?]) => {
    const { statusCode, body, headers } = await ask(witness, of, ...asked);
    return [statusCode, statusCode === 409 ? body : '', statusCode === 409 ? headers['content-type'] : ''];
  };
  t.same(await status(log, 0, 4), [200, '', '']);
  t.same(await status(stranger, 0, 4), [404, '', '']);
  t.same(await status(log, 6, 5), [400, '', '']);
  t.same(await status(log, 0, 6), [409, '4\n', sizeType]);
  t.same(await status(log, 3, 3), [409, '4\n', sizeType], 'a rollback');
  t.same(await status(log, 4, 6, []), [422, '', ''], 'no proof');
  t.same(await status(log, 4, 6, [...log.proof(4, 6), log.root(1)]), [422, '', ''], 'too long a proof');
  t.same(await status(log, 4, 4, [log.root(1)]), [422, '', ''], 'a proof where there is nothing to prove');
  t.same(await status(log, 4, 6, [...log.proof(3, 6)]), [422, '', '']);
  t.equal(await recordedSize(witness), 4);
  t.same(await status(log, 4, 6), [200, '', '']);
  t.equal(await recordedSize(witness), 6);
  const fresh = await createTestWitness(t, [log.key]);
  t.equal((await ask(fresh, log, 0, 4, [log.root(1)])).statusCode, 422, 'from nothing there is no proof');
  t.equal((await ask(fresh, log, 1, 4)).statusCode, 409);
});

t.test('a log that forks is refused at every size, and both notes are kept', async t => {
  const log = await GrownLog.create();
  const witness = await createTestWitness(t, [log.key]);
  const fork = log.forkedAt(3);
  t.equal((await ask(witness, log, 0, 7)).statusCode, 200);
  t.equal((await ask(witness, fork, 7, 7)).statusCode, 409);
  const [kept = '', ...more] = await readdir(join(witness.home, 'forks'));
  t.same(more, []);
  const text = await readFile(join(witness.home, 'forks', kept), 'utf8');
  t.equal(text, `${await log.note(7)}\n${await fork.note(7)}`);
  t.equal((await ask(witness, fork, 7, 9)).statusCode, 422);
  t.equal((await ask(witness, log, 7, 9)).statusCode, 200, 'the history it knows goes on');
});

t.test('signatures: of no known key, bad, of another name; lines of strangers are ignored', async t => {
  const log = await GrownLog.create();
  const impostor = await GrownLog.create();
  const witness = await createTestWitness(t, [log.key]);
  t.equal((await ask(witness, impostor, 0, 4)).statusCode, 403);
  const note = await log.note(4);
  const send = (text: string) =>
    witness.app.inject({
      method: 'POST',
      url: '/add-checkpoint',
      payload: formatAddCheckpoint({ oldSize: 0, proof: [], note: text }),
    });
  t.equal((await send(note.replace('\n4\n', '\n5\n'))).statusCode, 403);
  t.equal((await send(`${parseNote(note).text}\n`)).statusCode, 403, 'no signature line at all');
  const { key, signer } = await createTestOfficer(9, 'Ed25519');
  const other = { ...impostor.key, name: 'stranger.example', key };
  const line = await signNote(parseNote(note).text, other, signer);
  t.equal((await send(note + formatSignatureLine(line))).statusCode, 200);
});

t.test('a renewed key of the log is known beside the old one', async t => {
  const [old, renewed] = [await GrownLog.create(), await GrownLog.create()];
  const witness = await createTestWitness(t, [old.key, renewed.key]);
  t.equal((await ask(witness, old, 0, 4)).statusCode, 200);
  t.equal((await ask(witness, renewed, 4, 6)).statusCode, 200);
  t.equal((await ask(witness, old, 6, 8)).statusCode, 403, 'the old one alone counts no more');
  t.equal((await ask(witness, renewed, 6, 8)).statusCode, 200, 'the log goes on');
});

t.test('log-format section 8: of the keys that a log has had a witness knows the last two', async t => {
  const [first, second, third] = [await GrownLog.create(), await GrownLog.create(), await GrownLog.create()];
  const other = await GrownLog.create('demo.example/other');
  const witness = await createTestWitness(t, [first.key, other.key]);
  t.equal((await ask(witness, first, 0, 4)).statusCode, 200);
  for (const { key } of [second, third, second])
    await addWitnessedLog(witness.home, key, { note: null, reason: null, now: 0 });
  const known = await readWitnessedLogs(witness.home);
  t.same(
    known.map(({ keyId }) => keyId),
    [other, second, third].map(({ key }) => key.keyId),
    'a key that is added again stays where it is',
  );
  await witness.restart();
  t.equal((await ask(witness, first, 4, 5)).statusCode, 403, 'a key that was destroyed');
  t.equal((await ask(witness, third, 4, 5)).statusCode, 200);
});

t.test('a restart forgets nothing; a record that is gone or damaged is never made anew', async t => {
  const log = await GrownLog.create();
  const witness = await createTestWitness(t, [log.key]);
  t.equal((await ask(witness, log, 0, 5)).statusCode, 200);
  await witness.restart();
  t.equal((await ask(witness, log, 0, 3)).body, '5\n');
  t.equal((await ask(witness, log.forkedAt(2), 5, 8)).statusCode, 422);
  t.equal((await ask(witness, log, 5, 8)).statusCode, 200);

  await t.rejects(openWitnessHome(witness.home, null, Date.now), {
    name: 'WitnessHomeError',
    message: /^in-use/,
  });
  const [name = ''] = await readdir(join(witness.home, 'last'));
  await writeFile(join(witness.home, 'last', name), 'half a no');
  const damaged = await ask(witness, log, 0, 9);
  t.equal(damaged.statusCode, 500);
  t.notMatch(damaged.body, /last/, 'and tells nobody where its files are');
  await witness.stop();
  await rm(join(witness.home, 'last'), { recursive: true });
  await t.rejects(openWitnessHome(witness.home, null, Date.now), {
    name: 'WitnessHomeError',
    message: /^record-missing/,
  });
  await rm(join(witness.home, 'witness.key'));
  await t.rejects(openWitnessHome(witness.home, null, Date.now), {
    name: 'WitnessHomeError',
    message: /^not-made/,
  });
});

t.test('many at once: one history, and no step back', async t => {
  const log = await GrownLog.create();
  const other = await GrownLog.create('demo.example/second');
  const witness = await createTestWitness(t, [log.key, other.key]);
  const fork = log.forkedAt(1);
  const answers = await Promise.all(
    [2, 3, 4, 5, 6].flatMap(size => [
      ask(witness, log, 0, size),
      ask(witness, fork, 0, size),
      ask(witness, other, 0, size),
    ]),
  );
  const good = answers.filter(({ statusCode }) => statusCode === 200);
  t.equal(good.length, 2, 'one of each log');
  t.ok(answers.every(({ statusCode }) => statusCode === 200 || statusCode === 409));
  t.equal((await readdir(join(witness.home, 'last'))).length, 2);
});

t.test('too many at once are told to come again, and none is lost', async t => {
  const log = await GrownLog.create();
  const witness = await createTestWitness(t, [log.key]);
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask(witness, log, 0, 3)));
  const busy = answers.filter(({ statusCode }) => statusCode === 503);
  t.ok(busy.length > 0);
  t.ok(busy.every(({ headers }) => headers['retry-after'] === '5'));
  t.equal(answers.filter(({ statusCode }) => statusCode === 200).length, 1);
  t.equal((await ask(witness, log, 3, 4)).statusCode, 200);
});

t.test('the policy file of a witness may name a log once', async t => {
  t.equal(parsePolicy(`quorum none\n`).logs.length, 0);
  const log = await GrownLog.create();
  const witness = await createTestWitness(t, [log.key]);
  await writeFile(join(witness.home, 'logs.txt'), 'quorum none\n');
  await witness.stop();
  await t.rejects(openWitnessHome(witness.home, null, Date.now), {
    name: 'WitnessHomeError',
    message: /^no-logs/,
  });
  await writeFile(join(witness.home, 'logs.txt'), 'nonsense\n');
  await t.rejects(openWitnessHome(witness.home, null, Date.now), {
    name: 'WitnessHomeError',
    message: /^logs-unreadable/,
  });
});
