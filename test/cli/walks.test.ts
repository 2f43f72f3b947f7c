import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import t from 'tap';
import { makeQuickstart } from '../../src/cli/cast/quickstart.js';
import { DeviceHome } from '../../src/cli/home.js';
import { createOutput } from '../../src/cli/output.js';
import { startServer } from '../../src/server.js';
import { root } from '../architecture/source-files.js';
import { sha256Of } from '../helpers/memory-bag.js';
import { createTestDatabase } from '../helpers/test-database.js';
import { unzip } from '../helpers/unzip.js';

const run = promisify(execFile);

/** The commands of a document that a reader pastes: its blocks for bash, from a heading on. */
async function pasted(file: string, heading = ''): Promise<string> {
  const text = await readFile(join(root, file), 'utf8');
  const section = text
    .slice(text.indexOf(heading))
    .split(/\n## /)
    .slice(0, heading === '' ? undefined : 1);
  return [...section.join('\n## ').matchAll(/```bash\n(.*?)```/gs)].map(([, block]) => block).join('\n');
}

// A process for each command, fifty of them.
t.setTimeout(900_000);

t.test('README, the day in the laboratory and that in the legal office run as they are written', async t => {
  const { serviceUrl } = await createTestDatabase(t);
  const folder = t.testdir({});
  const home = join(folder, '.scelle');
  await makeQuickstart(home, serviceUrl, createOutput('en', true));
  const server = await startServer({
    ...{ home, serviceUrl, host: '127.0.0.1', port: 0, logKeyPassphrase: null, now: Date.now, logger: false },
  });
  t.teardown(() => server.stop());
  const device = new DeviceHome(home);
  await device.saveDevice({ ...(await device.device()), service: server.url });

  // As `npx scelle` does where the package is: the command of this build.
  await mkdir(join(folder, 'bin'));
  const command = `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(root, 'dist/src/cli/main.js')}" "$@"\n`;
  await writeFile(join(folder, 'bin/npx'), command, { mode: 0o755 });
  const commands = await Promise.all([
    pasted('README.md', '## Ten minutes'),
    pasted('docs/laboratory.md'),
    pasted('docs/release.md'),
  ]);
  const { stdout, stderr } = await run('bash', ['-c', commands.join('\n')], {
    cwd: folder,
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
    maxBuffer: 2 ** 24,
  });
  const shown = `${stdout}\n${stderr}`;
  const refused = [...shown.matchAll(/^ {2}(?:\S+ )?\[([\w.-]+)\]/gm)].map(([, rule]) => rule);
  t.same(
    [...new Set(refused)].sort(),
    ['examination.examiner-reviews', 'release.death-penalty-law', 'scene.not-cleared'],
    'what is refused is what the documents say is refused',
  );
  t.match(
    stdout,
    / {4}DEMO-RELEASE-1 {2}.*\n(?: {4}.*\n){0,2} {4}Outcome: .*\(JOINED_TO_FILE\)/,
    'the register at the end',
  );
  t.match(stdout, /^SHA-256 of tagmanifest-sha256\.txt: [0-9a-f]{64}, as event #\d+ of the log states it/m);
  for (const page of ['examination-receipt.html', 'examination-report.html', 'decision.html'])
    t.match(await readFile(join(folder, page), 'utf8'), /DEMO/, page);
  const bag = await unzip(await readFile(join(folder, 'dossier.zip')));
  const photograph = await readFile(join(folder, 'photograph.png'));
  const sha256 = sha256Of(photograph);
  t.match(
    stdout,
    new RegExp(`- ${sha256}\\n {5}.*\\(CLEANED\\)\\n {5}bound by [\\w-]{43}\\n`),
    'the rule is a cleaned copy',
  );
  t.ok(bag.files.get(`data/file/${sha256}`)?.equals(photograph), 'GATE-8: the original was let go');
});
