import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import t from 'tap';
import { forgeExport } from '../helpers/forged-export.js';
import { foundedLog } from '../helpers/forged-story.js';
import { runScelle } from '../helpers/scelle-program.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(600_000);

const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
const proof = 'c2sp.org/tlog-proof@v1\n';

/** What is handed over beside an export, by its name: hostile, cut or of something else. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  empty: '',
  'deep.json': deep,
  'many.json': JSON.stringify(Array.from({ length: 200_000 }, () => ({}))),
  'strange.json': '{"__proto__":{"jws":"x"},"jws":1,"proof":null,"subjectSalt":[]}',
  'wide.json': JSON.stringify({ jws: 'x'.repeat(5_000_000), proof: 'y'.repeat(5_000_000), subjectSalt: '' }),
  'utf16.txt': new Uint8Array(Buffer.from('log DEMO\n', 'utf16le')),
  'bytes.bin': Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7) % 256),
  'alone.tlog-proof': proof,
  'long.txt': `log ${'x'.repeat(5_000_000)}\n`,
};

/** Words of the command after the export and its policy; the exit status, and what is said first. */
const cases: readonly (readonly [words: readonly string[], status: number, told: RegExp])[] = [
  [['--known', 'empty'], 2, /^empty is neither a checkpoint nor a receipt/],
  [['--known', 'deep.json'], 2, /^deep\.json is neither a checkpoint nor a receipt/],
  [['--known', 'many.json'], 2, /^many\.json is neither a checkpoint nor a receipt/],
  [['--known', 'strange.json'], 2, /^strange\.json is neither a checkpoint nor a receipt/],
  [['--known', 'bytes.bin'], 2, /^bytes\.bin is neither a checkpoint nor a receipt/],
  [['--known', 'wide.json'], 0, /\nCheckpoint held 1: not one of this log by this policy\.\n/],
  [['--known', 'alone.tlog-proof'], 2, /^alone\.jws does not exist/],
  [['--known', 'folder'], 2, /^folder is a folder, not a file/],
  [['--tsa', 'bytes.bin'], 1, /^bytes\.bin holds no certificate that can be read/],
  [['--access-log', 'deep.json'], 6, /\nDOES NOT HOLD: access-log: /],
  [['--access-log', 'bytes.bin'], 6, /\nDOES NOT HOLD: access-log: /],
  [['--access-log', 'folder'], 2, /^folder is not a file/],
];

const policies: Readonly<Record<string, RegExp>> = {
  empty: /^NOT CHECKED: .*\n {2}no quorum line\n/,
  'deep.json': /^NOT CHECKED: /,
  'utf16.txt': /^NOT CHECKED: .*\n {2}a control character\n/,
  'bytes.bin': /^NOT CHECKED: .*\n {2}the policy is not UTF-8\n/,
  'long.txt': /^NOT CHECKED: .*\n {2}the policy is too long\n/,
};

const receipts: Readonly<Record<string, readonly [status: number, told: RegExp]>> = {
  empty: [2, /^empty is not JSON/],
  'deep.json': [6, /^DOES NOT HOLD: leaf: .*\n {2}not a receipt: /],
  'many.json': [6, /^DOES NOT HOLD: leaf: .*\n {2}no receipts, or too many/],
  'strange.json': [6, /^DOES NOT HOLD: leaf: .*\n {2}not a receipt: /],
  'wide.json': [6, /^DOES NOT HOLD: jws: /],
  folder: [2, /^folder is a folder, not a file/],
};

/** What would be ignored beside what is verified, and what is said of it. */
const ignored: readonly (readonly [words: readonly string[], told: RegExp])[] = [
  [['audit', '--receipt', 'deep.json'], /^--receipt verifies receipts alone, and would not look at audit: /],
  [['nowhere', '--receipt', 'deep.json'], /would not look at nowhere: .* <export> --known <receipts>$/m],
  [['--receipt', 'deep.json', '--tsa', 'empty'], /would not look at --tsa: /],
  [['--receipt', 'deep.json', '--access-log', 'empty'], /would not look at --access-log: /],
  [['--receipt', 'empty', '--receipt', 'deep.json'], /^--receipt was given twice$/m],
  [['audit', '--policy', 'empty'], /^--policy was given twice$/m],
  [['audit', '--access-log', 'empty', '--access-log', 'deep.json'], /^--access-log was given twice$/m],
];

t.test(
  'scelle verify: what is handed over beside an export is refused in a sentence, whatever it is',
  async t => {
    const cwd = await createTestFolder(t);
    const { log } = await foundedLog();
    for (const [path, content] of await forgeExport(log)) {
      await mkdir(join(cwd, 'audit', dirname(path)), { recursive: true });
      await writeFile(join(cwd, 'audit', path), content);
    }
    await writeFile(join(cwd, 'policy.txt'), log.policy);
    await mkdir(join(cwd, 'folder'));
    for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content);
    const before = await readdir(cwd, { recursive: true });
    const look = async (words: readonly string[], status: number, told: RegExp) => {
      const run = await runScelle(['verify', ...words], { cwd });
      const said = `${run.stderr}${run.stdout}`;
      t.equal(run.status, status, `${words.join(' ')}: ${said}`);
      t.match(said, told, words.join(' '));
      t.notMatch(said, /\n\s+at |node:|Error:/, `${words.join(' ')}: no stack`);
      t.ok(said.length < 10_000, `${words.join(' ')}: nothing hostile is printed at length`);
    };
    for (const [words, status, told] of cases) {
      await look(['audit', '--policy', 'policy.txt', ...words], status, told);
    }
    for (const [policy, told] of Object.entries(policies)) await look(['audit', '--policy', policy], 6, told);
    await look(['audit', '--policy', 'folder'], 2, /^folder is a folder, not a file/);
    for (const [receipt, [status, told]] of Object.entries(receipts)) {
      await look(['--receipt', receipt, '--policy', 'policy.txt'], status, told);
    }
    for (const [words, told] of ignored) await look([...words, '--policy', 'policy.txt'], 2, told);
    t.same(await readdir(cwd, { recursive: true }), before, 'nothing is written');
  },
);
