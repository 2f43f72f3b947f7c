import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Test } from 'tap';
import { sortBeside } from '../../src/page/view/given-files.js';
import { findTestFiles, root } from '../find-test-files.js';
import { createTestFolder } from './test-folder.js';
import { type Handed, VerifierPage } from './verifier-page.js';
import { type KeptExport, keptExports } from './verify-kept.js';

const PAGES = 4;
const MS_BETWEEN_LOOKS = 300;
const SHOWN_OF_A_FAILURE = 2000;

/**
 * Runs suites that verify damaged and forged exports, and asks the page of each export as it is left: it has to say what
 * they were told. Several pages of one browser take turns.
 * @returns how many exports were found by each check, or `ok`
 */
export async function pageAgrees(t: Test, suites: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const folder = await createTestFolder(t);
  const [pages, suite] = [await VerifierPage.openSeveral(t, PAGES), runSuites(t, suites, folder)];
  const found = new Map<string, number>();
  const exports = keptIn(folder, suite.isRunning);
  const takeTurns = async (page: VerifierPage) => {
    for (;;) {
      const { value: path, done } = await exports.next();
      if (done === true) return;
      const check = await ask(t, page, path);
      if (check !== null) found.set(check, (found.get(check) ?? 0) + 1);
    }
  };
  await Promise.all(pages.map(takeTurns));
  t.same(await suite.ended, [], 'the suites themselves pass');
  t.same(
    pages.flatMap(({ strayed }) => strayed),
    [],
    'nothing was asked for, nothing went wrong',
  );
  t.comment([...found].map(([check, count]) => `${check} ${count}`).join(', '));
  return found;
}

/** @returns the check; null of an export that comes with what the page takes for nothing */
async function ask(t: Test, page: VerifierPage, path: string): Promise<string | null> {
  const kept: KeptExport = JSON.parse(await readFile(path, 'utf8'));
  const handed = handedOver(kept);
  // What is no checkpoint at all the page names and hands to nobody, as the command line refuses it.
  const beside = handed.known.filter(file => typeof file !== 'string');
  if (sortBeside(beside).unusable.length > 0) return null;
  const said = await page.verify(handed);
  const { verdict } = kept;
  // A bag that is none is refused for the same reason, whoever finds it first: the ZIP or the manifest.
  if (verdict.failed?.check === 'bag') t.match(said, { verdict: 'fail', failed: { check: 'bag' } }, path);
  else t.same(said, verdict, `${path}: ${JSON.stringify(verdict.failed)}`);
  await rm(kept.zip);
  return verdict.failed?.check ?? 'ok';
}

/** Exports as they are left, until the suites have ended and none is left. */
async function* keptIn(folder: string, isRunning: () => boolean): AsyncGenerator<string, void> {
  const seen = new Set<string>();
  for (;;) {
    const isLast = !isRunning();
    const left = (await readdir(folder)).filter(name => name.endsWith('.json') && !seen.has(name));
    for (const name of left) {
      seen.add(name);
      yield join(folder, name);
    }
    if (isLast) return;
    await wait(MS_BETWEEN_LOOKS);
  }
}

function handedOver({ zip, policy, known }: KeptExport) {
  return {
    zip,
    policy: policy === null ? null : fileOf('policy.txt', policy),
    known: known.flatMap((held, position): Handed[] => {
      if (typeof held === 'string') return [fileOf(`checkpoint-${position}`, held)];
      return [
        fileOf(`receipt-${position}.tlog-proof`, held.proof),
        fileOf(`receipt-${position}.jws`, held.jws),
      ];
    }),
  };
}

function fileOf(name: string, text: string): Handed {
  return { name, bytes: Buffer.from(text) };
}

/**
 * Each file by itself, one after another, on the server of this run. Not by a runner of their own: it would empty the
 * folder in which the runner of this test keeps its notes, and breaks off where one is just being written.
 */
function runSuites(t: Test, suites: readonly string[], folder: string) {
  let isRunning = true;
  const ended = runFiles(t, suites, folder).finally(() => {
    isRunning = false;
  });
  return { ended, isRunning: () => isRunning };
}

/** @returns the files that failed, each with the end of what it printed */
async function runFiles(t: Test, suites: readonly string[], folder: string): Promise<string[]> {
  const failed: string[] = [];
  const files = await findTestFiles(suites);
  t.ok(files.length >= suites.length, files.join(', '));
  for (const file of files) {
    const child = spawn(process.execPath, [file], {
      cwd: root,
      env: { ...process.env, [keptExports]: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-SHOWN_OF_A_FAILURE);
    });
    const [code] = await once(child, 'close');
    if (code !== 0) failed.push(`${file}: ${code}\n${printed}`);
  }
  return failed;
}
