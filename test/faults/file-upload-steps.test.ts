import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import t from 'tap';
import { buildApp } from '../../src/http/app.js';
import { findFile, settleUploads } from '../../src/store/files/uploads.js';
import { openLog } from '../../src/store/open-log.js';
import { createFaultProxy } from '../helpers/fault-proxy.js';
import { createTestStage } from '../helpers/test-stage.js';
import { connectionOf, enlistUploaders, sha256Of } from '../helpers/uploads.js';

/** Where the connection to the database breaks, and whether the file is recorded all the same. */
const breaks = [
  ['pg_advisory_xact_lock', 'before', false],
  ['delete from "file"', 'after', false],
  ['insert into "file"', 'before', false],
  ['insert into "file"', 'after', false],
  ['commit\0', 'before', false],
  ['commit\0', 'after', true],
] as const;

t.test(
  'a database that goes away while a file is taken over: 503, and bytes and row agree again',
  async t => {
    const testStage = await createTestStage(t);
    await enlistUploaders(testStage);
    const proxy = await createFaultProxy(t, testStage.database.serviceUrl);
    const { home, clock } = testStage;
    const log = await openLog({
      serviceUrl: proxy.url,
      vaultFolder: join(home, 'vault'),
      filesFolder: join(home, 'files'),
      logKeys: testStage.log.logKeys,
      now: () => clock.now,
    });
    t.teardown(() => log.close());
    const app = await buildApp({ log, logger: false });
    t.teardown(() => app.close());
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    const officer = await connectionOf({ ...testStage, app, url }, 'DEMO-WIT-1');
    const later = Date.now() + 60_000;

    for (const [statement, when, recorded] of breaks) {
      const title = `${statement.replace('\0', '')}, ${when}`;
      const bytes = randomBytes(1_000);
      const sha256 = sha256Of(bytes);
      const body = bytes as Uint8Array<ArrayBuffer>;
      const put = () => officer.request(`/v1/files/${sha256}`, { method: 'PUT', body });
      proxy.arm({ statement, when });
      const away = await put();
      t.ok(proxy.broke(), `${title}: it broke`);
      t.equal(away.status, 503, title);
      t.match(await away.json(), { code: 'unavailable', reason: 'database' }, title);
      // What a crash would leave is there too: the next run of the service settles it.
      t.equal((await findFile(testStage.log.db, sha256)) !== undefined, recorded, title);
      await settleUploads(testStage.log.db, log.files, later);
      t.equal(
        await log.files.sizeOf(sha256),
        recorded ? 1_000 : undefined,
        `${title}: bytes as the row says`,
      );
      t.equal((await put()).status, 204, `${title}: sent again`);
      t.equal(await log.files.sizeOf(sha256), 1_000);
    }
    t.same(await readdir(join(home, 'files', 'incoming')), [], 'nothing is left on its way');

    await t.test('an upload in parts keeps its bytes until the database is back', async t => {
      const bytes = randomBytes(1_000);
      const sha256 = sha256Of(bytes);
      const tus = { 'tus-resumable': '1.0.0' };
      const metadata = `sha256 ${Buffer.from(sha256).toString('base64')}`;
      const begun = await officer.request('/v1/uploads', {
        method: 'POST',
        headers: { ...tus, 'upload-length': '1000', 'upload-metadata': metadata },
      });
      const path = begun.headers.get('location') ?? '';
      proxy.arm({ statement: 'pg_advisory_xact_lock', when: 'before' });
      const away = await officer.request(path, {
        method: 'PATCH',
        headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
        body: bytes as Uint8Array<ArrayBuffer>,
      });
      t.equal(away.status, 503);
      const asked = await officer.request(path, { method: 'HEAD', headers: tus });
      t.equal(asked.headers.get('upload-offset'), '1000', 'it is taken over now');
      t.equal(await log.files.sizeOf(sha256), 1_000);
    });
  },
);
