import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import t from 'tap';
import { root } from '../architecture/source-files.js';
import { sampleFolder } from '../helpers/sample-export.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { skipWithoutVectors } from '../helpers/vectors.js';

const run = promisify(execFile);
const policy = fileURLToPath(new URL('../../../../shared/vectors/custody-log/policy.txt', import.meta.url));

t.test(
  'RQ-78: scelle-verify.mjs runs on a bare Node, in an empty folder outside the project',
  {
    skip: skipWithoutVectors,
  },
  async t => {
    const folder = join(await createTestFolder(t), 'empty');
    await mkdir(folder);
    const program = join(folder, 'scelle-verify.mjs');
    await run(process.execPath, [join(root, 'scripts/bundle-verifier.mjs'), program]);
    const environment = { cwd: folder, env: {} };
    for (const name of ['complete', 'partial', 'withheld']) {
      const args = [program, sampleFolder(name), '--policy', policy, '--json'];
      const { stdout, stderr } = await run(process.execPath, args, environment);
      t.equal(JSON.parse(stdout).verdict, 'ok', name);
      t.equal(stderr, '', 'no warning, nothing else');
    }
    const failing = run(process.execPath, [program, sampleFolder('partial')], environment);
    await t.rejects(failing, { code: 6, stdout: /^NOT CHECKED: give --policy/ });
    await t.rejects(run(process.execPath, [program], environment), { code: 2 });
    const german = run(process.execPath, [program, '--lang', 'de', '--policy', policy], environment);
    await t.rejects(german, { code: 2, stderr: /--lang <language> takes one of en, fr, not de/ });
    t.same(await readdir(folder), ['scelle-verify.mjs'], 'it writes nothing');
  },
);
