import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import t from 'tap';
import { createTestFolder } from '../helpers/test-folder.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const linter = join(root, 'node_modules/@redocly/cli/bin/cli.js');
const kept = join(root, 'openapi/scelle.v1.json');

/** What the linter says; it asks nobody on the network. */
async function lint(file: string): Promise<{ readonly code: number; readonly said: string }> {
  const args = [linter, 'lint', file, '--config', join(root, 'redocly.yaml'), '--lint-config', 'error'];
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  try {
    const { stdout, stderr } = await run(process.execPath, args, { cwd: root, env });
    return { code: 0, said: `${stdout}${stderr}` };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: `${stdout}${stderr}` };
  }
}

t.test('the OpenAPI document passes a strict linter', async t => {
  const { code, said } = await lint(kept);
  t.equal(code, 0, said);
});

t.test('the linter does refuse: an operation without words, an example that is wrong', async t => {
  const document = JSON.parse(await readFile(kept, 'utf8'));
  delete document.paths['/v1/evidence'].get.description;
  document.paths['/health/live'].get.responses['200'].content['application/json'].example = { status: 1 };
  const spoiled = join(await createTestFolder(t), 'spoiled.json');
  await writeFile(spoiled, JSON.stringify(document));
  const { code, said } = await lint(spoiled);
  t.not(code, 0);
  t.match(said, /operation-description/);
  t.match(said, /no-invalid-media-type-examples/);
});
