import { readdir } from 'node:fs/promises';
import t from 'tap';
import { runDemoCommand, temporaryFolder } from '../helpers/demo-command.js';

for (const moment of ['PostgreSQL', 'GATE-3']) {
  t.test(`interrupted at ${moment} it cleans up, and says so to whoever started it`, async t => {
    const folder = await temporaryFolder(t);
    const command = runDemoCommand(['--lang', 'en', 'demo'], { TMPDIR: folder });
    t.teardown(() => command.process.kill('SIGKILL'));
    await command.says(moment);
    command.process.kill('SIGINT');
    command.process.kill('SIGINT');
    t.equal((await command.ended).code, 130);
    t.same(await readdir(folder), [], 'nothing is left behind');
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
