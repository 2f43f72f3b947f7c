import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { countResults } from './count-results.js';
import { findTestFiles, root } from './find-test-files.js';
import { openOwnedFolder } from './helpers/test-folder.js';
import { serverVariable, startRunServer, type TestServer } from './helpers/test-server.js';

/**
 * Runs the test files on a PostgreSQL of their own, and prints as the last line how many assertions passed and
 * failed. Words given choose the files whose path contains one of them, or are paths themselves.
 */
const tapProgram = join(root, 'node_modules/tap/dist/esm/run.mjs');
let running: ChildProcess | null = null;
let interruptedBy: NodeJS.Signals | null = null;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interruptedBy ??= signal;
    // The whole group: tap ends at once and leaves the test processes to themselves.
    if (running?.pid !== undefined) process.kill(-running.pid, 'SIGKILL');
  });
}

process.exitCode = await run(process.argv.slice(2));

async function run(words: readonly string[]): Promise<number> {
  const files = await chooseTestFiles(words);
  if (files.length === 0) {
    process.stderr.write(`no test file matches ${words.join(' ')}\n`);
    process.stdout.write('0 passed, 1 failed\n');
    return 1;
  }
  const folder = await openOwnedFolder();
  let server: TestServer | null = null;
  try {
    server = await startRunServer();
    const tapFile = join(folder.path, 'run.tap');
    if (await isTapUnbuilt()) await runTap(['build'], {});
    const addresses = JSON.stringify({ ...server, stop: undefined });
    const code = await runTap(['run', '--reporter=base', `--output-file=${tapFile}`, ...files], {
      [serverVariable]: addresses,
    });
    if (interruptedBy !== null) return 128 + constants.signals[interruptedBy];
    return report(code, await readFile(tapFile, 'utf8').catch(() => ''));
  } finally {
    await server?.stop();
    await folder.remove();
  }
}

function report(code: number, tap: string): number {
  const { passed, failed, skipped } = countResults(tap);
  // A runner that fails without a failing test (a crash of its own) must not look like a success.
  const failures = failed === 0 && (code !== 0 || passed === 0) ? 1 : failed;
  // The reporter may have left the cursor in the middle of a line.
  process.stdout.write(
    `\n${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
  );
  return failures === 0 ? 0 : code === 0 ? 1 : code;
}

async function chooseTestFiles(words: readonly string[]): Promise<string[]> {
  const named = words.filter(word => existsSync(word) && word.endsWith('.js'));
  const parts = words.filter(word => !named.includes(word));
  if (words.length > 0 && parts.length === 0) return named;
  return [...named, ...(await findTestFiles(parts))];
}

/**
 * tap is built anew for the plugins that package.json chooses: without the one that compiles TypeScript, which
 * `tsc` has done. `npm ci` does so, but not where install scripts are off, and a run that first has to do it fails.
 */
async function isTapUnbuilt(): Promise<boolean> {
  const built = join(root, 'node_modules/@tapjs/test/test-built/dist/esm/index.js');
  const text = await readFile(built, 'utf8').catch(() => '@tapjs/typescript');
  return text.includes('@tapjs/typescript') || !existsSync(join(root, '.tap/plugins'));
}

function runTap(args: readonly string[], environment: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    if (interruptedBy !== null) return resolve(1);
    const child = spawn(process.execPath, [tapProgram, ...args], {
      cwd: root,
      // Its reporter redraws a terminal; elsewhere it shall print each line once.
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { CI: '1' }), ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    running = child;
    child.once('error', reject);
    child.once('close', code => {
      running = null;
      resolve(code ?? 1);
    });
  });
}
