import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../architecture/source-files.js';

const run = promisify(execFile);

/**
 * Pastes the commands that the README gives an auditor, in a folder that holds what the line before them makes: the
 * demonstration's folder and the verifier.
 * @param cwd an empty folder; `demo` what `scelle demo --out` left
 * @returns what was printed
 * @throws where one of them fails
 */
export async function pasteAuditorsMinutes(cwd: string, demo: string): Promise<string> {
  await symlink(demo, join(cwd, 'demo-kept'));
  await mkdir(join(cwd, 'dist'));
  await run(process.execPath, [
    join(root, 'scripts/bundle-verifier.mjs'),
    join(cwd, 'dist/scelle-verify.mjs'),
  ]);
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, section = ''] = readme.split("\n## An auditor's first five minutes\n");
  const [, block = ''] = /```bash\n(.*?)```/s.exec(section) ?? [];
  const [making, ...commands] = block.split('\n');
  if (making !== 'npm run demo -- --out demo-kept') throw new Error(`another first line: ${making}`);
  const { stdout } = await run('bash', ['-e', '-c', commands.join('\n')], {
    cwd,
    env: { PATH: process.env.PATH },
  });
  return stdout;
}
