import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { createTestDatabase } from '../test-database.js';

/** Written when the test hangs: the process group of tap. */
const hangingFile = 'hanging';

/** For the test of the runner: has a database and never ends. */
t.test('for ever', async t => {
  await createTestDatabase(t);
  await writeFile(join(tmpdir(), hangingFile), String(process.ppid));
  await new Promise(() => setInterval(() => {}, 1_000_000));
});
