import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { runDemoCommand, temporaryFolder } from '../helpers/demo-command.js';

for (const moment of ['PostgreSQL', 'GATE-3']) {
  t.test(`interrupted at ${moment}, twice as npm does it: nothing stays, nothing runs on`, async t => {
    const folder = await temporaryFolder(t);
    const out = join(folder, 'out');
    const command = runDemoCommand(['--lang', 'en', 'demo', '--out', out], { TMPDIR: folder });
    t.teardown(() => command.process.kill('SIGKILL'));
    await command.says(moment);
    command.process.kill('SIGINT');
    command.process.kill('SIGINT');
    t.equal((await command.ended).code, 130);
    t.same(await readdir(folder), [], 'the same command can be given again');
  });
}

t.test('a reader who goes away interrupts too', async t => {
  const folder = await temporaryFolder(t);
  const command = runDemoCommand(['--lang', 'en', 'demo'], { TMPDIR: folder });
  t.teardown(() => command.process.kill('SIGKILL'));
  await command.says('DEMO-WIT-1');
  command.process.stdout?.destroy();
  t.equal((await command.ended).code, 130);
  t.same(await readdir(folder), [], 'nothing is left behind');
});

t.test('a folder that holds something is left alone', async t => {
  const folder = await temporaryFolder(t);
  const { code, stderr } = await runDemoCommand(['--lang', 'en', 'demo', '--out', '/usr'], { TMPDIR: folder })
    .ended;
  t.equal(code, 2);
  t.match(stderr, /not empty/);
});
