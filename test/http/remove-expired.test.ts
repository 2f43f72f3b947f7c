import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { foundDemoLog } from '../../src/cli/cast/found-demo-log.js';
import { fileTerms, removeExpired } from '../../src/http/files/remove-expired.js';
import { startServer } from '../../src/server.js';
import { foundingSop } from '../helpers/founding-sop.js';
import { createTestDatabase } from '../helpers/test-database.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { createTestStage } from '../helpers/test-stage.js';
import { connectionOf, enlistUploaders, nameFile, sha256Of } from '../helpers/uploads.js';

const dayMs = 86_400_000;

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap(entry => (entry.isFile() && entry.name !== foundingSop ? [entry.name] : []));
}

t.test('design section 4: what nothing names expires, what an event names stays', async t => {
  const testStage = await createTestStage(t);
  const { log, clock, home } = testStage;
  const stock = await enlistUploaders(testStage);
  const officer = await connectionOf(testStage, 'DEMO-WIT-1');
  const [named, unnamed] = [randomBytes(100), randomBytes(100)];
  for (const bytes of [named, unnamed]) {
    const body = bytes as Uint8Array<ArrayBuffer>;
    await officer.request(`/v1/files/${sha256Of(bytes)}`, { method: 'PUT', body });
  }
  await nameFile(testStage, stock, 'DEMO-000001', named);
  const diskNow = Date.now();
  clock.now += 29 * dayMs;
  t.equal(await removeExpired(log, diskNow), 0);
  clock.now += 2 * dayMs;
  t.equal(await removeExpired(log, diskNow), 1);
  t.same(await filesUnder(join(home, 'files')), [sha256Of(named)]);
  clock.now += 400 * dayMs;
  t.equal(await removeExpired(log, diskNow), 0, 'named: however old');
});

t.test('a service that starts clears up after one that died, and a fault there does not end it', async t => {
  const home = await createTestFolder(t);
  const { serviceUrl } = await createTestDatabase(t);
  await foundDemoLog(home, serviceUrl, Date.now);
  const [incoming, uploads] = [join(home, 'files', 'incoming'), join(home, 'files', 'uploads')];
  for (const folder of [incoming, uploads]) await mkdir(folder, { recursive: true });
  const left = [
    [join(incoming, 'half-an-upload'), fileTerms.abandoned],
    [join(incoming, 'f'.repeat(64)), fileTerms.abandoned],
    [join(uploads, 'b'.repeat(40)), fileTerms.unfinished],
    [join(uploads, `${'b'.repeat(40)}.json`), fileTerms.unfinished],
  ] as const;
  for (const [path, term] of left) {
    await writeFile(path, 'x');
    const died = (Date.now() - term - 60_000) / 1000;
    await utimes(path, died, died);
  }
  await writeFile(join(uploads, 'c'.repeat(40)), 'under way');
  const lines: string[] = [];
  const start = () =>
    startServer({
      home,
      serviceUrl,
      host: '127.0.0.1',
      port: 0,
      logKeyPassphrase: null,
      now: Date.now,
      logger: { level: 'error', stream: { write: (line: string) => lines.push(line) } },
    });

  const server = await start();
  t.same(await filesUnder(join(home, 'files')), ['c'.repeat(40)]);
  t.same(lines, []);
  await server.stop();

  await rm(incoming, { recursive: true });
  await writeFile(incoming, 'no folder');
  await t.rejects(start(), 'a store that is none is found at the start');
  await rm(incoming);
  await mkdir(incoming);
  // A folder where only files are expected cannot be removed as one.
  await mkdir(join(incoming, 'folder'));
  await utimes(join(incoming, 'folder'), 1, 1);
  const damaged = await start();
  t.match(lines.join(''), /expired files could not be removed/);
  t.equal((await fetch(`${damaged.url}/health/live`)).status, 200);
  await damaged.stop();
});
