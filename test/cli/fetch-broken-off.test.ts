import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';

t.setTimeout(120_000);

const program = join(import.meta.dirname, '../helpers/runs/slow-fetch.js');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  for (const name of ['dossier.zip', 'dossier']) {
    t.test(`a fetch tells how far it is, and broken off by ${signal} leaves nothing: ${name}`, async t => {
      const folder = t.testdir({});
      const child = spawn(process.execPath, [program, join(folder, name)]);
      t.teardown(() => child.kill('SIGKILL'));
      const ended = once(child, 'exit');
      let told = '';
      child.stderr.setEncoding('utf8');
      for await (const text of child.stderr) {
        const before = told;
        told += text;
        if (told.includes('%') && !before.includes('%')) {
          const received = await readdir(folder);
          t.ok(received.length === 1 && !received.includes(name), `what comes has no name yet: ${received}`);
          child.kill(signal);
        }
      }
      t.same(await ended, [2, null], 'it ends by itself');
      t.match(told, /10 % {2}100\/1000/);
      t.match(told, 'interrompu : ce qui avait été reçu a été supprimé');
      t.same(await readdir(folder), []);
    });
  }
}
