import t from 'tap';
import { problemKinds } from '../../src/http/problem/problem.js';
import { unavailableReasons } from '../../src/http/problem/unavailable-reasons.js';
import { readCode } from './source-files.js';

/** Problems that no test is told, each with the reason. */
const untold: Readonly<Record<string, string>> = {
  'upload-interrupted': 'its sender is gone before he could be told',
};

t.test('every problem and every reason is given by some code, and known to some test', async t => {
  const tables = ['src/http/problem/problem.ts', 'src/http/schemas/'];
  const program = (await readCode('src')).filter(({ path }) => !tables.some(table => path.startsWith(table)));
  const tests = (await readCode('test')).filter(({ path }) => !path.startsWith('test/architecture/'));
  const given = program.map(({ text }) => text).join('\n');
  const known = tests.map(({ text }) => text).join('\n');
  for (const code of [...Object.keys(problemKinds), ...Object.keys(unavailableReasons)]) {
    t.ok(given.includes(`'${code}'`), `${code} is given`);
    if (code in untold) continue;
    t.ok(new RegExp(`['"\`/]${code}\\b`).test(known), `${code} is tested`);
  }
});
