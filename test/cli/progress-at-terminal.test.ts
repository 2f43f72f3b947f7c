import { execFile, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import t from 'tap';

const run = promisify(execFile);
const program = join(import.meta.dirname, '../helpers/runs/printing-progress.js');
const plain = { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', TERM: 'xterm' };

/** `script` of util-linux gives a program a terminal and keeps what it wrote there. */
const missing =
  spawnSync('script', ['--version']).error === undefined ? false : 'script (util-linux) is not installed';

/** All that came to the terminal. */
async function atTerminal(total: number, last: number): Promise<string> {
  const command = `stty cols 60; ${process.execPath} ${program} ${total} ${last}`;
  const { stdout } = await run('script', ['-qec', command, '/dev/null'], { env: plain });
  return stdout;
}

t.test(
  'at a terminal a dossier that is printed shows a bar that grows and is gone at its end',
  { skip: missing },
  async t => {
    const shown = await atTerminal(4, 4);
    const steps = [...shown.matchAll(/images et volumes (█*)(░*) (\d)\/4/g)];
    t.ok(steps.length >= 4, 'it was drawn as it went on');
    const lengths = steps.map(([, full = '']) => full.length);
    t.same(
      lengths,
      [...lengths].sort((one, other) => one - other),
      'it grows',
    );
    t.equal(steps.at(-1)?.[3], '4');
    t.equal(steps.at(-1)?.[2], '', 'to the end');
    t.match(shown, '\u001b[2Kfin', 'its line is cleared before what follows');
    t.match(shown, '\u001b[?7h', 'the terminal wraps lines again');
  },
);

t.test('broken off it leaves the terminal as it was', { skip: missing }, async t => {
  const shown = await atTerminal(4, 2);
  t.match(shown, '2/4');
  t.match(shown, '\u001b[2Kfin');
  t.match(shown, '\u001b[?7h');
});

t.test('in a script nothing is drawn', async t => {
  const { stdout, stderr } = await run(process.execPath, [program, '4', '4'], { env: plain });
  t.same([stdout, stderr], ['fin\n', '']);
});
