import { execFile } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import t from 'tap';
import { openFolderBag } from '../../src/cli/verify/folder-bag.js';
import { FormatError } from '../../src/log/index.js';
import { type Bag, createExaminer, MAX_FILES, verifyExport } from '../../src/verify/index.js';
import { bytesOf, edit, editLines, type Files, memoryBag, sealBag, textOf } from '../helpers/bag-files.js';
import { forgeExport } from '../helpers/forged-export.js';
import { ForgedLog } from '../helpers/forged-log.js';
import { found } from '../helpers/forged-story.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { verifyKept } from '../helpers/verify-kept.js';

const log = await ForgedLog.prepare();
await found(log);
const whole = await forgeExport(log);

const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const events = 'data/events.ndjson';
const firstLine = (change: (line: string) => string) => (files: Files) =>
  editLines(files, events, lines => lines.with(0, change(lines[0] ?? '')));
const withPayload = (payload: string) =>
  firstLine(line => line.replace(/(?<="jws":"[\w-]+\.)[\w-]+/, Buffer.from(payload).toString('base64url')));
const bytes = (path: string, content: Uint8Array) => (files: Files) => sealBag(files.set(path, content));

/** What is done to an export, under the manifests of the forger, and the check that refuses it. */
const hostile: Readonly<Record<string, readonly [string, (files: Files) => unknown]>> = {
  'deep JSON for log.json': ['bag', bytes('data/log.json', bytesOf(deep))],
  'a deep line of events': ['bag', firstLine(() => `${deep}\n`)],
  'deep disclosures': ['bag', firstLine(line => line.replace('[]', deep))],
  'a deep statement': ['key', withPayload('['.repeat(60_000))],
  'a line longer than any event': ['bag', firstLine(() => `${'x'.repeat(9_000_000)}\n`)],
  'an index beyond all numbers': ['bag', firstLine(line => line.replace('"index":0', '"index":1e400'))],
  'an index above 2^53': ['bag', firstLine(line => line.replace('"index":0', '"index":9007199254740993'))],
  'an index below zero': ['bag', firstLine(line => line.replace('"index":0', '"index":-1'))],
  'a fraction of an index': ['bag', firstLine(line => line.replace('"index":0', '"index":0.5'))],
  'an index with an exponent': ['bag', firstLine(line => line.replace('"index":0', '"index":0e0'))],
  'a size beyond all numbers': [
    'checkpoint',
    files => edit(files, 'data/checkpoint', text => text.replace(/^\d+$/m, '9'.repeat(400))),
  ],
  'log.json with a byte order mark': ['bag', files => edit(files, 'data/log.json', text => `\ufeff${text}`)],
  'log.json in UTF-16': ['bag', bytes('data/log.json', new Uint8Array(Buffer.from('{"v":1}', 'utf16le')))],
  'events in no encoding': ['bag', bytes(events, Uint8Array.of(0xff, 0xfe, 0x0a))],
  'lines that end as on Windows': [
    'bag',
    files => edit(files, events, text => text.replaceAll('\n', '\r\n')),
  ],
  'an empty line': ['bag', files => edit(files, events, text => `\n${text}`)],
  'no event': ['root', bytes(events, new Uint8Array(0))],
  'a checkpoint that is no text': ['checkpoint', bytes('data/checkpoint', Uint8Array.of(0xff, 0x0a, 0x0a))],
  'a policy inside that is none counts for nothing': ['ok', bytes('data/policy.txt', bytesOf('log evil\n'))],
  'a manifest in UTF-16': [
    'bag',
    files => files.set('manifest-sha256.txt', new Uint8Array(Buffer.from('0  data/x\n', 'utf16le'))),
  ],
  'a manifest that lists a path outside': [
    'bag',
    files => files.set('manifest-sha256.txt', bytesOf(`${'0'.repeat(64)}  data/../../etc/passwd\n`)),
  ],
  'a manifest line without end': [
    'bag',
    files => files.set('manifest-sha256.txt', bytesOf('0'.repeat(10_000))),
  ],
  'a member twice in a line': ['bag', firstLine(line => line.replace('"index":0', '"index":0,"index":0'))],
  'a member twice in log.json': [
    'bag',
    files => edit(files, 'data/log.json', text => text.replace('"v":1', '"v":1,"v":1')),
  ],
  'a member twice in a statement': ['key', withPayload('{"v":1,"v":1}')],
  'the same line of events twice': [
    'sequence',
    files => editLines(files, events, lines => lines.toSpliced(1, 0, lines[0] ?? '')),
  ],
  'the same subject twice': [
    'bag',
    files => editLines(files, 'data/subjects.ndjson', lines => [...lines, lines.at(-1) ?? '']),
  ],
  'a subject of a megabyte': [
    'bag',
    files => editLines(files, 'data/subjects.ndjson', lines => lines.with(0, `${'x'.repeat(1_000_000)}\n`)),
  ],
  'a manifest that lists a file twice': [
    'bag',
    files =>
      files.set(
        'manifest-sha256.txt',
        bytesOf(textOf(files.get('manifest-sha256.txt')).replace(/^.*\n/, '$&$&')),
      ),
  ],
  'a size with an exponent': [
    'bag',
    files => edit(files, 'data/log.json', text => text.replace(/"size":(\d+)/, '"size":$1e0')),
  ],
  'a size above 2^53': [
    'bag',
    files => edit(files, 'data/log.json', text => text.replace(/"size":\d+/, '"size":9007199254740993')),
  ],
  'a member called __proto__': ['bag', firstLine(line => line.replace('{', '{"__proto__":{},'))],
};

t.test('hostile files are refused by name', async t => {
  for (const [name, [check, damage]] of Object.entries(hostile)) {
    const files = new Map(whole);
    damage(files);
    const { verdict, failed } = await verifyKept(memoryBag(files), { policy: log.policy });
    t.equal(failed?.check ?? verdict, check, `${name}: ${JSON.stringify(failed)}`);
  }
});

t.test('a million tiny files: the list is not read to its end', async t => {
  let listed = 0;
  const bag: Bag = {
    async *list() {
      for (; listed < 1_000_000; listed++) yield { path: `data/report/${listed}`, size: 1 };
    },
    async *open() {},
  };
  const { failed } = await verifyExport(bag, { policy: log.policy });
  t.equal(failed?.check, 'bag');
  t.ok(listed <= MAX_FILES + 1, `${listed} listed`);
});

t.test('a line that never ends is not held', async t => {
  const good = memoryBag(whole);
  const megabyte = new Uint8Array(1024 ** 2).fill(0x61);
  let given = 0;
  const bag: Bag = {
    list: good.list,
    async *open(path) {
      if (path !== 'manifest-sha256.txt') yield* good.open(path);
      else for (; given < 1000; given++) yield megabyte;
    },
  };
  const { failed } = await verifyExport(bag, { policy: log.policy });
  t.match(failed, { check: 'bag', where: 'manifest-sha256.txt' });
  t.ok(given <= 1, `${given} MiB read`);
});

t.test('a manifest of names that are no files is not held', async t => {
  const good = memoryBag(whole);
  let given = 0;
  const bag: Bag = {
    list: good.list,
    async *open(path) {
      if (path !== 'manifest-sha256.txt') yield* good.open(path);
      else for (; given < 1000; given++) yield bytesOf(`${'0'.repeat(64)}  data/report/${given}\n`);
    },
  };
  const { failed } = await verifyExport(bag, { policy: log.policy });
  t.match(failed, { check: 'bag', where: 'report/0' });
  t.equal(given, 0, `${given} lines read`);
});

t.test('broken bytes that no check expected are a verdict', async t => {
  const examiner = {
    ...createExaminer(),
    examine: () => Promise.reject(new FormatError('jcs', 'DEMO: nobody expected it')),
  };
  const { failed } = await verifyExport(memoryBag(whole), { policy: log.policy, examiner });
  t.same(failed, { check: 'jcs', where: '.', detail: 'DEMO: nobody expected it' });
});

t.test('a folder with links, devices or other names is refused, and nothing is written', async t => {
  const folder = join(await createTestFolder(t), 'export');
  for (const [path, content] of whole) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const report = join(folder, 'data/report');
  const verify = () => verifyExport(openFolderBag(folder), { policy: log.policy });
  t.equal((await verify()).verdict, 'ok');
  const before = await readdir(folder, { recursive: true });
  t.equal((await verify()).verdict, 'ok');
  t.same(await readdir(folder, { recursive: true }), before);
  await mkdir(report);
  const place = join(report, 'hostile');
  const put: Record<string, () => Promise<unknown>> = {
    'a link to a file': () => symlink(join(folder, 'bagit.txt'), place),
    'a link to a folder above': () => symlink(folder, place),
    'a link to nothing': () => symlink('/nowhere', place),
    'a pipe': () => promisify(execFile)('mkfifo', [place]),
    'a name with a space': () => writeFile(`${place} x`, ''),
    'a name in another script': () => writeFile(`${place}\u0430`, ''),
    'a name that is no UTF-8': () => writeFile(Buffer.from(`${place}\xff`, 'latin1'), ''),
  };
  put['folders deep inside one another'] = async () => {
    const inside = join(report, ...Array.from({ length: 60 }, () => 'd'));
    await mkdir(inside, { recursive: true });
    await writeFile(join(inside, 'x'), '');
  };
  put['two names that are equal but for case'] = () =>
    Promise.all([writeFile(place, ''), writeFile(join(report, 'HOSTILE'), '')]);
  for (const [name, make] of Object.entries(put)) {
    await make();
    const { failed } = await verify();
    t.equal(failed?.check, 'bag', `${name}: ${JSON.stringify(failed)}`);
    await promisify(execFile)('rm', ['-r', report]);
    await mkdir(report);
  }
});
