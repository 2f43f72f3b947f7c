import t, { type Test } from 'tap';
import { followLogKey } from '../../src/client/index.js';
import {
  consistencyProofFromTiles,
  formatVerifierKey,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  signCheckpoint,
  verifyCheckpoint,
} from '../../src/log/index.js';
import type { LogKey } from '../../src/store/appender/checkpoint-signer.js';
import { LogKeys } from '../../src/store/log-keys.js';
import { openLog } from '../../src/store/open-log.js';
import { readKeyRotations } from '../../src/store/readers/key-rotations.js';
import { storedTiles } from '../../src/store/tiles.js';
import { type Account, verifyExport } from '../../src/verify/index.js';
import { formatAddCheckpoint } from '../../src/witness/add-checkpoint.js';
import { addWitnessedLog } from '../../src/witness/witnessed-logs.js';
import { memoryBag } from '../helpers/bag-files.js';
import { newLogKey, rotation } from '../helpers/log-rotation.js';
import { makeExport, nothingNamed } from '../helpers/made-export.js';
import { append, createTestLog, type TestLog } from '../helpers/test-log.js';
import { createTestWitness } from '../helpers/test-witness.js';

const wholeLog = { kind: 'LOG', ...nothingNamed } as const;
const policyOf = (...keys: readonly LogKey[]) =>
  `${keys.map(({ key }) => `log ${formatVerifierKey(key)}\n`).join('')}quorum none\n`;

/** A log that is open twice, as by two processes; `file` is what both find when they read the key file again. */
async function openTwice(t: Test, made: TestLog, file: { keys: readonly LogKey[] }) {
  const open = async () => {
    const log = await openLog({ ...made.places, logKeys: new LogKeys(file.keys, async () => file.keys) });
    t.teardown(() => log.close());
    return log;
  };
  return [await open(), await open()] as const;
}

const linesOf = (note: string) => parseNote(note).signatures.map(({ keyId }) => keyId);

t.test(
  'log-format section 8: after a rotation two keys sign, in every process, and old and new policy verify',
  async t => {
    const made = await createTestLog(t);
    const { cast } = made;
    const [first, second, third] = [cast.logKey, await newLogKey(cast.origin), await newLogKey(cast.origin)];
    const file = { keys: [first] };
    const [log, other] = await openTwice(t, made, file);
    await append(log.appender, await cast.enlist('DEMO-OPS-1', ['OPS']));
    const before = await makeExport(log, wholeLog);
    const { note: earlierNote } = await log.vault.read();
    const submitted = await rotation(made, second);
    t.match(
      await log.appender.submit(submitted),
      { kind: 'refused', violations: [{ rule: 'log.key-not-held' }] },
      'a key that is in no file is not taken in',
    );
    file.keys = [first, second];
    await append(log.appender, submitted);
    const { note, size } = await log.vault.read();
    t.same(linesOf(note), [second.key.keyId, first.key.keyId], 'the key in force first');
    await append(other.appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
    t.same(linesOf((await other.vault.read()).note), [second.key.keyId, first.key.keyId]);
    const { bag } = await makeExport(log, wholeLog);
    for (const [name, policy] of Object.entries({
      old: policyOf(first),
      new: policyOf(second),
      both: policyOf(first, second),
      'the one inside': bag.text('data/policy.txt'),
    })) {
      let account: Account | null = null;
      const onAccount = (given: Account) => {
        account = given;
      };
      const known = [note, earlierNote];
      const verdict = await verifyExport(memoryBag(bag.files), { policy, known, onAccount });
      t.equal(verdict.verdict, 'ok', `${name}: ${JSON.stringify(verdict.failed)}`);
      const newLogKey = name === 'old' ? formatVerifierKey(second.key) : null;
      const held = [{ outcome: 'compared' }, { outcome: 'compared' }];
      t.match(account, { newLogKey, held }, `${name}: what either key signed is compared`);
    }
    const forked = await signCheckpoint(
      {
        origin: cast.origin,
        size: parseCheckpoint(parseNote(earlierNote).text).size,
        root: new Uint8Array(32),
      },
      first,
    );
    t.match(
      await verifyExport(memoryBag(bag.files), { policy: policyOf(second), known: [forked] }),
      { failed: { check: 'consistency' } },
      'what the old key signed counts against the log under a policy of the new one',
    );
    const earlier = await verifyExport(memoryBag(before.bag.files), { policy: policyOf(first) });
    t.equal(earlier.verdict, 'ok', 'an export of before stays one of the key of before');
    t.match(await verifyExport(memoryBag(before.bag.files), { policy: policyOf(second) }), {
      failed: { check: 'checkpoint' },
    });
    const again = await makeExport(log, wholeLog, { note });
    t.equal((await verifyExport(memoryBag(again.bag.files), { policy: policyOf(second) })).size, size);

    const next = await rotation(made, third);
    file.keys = [first, second, third];
    await append(other.appender, next);
    const last = await log.vault.read();
    t.same(linesOf(last.note), [third.key.keyId, second.key.keyId], 'the oldest signs no more');
    t.equal((await verifyCheckpoint(last.note, parsePolicy(policyOf(second)))).size, last.size);

    const rotations = await readKeyRotations(log);
    const [one, two] = rotations;
    const texts = [first, second, third].map(({ key }) => formatVerifierKey(key));
    const stranger = formatVerifierKey((await newLogKey(cast.origin)).key);
    t.same(await followLogKey(texts[0] ?? '', rotations), texts.slice(1), 'from key to key');
    t.same(await followLogKey(texts[1] ?? '', rotations), texts.slice(2));
    t.same(await followLogKey(texts[2] ?? '', rotations), [], 'not back to an older key');
    t.same(await followLogKey(stranger, rotations), [], 'a key that it was not signed with leads nowhere');
    t.same(await followLogKey(texts[0] ?? '', rotations.slice(1)), [], 'no step is left out');
    if (one === undefined || two === undefined) throw new Error('two rotations');
    for (const [name, forged] of Object.entries({
      'another event under the proof': { jws: two.jws, proof: one.proof },
      'another tree': { jws: one.jws, proof: one.proof.replace(/\nindex \d+/, '\nindex 0') },
      nonsense: { jws: 'DEMO', proof: 'DEMO' },
    })) {
      t.same(await followLogKey(texts[0] ?? '', [forged]), [], name);
    }

    const witness = await createTestWitness(t, [first.key]);
    const cosigned = async (oldSize: number, size: number, checkpoint: string) => {
      const proof = oldSize === 0 ? [] : await consistencyProofFromTiles(oldSize, size, storedTiles(log.db));
      const payload = formatAddCheckpoint({ oldSize, proof, note: checkpoint });
      return (await witness.app.inject({ method: 'POST', url: '/add-checkpoint', payload })).statusCode;
    };
    t.equal(await cosigned(0, size, note), 200, 'a witness of the old key goes on after the first rotation');
    t.equal(await cosigned(size, last.size, last.note), 403, 'not after the second');
    await addWitnessedLog(witness.home, second.key, { note: null, reason: null, now: 0 });
    await witness.restart();
    t.equal(await cosigned(size, last.size, last.note), 200, 'scelle witness add-log: on its own record');
  },
);

t.test('issue 4, section 5: who may not rotate the key makes nobody read the key file', async t => {
  const made = await createTestLog(t);
  const { cast, places } = made;
  let reads = 0;
  const reread = async () => {
    reads += 1;
    return [cast.logKey];
  };
  const log = await openLog({ ...places, logKeys: new LogKeys([cast.logKey], reread) });
  t.teardown(() => log.close());
  await append(log.appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
  const { submitted } = await cast.sign({
    subject: cast.logSubject,
    type: 'log.key-rotated',
    by: 'DEMO-WIT-1/WIT',
    body: { logKey: formatVerifierKey((await newLogKey(cast.origin)).key) },
  });
  const outcome = await log.appender.submit(submitted);
  t.equal(outcome.kind, 'refused');
  t.notMatch(JSON.stringify(outcome), /log\.key-not-held/, 'nor tells them which keys are held');
  t.equal(reads, 0);
});
