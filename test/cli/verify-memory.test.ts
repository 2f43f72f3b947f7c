import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { bytesOf, type Files, sealBag } from '../helpers/bag-files.js';
import { forgeExport } from '../helpers/forged-export.js';
import { ForgedLog } from '../helpers/forged-log.js';
import { found } from '../helpers/forged-story.js';
import { manyEntries } from '../helpers/many-entries.js';
import { rawZip } from '../helpers/raw-zip.js';
import { runScelle } from '../helpers/scelle-program.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(600_000);

const log = await ForgedLog.prepare();
await found(log);
const good = await forgeExport(log);

/** docs/performance.md names the same. */
const MAX_HEAP_MIB = 128;
const MAX_PEAK_MIB = 512;

const zip = (files: Files) =>
  rawZip([...files].map(([path, data]) => ({ name: `export/${path}`, data, deflated: true })));
const withFile = (path: string, content: Uint8Array) => zip(sealBag(new Map(good).set(path, content)));
const huge = () => new Uint8Array(100 * 1024 ** 2);

/** What is hostile about it, and the check that it fails; `ok` where nothing is wrong but its size. */
const hostile: Readonly<Record<string, readonly [check: string, make: () => Uint8Array]>> = {
  'a small export': ['ok', () => zip(good)],
  'a file that unpacks to a thousand times its size': ['ok', () => withFile('data/report/zeros', huge())],
  'a ZIP that says that it unpacks to 3 GiB': [
    'bag',
    () => {
      const bomb = {
        name: 'export/data/report/zeros',
        data: bytesOf('0'),
        size: 3 * 1024 ** 3,
        deflated: true,
      };
      return rawZip([bomb]);
    },
  ],
  'a million files': ['bag', () => manyEntries(1_000_000)],
  'one line of 100 MiB': ['bag', () => withFile('data/events.ndjson', huge().fill(0x61))],
  'one line of 100 MiB for a subject': ['bag', () => withFile('data/subjects.ndjson', huge().fill(0x61))],
};

t.test('a hostile export is refused within the memory that a verifier has', async t => {
  const cwd = await createTestFolder(t);
  await writeFile(join(cwd, 'policy.txt'), log.policy);
  const reporter = new URL('../helpers/report-peak-memory.js', import.meta.url).href;
  const flags = [`--max-old-space-size=${MAX_HEAP_MIB}`, `--import=${reporter}`];
  for (const [name, [check, make]] of Object.entries(hostile)) {
    await writeFile(join(cwd, 'export.zip'), make());
    const words = ['--json', 'verify', 'export.zip', '--policy', 'policy.txt'];
    const { stdout, stderr } = await runScelle(words, { cwd, flags });
    const { verdict, failed } = JSON.parse(stdout === '' ? '{}' : stdout);
    t.equal(failed?.check ?? verdict, check, `${name}: ${stderr.slice(-300)}`);
    const [, peak] = /peak (\d+)\n$/.exec(stderr) ?? [];
    t.comment(`${name}: ${peak} MiB`);
    t.ok(Number(peak) < MAX_PEAK_MIB, `${name}: ${peak} MiB`);
  }
});
