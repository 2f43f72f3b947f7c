import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { sortBeside } from '../../src/page/view/given-files.js';
import { skipWithoutChromium } from '../helpers/chromium.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { type Handed, VerifierPage } from '../helpers/verifier-page.js';
import { type KeptExport, keptExports } from '../helpers/verify-kept.js';

t.setTimeout(1_800_000);

/** Tests that verify damaged and forged exports: what they say is what the page has to say. */
const suites = ['verify/forged', 'verify/damages-bag', 'verify/hostile', 'attack/rewritten'];

t.test(
  'of every damaged export of the tamper suites the page names the same check as the command line',
  { skip: skipWithoutChromium },
  async t => {
    const folder = await createTestFolder(t);
    await runSuites(folder);
    const names = (await readdir(folder)).filter(name => name.endsWith('.json'));
    t.ok(names.length > 200, `${names.length} exports were kept`);
    const verifier = await VerifierPage.open(t);
    const found = new Map<string, number>();
    for (const name of names) {
      const kept: KeptExport = JSON.parse(await readFile(join(folder, name), 'utf8'));
      const handed = handedOver(kept);
      // What is no checkpoint at all the page names and hands to nobody, as the command line refuses it.
      const beside = handed.known.filter(file => typeof file !== 'string');
      if (sortBeside(beside).unusable.length > 0) continue;
      const said = await verifier.verify(handed);
      const { verdict } = kept;
      // A bag that is none is refused for the same reason, whoever finds it first: the ZIP or the manifest.
      if (verdict.failed?.check === 'bag') t.match(said, { verdict: 'fail', failed: { check: 'bag' } }, name);
      else t.same(said, verdict, `${name}: ${JSON.stringify(verdict.failed)}`);
      const check = verdict.failed?.check ?? 'ok';
      found.set(check, (found.get(check) ?? 0) + 1);
    }
    t.comment([...found].map(([check, count]) => `${check} ${count}`).join(', '));
    for (const check of checks) t.ok(found.has(check), `some fail at ${check}`);
    t.same(verifier.strayed, [], 'nothing was asked for, nothing went wrong');
  },
);

const checks = [
  ...['ok', 'bag', 'checkpoint', 'jcs', 'key', 'role', 'disclosure', 'leaf', 'inclusion', 'sequence'],
  ...['prev', 'prev-leaf', 'root', 'group', 'rules', 'head', 'consistency', 'policy', 'file'],
];

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

function runSuites(folder: string): Promise<void> {
  const runner = join(import.meta.dirname, '../run.js');
  const child = spawn(process.execPath, [runner, ...suites], {
    env: { ...process.env, [keptExports]: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code =>
      code === 0 ? resolve() : reject(new Error(`the suites ended with status ${code}`)),
    );
  });
}
