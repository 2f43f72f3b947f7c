import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import t from 'tap';
import { root } from '../architecture/source-files.js';
import { editLines, type Files } from '../helpers/bag-files.js';
import { forgeExport } from '../helpers/forged-export.js';
import { foundedLog } from '../helpers/forged-story.js';
import { note } from '../helpers/forgeries.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { zipFiles } from '../helpers/zip-files.js';

interface Run {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

t.setTimeout(600_000);

const program = join(root, 'dist/src/cli/main.js');

function scelle(cwd: string, ...args: readonly string[]): Promise<Run> {
  return new Promise(resolve => {
    execFile(process.execPath, [program, ...args], { cwd }, (error, stdout, stderr) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

async function writeFolder(folder: string, files: Files): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

t.test('scelle verify: what holds in one line, then what was not proven; status 0 only for ok', async t => {
  const folder = await createTestFolder(t);
  const { log, cast } = await foundedLog();
  // More than one part of lines, so that several workers have some.
  for (let i = 0; i < 300; i++) await note(log, cast);
  const files = await forgeExport(log);
  await writeFolder(join(folder, 'audit'), files);
  await writeFile(join(folder, 'audit.zip'), await zipFiles(files, 6));
  await writeFile(join(folder, 'policy.txt'), log.policy);
  await writeFile(join(folder, 'held'), await log.note(100));
  for (const name of ['audit', 'audit.zip']) {
    const { status, stdout, stderr } = await scelle(
      folder,
      'verify',
      name,
      '--policy',
      'policy.txt',
      '--known',
      'held',
    );
    t.equal(status, 0, stderr);
    t.match(stdout, new RegExp(`^HOLDS: all ${log.events.length} events`), name);
    t.match(stdout, /\nAs of .*, as the operator of the log says; .*by log witness \S+ \(a computer\)/);
    t.match(stdout, /\nTimes received: not later than .* \(cosigned by log witness \S+, a computer\); /);
    t.match(stdout, /\nCheckpoint held 1 \(size 100\): this log contains it\.\n/);
    t.match(stdout, /\n {2}- the policy is byte for byte the one inside the export/);
    t.match(stdout, /\nNot proven:\n {2}- /);
    t.match(stdout, /\nAsk for the latest checkpoint/);
  }
  const french = await scelle(folder, '--lang', 'fr', 'verify', 'audit.zip', '--policy', 'policy.txt');
  t.match(french.stdout, /^TIENT : [\s\S]*\nNon prouvé :\n {2}- aucun horodatage/);
  const held = ['verify', 'audit.zip', '--policy', 'policy.txt', '--access-log'];
  const nowhere = await scelle(folder, ...held, 'nowhere');
  t.equal(nowhere.status, 2, 'an access log that is not there is a wrong command');
  t.match(nowhere.stderr, /^nowhere does not exist\n$/);
  const bad = await scelle(folder, ...held, 'policy.txt');
  t.equal(bad.status, 6);
  t.match(bad.stdout, /^HOLDS: [\s\S]*\nDOES NOT HOLD: access-log: /, 'the export is told apart from it');
  const notAsked = await scelle(folder, ...held.slice(0, -1), '--known', 'policy.txt');
  t.equal(notAsked.status, 2, 'held is a checkpoint or a receipt');
  t.match(notAsked.stderr, /^policy\.txt is neither a checkpoint nor a receipt/);
  const inside = await scelle(folder, 'verify', 'audit', '--policy', 'audit/data/policy.txt');
  t.match(inside.stdout, /\n {2}- the policy was not obtained apart: it lies inside the export/);
  const machine = await scelle(
    folder,
    '--json',
    '--lang',
    'fr',
    'verify',
    'audit.zip',
    '--policy',
    'policy.txt',
  );
  const verdict = JSON.parse(machine.stdout);
  t.same(Object.keys(verdict).sort(), [
    'asOf',
    'counts',
    'failed',
    'notProven',
    'origin',
    'root',
    'size',
    'verdict',
    'whole',
  ]);
  t.match(verdict.notProven, [/^no time-stamp/]);
});

t.test('scelle verify: what fails is named with its place, and the status says so', async t => {
  const folder = await createTestFolder(t);
  const { log, cast } = await foundedLog();
  for (let i = 0; i < 300; i++) await note(log, cast);
  const files = await forgeExport(log);
  editLines(files, 'data/events.ndjson', lines =>
    lines.with(
      200,
      (lines[200] ?? '')
        .replace(/(?<="jws":"[\w-]+\.[\w-]+\.)./, 'A')
        .replace(/(?<="jws":"[\w-]+\.[\w-]+\.A)./, 'B'),
    ),
  );
  await writeFolder(join(folder, 'audit'), files);
  await writeFile(join(folder, 'policy.txt'), log.policy);
  const failing = await scelle(folder, 'verify', 'audit', '--policy', 'policy.txt');
  t.equal(failing.status, 6);
  t.match(
    failing.stdout,
    /^DOES NOT HOLD: jws: the officer's signature does not fit .*: leaf 200\.\n {2}bad signature\n/,
  );
  const french = await scelle(folder, '--lang', 'fr', 'verify', 'audit', '--policy', 'policy.txt');
  t.match(french.stdout, /^NE TIENT PAS : jws : .*\n {2}signature fausse\n/);
  const unvouched = await scelle(folder, 'verify', 'audit');
  t.equal(unvouched.status, 6);
  t.match(unvouched.stdout, /^NOT CHECKED: give --policy/);
  t.equal((await scelle(folder, 'verify', 'nowhere', '--policy', 'policy.txt')).status, 2);
  t.equal((await scelle(folder, 'verify')).status, 2);
});

t.test('scelle verify: what is no export at all is told as that', async t => {
  const folder = await createTestFolder(t);
  const { log } = await foundedLog();
  const files = await forgeExport(log);
  await writeFolder(join(folder, 'demo', 'audit'), files);
  await writeFile(join(folder, 'policy.txt'), log.policy);
  const whole = await zipFiles(files, 6);
  await writeFile(join(folder, 'cut.zip'), whole.subarray(0, whole.length / 2));
  const above = await scelle(folder, 'verify', 'demo', '--policy', 'policy.txt');
  t.equal(above.status, 6);
  t.match(above.stdout, /^NO EXPORT: .*no bagit\.txt.*\nAn export lies inside: ask for demo.audit\.\n$/);
  const nested = new Map([...files].map(([path, content]) => [`audit/${path}`, content]));
  await writeFile(join(folder, 'nested.zip'), await zipFiles(nested, 6));
  await writeFile(join(folder, 'other.zip'), await zipFiles(new Map([['a.txt', Buffer.from('DEMO')]]), 6));
  for (const [name, told] of [
    ['nested.zip', /^NO EXPORT: .*no bagit\.txt.*\nAn export lies inside, in the folder audit: unpack/],
    ['other.zip', /^NO EXPORT: .*no bagit\.txt.*\n$/],
    ['policy.txt', /^NO EXPORT: this is neither a folder nor a ZIP\.\n$/],
    ['demo/audit/data/checkpoint', /^NO EXPORT: this is neither a folder nor a ZIP\.\n$/],
  ] as const) {
    const { status, stdout } = await scelle(folder, 'verify', name, '--policy', 'policy.txt');
    t.equal(status, 6, name);
    t.match(stdout, told, name);
  }
  const cut = await scelle(folder, 'verify', 'cut.zip', '--policy', 'policy.txt');
  t.equal(cut.status, 6);
  t.match(cut.stdout, /\n {2}the ZIP is cut short or not a ZIP\n/);
  const french = await scelle(folder, '--lang', 'fr', 'verify', 'cut.zip', '--policy', 'policy.txt');
  t.match(french.stdout, /\n {2}le ZIP est coupé, ou n'est pas un ZIP\n/);
  await writeFile(join(folder, 'wrong.txt'), 'DEMO\n');
  const wrong = await scelle(folder, '--lang', 'fr', 'verify', 'demo/audit', '--policy', 'wrong.txt');
  t.match(
    wrong.stdout,
    /^NON VÉRIFIÉ : wrong\.txt n'est pas une politique.*\n {2}ligne 1 : mot inconnu "DEMO"\n/,
  );
  const machine = await scelle(
    folder,
    '--lang',
    'fr',
    '--json',
    'verify',
    'cut.zip',
    '--policy',
    'policy.txt',
  );
  t.match(JSON.parse(machine.stdout).failed, { detail: 'the ZIP is cut short or not a ZIP' });
  t.equal(`${above.stderr}${cut.stderr}${wrong.stderr}`, '', 'nothing of the program itself');
});
