import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { formatVerifierKey } from '../../src/log/index.js';
import { formatAddCheckpoint } from '../../src/witness/add-checkpoint.js';
import { GrownLog } from '../helpers/grown-log.js';
import { diskFault } from '../helpers/scelle.js';
import { runScelle, scelleJson, startScelle } from '../helpers/scelle-program.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(900_000);

t.test('a witness as a process: made, started, killed, and it remembers', async t => {
  const cwd = await createTestFolder(t);
  const home = join(cwd, 'witness');
  const log = await GrownLog.create();
  const env = { SCELLE_PASSPHRASE: 'DEMO witness of the laboratory' };
  const witness = (...args: string[]) => ['--home', home, 'witness', ...args];
  const made = await scelleJson(
    witness('init', '--name', 'witness.example/laboratory', '--log', formatVerifierKey(log.key)),
    { cwd, env },
  );
  t.match(made.key, /^witness\.example\/laboratory\+[0-9a-f]{8}\+B/);

  const serve = (more: NodeJS.ProcessEnv = {}) =>
    startScelle(t, witness('serve', '--port', '0'), {
      cwd,
      env: { ...env, ...(more as Record<string, string>) },
    });
  const ask = async (url: string, oldSize: number, size: number) => {
    const body = formatAddCheckpoint({
      oldSize,
      proof: log.proof(oldSize, size),
      note: await log.note(size),
    });
    const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body });
    return { status: answer.status, said: await answer.text() };
  };

  await t.test('SIGKILL between two checkpoints', async t => {
    const first = await serve();
    t.equal((await ask(first.started.url, 0, 4)).status, 200);
    const second = await runScelle(witness('serve', '--port', '0'), { cwd, env });
    t.equal(second.status, 2);
    t.match(second.stderr, /another process is this witness/);
    await first.end('SIGKILL');
    const again = await serve();
    t.same(await ask(again.started.url, 0, 4), { status: 409, said: '4\n' });
    t.equal((await ask(again.started.url, 4, 6)).status, 200);
    t.match(again.log(), 'cosigned');
    t.equal(await again.end('SIGTERM'), 0);
  });

  await t.test('killed while the new record is being written: nothing was promised', async t => {
    const dying = await serve(diskFault('killed /last/'));
    await t.rejects(ask(dying.started.url, 6, 9));
    const again = await serve();
    t.equal(
      (await ask(again.started.url, 6, 8)).status,
      200,
      'the old record stands, and any size may follow',
    );
    await again.end('SIGTERM');
  });

  await t.test('what is wrong is said, with what to do, in two languages', async t => {
    const told = async (args: string[], at: Record<string, string> = env) => {
      const ran = await runScelle(args, { cwd, env: at });
      return `${ran.status} ${ran.stderr}`;
    };
    const key = formatVerifierKey(log.key);
    t.match(await told(witness('init', '--name', 'x', '--log', key)), /^2 .*a witness has one key for ever/s);
    t.match(await told(['--lang', 'fr', ...witness('init', '--name', 'x')]), /^2 .*une clé, pour toujours/s);
    t.match(await told(witness('serve'), { SCELLE_PASSPHRASE: 'wrong' }), /^2 .*passphrase is wrong/s);
    t.match(await told(witness('serve'), {}), /^2 .*is under a passphrase/s);
    t.match(await told(witness('add-log', made.key)), /^2 .*is not the key of a log/s);
    t.match(await told(witness('add-log', 'nonsense')), /^2 .*is not the key of a log/s);
    t.match(await told(['--home', join(cwd, 'none'), 'witness', 'serve']), /^2 .*scelle witness init/s);
    const other = await GrownLog.create('demo.example/second');
    t.match(await told(witness('add-log', formatVerifierKey(other.key))), /^0 /);
    t.match(await told(witness('add-log', key, '--reason', 'DEMO')), /^2 .*both --from NOTE/s);
    await writeFile(join(cwd, 'note'), await log.note(20));
    t.match(await told(witness('add-log', key, '--from', 'note')), /^2 .*the record of .* is there/s);
    const both = await serve();
    t.same((both.started as unknown as { logs: string[] }).logs, [log.key.name, other.key.name]);
    await both.end('SIGTERM');
    for (const name of await readdir(join(home, 'last'))) {
      const record = join(home, 'last', name);
      if ((await readFile(record, 'utf8')).startsWith(`${log.key.name}\n`)) await rm(record);
    }
    const without = await serve();
    t.same((without.started as unknown as { forgotten: string[] }).forgotten, [log.key.name]);
    t.equal((await ask(without.started.url, 0, 20)).status, 500);
    await without.end('SIGTERM');
    t.match(await told(witness('add-log', key)), /^2 .*its record of what it cosigned is gone/s);
    const again = witness('add-log', key, '--from', 'note', '--reason', 'DEMO disk lost');
    t.match(await told(again), /^0 /);
    const begun = await serve();
    t.equal((await ask(begun.started.url, 20, 21)).status, 200);
  });
});
