import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import t from 'tap';
import { sampleFolder } from '../helpers/sample-export.js';
import { runScelle } from '../helpers/scelle-program.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { skipWithoutVectors } from '../helpers/vectors.js';

const policy = fileURLToPath(new URL('../../../../shared/vectors/custody-log/policy.txt', import.meta.url));

t.test('a receipt is held beside an export', { skip: skipWithoutVectors }, async t => {
  const cwd = await createTestFolder(t);
  const partial = sampleFolder('partial');
  const lines = (await readFile(join(partial, 'data/events.ndjson'), 'utf8')).trimEnd().split('\n');
  const [before, last] = lines.slice(-2).map(line => JSON.parse(line));
  await copyFile(join(partial, `data/proof/${last.index}.tlog-proof`), join(cwd, 'kept.tlog-proof'));
  const verify = async (file = 'kept.tlog-proof') => {
    const words = ['--json', 'verify', sampleFolder('complete'), '--policy', policy];
    const { status, stdout } = await runScelle([...words, '--known', file], { cwd });
    const { verdict, notProven } = JSON.parse(stdout);
    return { status, verdict, held: notProven.filter((text: string) => text.startsWith('checkpoint held')) };
  };
  await writeFile(join(cwd, 'kept.jws'), `${last.jws}\n`);
  t.same(await verify(), { status: 0, verdict: 'ok', held: [] });
  const { salt: subjectSalt } = JSON.parse(
    (await readFile(join(partial, 'data/subjects.ndjson'), 'utf8')).split('\n')[0] ?? '',
  );
  const proof = await readFile(join(cwd, 'kept.tlog-proof'), 'utf8');
  await writeFile(
    join(cwd, 'kept.json'),
    JSON.stringify([{ event: last.jws, receipt: { proof, subjectSalt } }]),
  );
  t.same(await verify('kept.json'), { status: 0, verdict: 'ok', held: [] }, 'as an outbox keeps it');
  await writeFile(join(cwd, 'kept.jws'), before.jws);
  const held = [
    'checkpoint held 1: of this log, but the receipt with it does not verify: its statement is not what the log entered',
  ];
  t.same(await verify(), { status: 0, verdict: 'ok', held }, 'the proof is of another event');
  await writeFile(join(cwd, 'other.json'), '{"proof":1}');
  const words = ['verify', sampleFolder('complete'), '--policy', policy, '--known', 'other.json'];
  const { status, stderr } = await runScelle(words, { cwd });
  t.equal(status, 2);
  t.match(stderr, /^other\.json is neither a checkpoint nor a receipt/);
});
