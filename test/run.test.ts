import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { createTestFolder } from './helpers/test-folder.js';

const runner = join(import.meta.dirname, 'run.js');
const samples = join(import.meta.dirname, 'helpers/runs');

t.test('the last line counts what passed, failed and crashed, and the exit code says the same', async t => {
  const folder = await createTestFolder(t);
  const run = startRun(folder, ['passes.js', 'fails.js', 'crashes.js']);
  const [code] = await once(run.child, 'close');
  t.equal(code, 1);
  t.equal(run.output().trimEnd().split('\n').at(-1), '2 passed, 2 failed');
  t.same(await leftovers(folder), [], 'nothing stays');
});

t.test('a word that no test file has in its path', async t => {
  const run = startRun(await createTestFolder(t), ['no-such-test']);
  t.same((await once(run.child, 'close'))[0], 1);
  t.match(run.output(), /0 passed, 1 failed\n$/);
});

t.test('an interrupt in the middle of a test cleans up', async t => {
  const folder = await createTestFolder(t);
  const run = startRun(folder, ['hangs.js']);
  await untilHanging(folder);
  run.child.kill('SIGINT');
  const [code] = await once(run.child, 'close');
  t.equal(code, 130);
  t.same(await leftovers(folder), []);
});

t.test('after kill -9 the next run removes folder and server of the killed one', async t => {
  const folder = await createTestFolder(t);
  const killed = startRun(folder, ['hangs.js']);
  const group = await untilHanging(folder);
  killed.child.kill('SIGKILL');
  process.kill(-group, 'SIGKILL');
  await once(killed.child, 'close');
  const left = await leftovers(folder);
  t.equal(left.length, 2, "the run's folder and the server's");
  const pids = await serverPids(folder);
  t.equal(pids.length, 1);
  t.ok(isAlive(pids[0]));

  const next = startRun(folder, ['passes.js']);
  t.same((await once(next.child, 'close'))[0], 0);
  t.match(next.output(), /\n1 passed, 0 failed\n$/);
  t.same(await leftovers(folder), []);
  t.notOk(isAlive(pids[0]));
});

interface Run {
  readonly child: ChildProcess;
  output(): string;
}

/** A run of its own, which sees nothing of ours and keeps its folders in `folder`. */
function startRun(folder: string, files: readonly string[]): Run {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(_?TAP|NODE_OPTIONS|SCELLE)/.test(name)),
  );
  const child = spawn(
    process.execPath,
    [runner, ...files.map(name => (name.endsWith('.js') ? join(samples, name) : name))],
    { env: { ...environment, TMPDIR: folder }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', chunk => {
    output += chunk;
  });
  return { child, output: () => output };
}

/** Waits for the sample that hangs; returns the process group of the tests. */
async function untilHanging(folder: string): Promise<number> {
  for (;;) {
    const group = await readFile(join(folder, 'hanging'), 'utf8').catch(() => '');
    if (group !== '') return Number(group);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

async function leftovers(folder: string): Promise<string[]> {
  const names = await readdir(folder, { withFileTypes: true });
  return names.filter(entry => entry.isDirectory()).map(entry => entry.name);
}

async function serverPids(folder: string): Promise<number[]> {
  const files = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('postmaster.pid'));
  const texts = await Promise.all(files.map(name => readFile(join(folder, name), 'utf8')));
  return texts.map(text => Number.parseInt(text, 10));
}

function isAlive(pid = 0): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
