import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { createVerifierKey, formatVerifierKey } from '../../src/log/index.js';
import { readLogPolicy } from '../../src/store/read-log-policy.js';
import { createTestOfficer } from '../log/signed-event.js';

t.test('the policy of a log: its witnesses with their addresses, and why a file is none', async t => {
  const { key: publicKey } = await createTestOfficer(1, 'Ed25519');
  const key = createVerifierKey('demo.example/log', 'note', publicKey);
  const { key: otherKey } = await createTestOfficer(2, 'Ed25519');
  const other = formatVerifierKey(createVerifierKey('demo.example/log', 'note', otherKey));
  const witness = formatVerifierKey(createVerifierKey('witness.example/w', 'cosignature', otherKey));
  const log = `log ${formatVerifierKey(key)}\n`;
  const path = join(t.testdir(), 'policy.txt');
  const read = async (text: string) => {
    await writeFile(path, text);
    return readLogPolicy(path, [key], true);
  };

  const { witnesses, quorum } = await read(`${log}witness w ${witness} http://127.0.0.1:8421/\nquorum w\n`);
  t.match(witnesses, [{ name: 'w', url: 'http://127.0.0.1:8421/' }]);
  t.equal(quorum, 'w');
  t.equal((await read(`log ${other}\n${log}quorum none\n`)).logs.length, 2, 'a former key beside the key');

  const none = join(t.testdir(), 'none.txt');
  t.strictSame(await readLogPolicy(none, [key], true), {
    logs: [key],
    witnesses: [],
    groups: [],
    quorum: null,
  });
  await t.rejects(readLogPolicy(none, [key], false), { name: 'LogPolicyError', message: /cannot be read/ });
  for (const [text, message] of [
    ['quorum none\n', /does not name the key of this log/],
    [`log ${other}\nquorum none\n`, /does not name the key of this log/],
    [log, /no quorum line/],
    [`${log}witness w ${witness} ftp://w.example/\nquorum w\n`, /address of the witness w/],
    [`${log}witness w ${witness} w.example\nquorum w\n`, /address of the witness w/],
    [`${log}witness w ${witness} https://a:b@w.example/\nquorum w\n`, /address of the witness w/],
  ] as const) {
    await t.rejects(read(text), { name: 'LogPolicyError', message }, text);
  }
});
