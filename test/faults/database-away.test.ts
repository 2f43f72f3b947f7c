import { join } from 'node:path';
import t from 'tap';
import { foundDemoLog } from '../../src/cli/cast/found-demo-log.js';
import { officersFolder, Stage } from '../../src/cli/cast/stage.js';
import { type ReceiptAnswer, submissionOf } from '../../src/client/index.js';
import { startServer } from '../../src/server.js';
import { openDatabase } from '../../src/store/database.js';
import { openLogKeys } from '../../src/store/log-key-file.js';
import { openLog } from '../../src/store/open-log.js';
import type { Database } from '../../src/store/schema/index.js';
import { checkLog } from '../helpers/check-log.js';
import { createFaultProxy } from '../helpers/fault-proxy.js';
import { createTestDatabase } from '../helpers/test-database.js';
import { createTestFolder } from '../helpers/test-folder.js';

/** Where the connection breaks, and whether the batch is in the log all the same. */
const breaks = [
  ['insert into event', 'before', false],
  ['insert into event', 'after', false],
  // Up to the end of the statement: that a transaction is `read committed` is said at its beginning.
  ['commit\0', 'before', false],
  ['commit\0', 'after', true],
  ['insert into "checkpoint"', 'before', true],
] as const;

t.test('a database that goes away in the middle of a batch and comes back, over HTTP', async t => {
  const home = await createTestFolder(t);
  const { serviceUrl } = await createTestDatabase(t);
  const proxy = await createFaultProxy(t, serviceUrl);
  const now = Date.now;
  const demo = await foundDemoLog(home, serviceUrl, now);
  const server = await startServer({
    home,
    serviceUrl: proxy.url,
    host: '127.0.0.1',
    port: 0,
    logKeyPassphrase: null,
    now,
    logger: false,
  });
  t.teardown(() => server.stop());
  const stage = new Stage(demo, server.url, officersFolder(home), now);
  const db = openDatabase<Database>(serviceUrl, { maxConnections: 1 });
  t.teardown(() => db.destroy());
  const send = (events: readonly string[]) =>
    fetch(`${server.url}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'fr' },
      body: JSON.stringify({ events }),
    });

  let size = 6;
  for (const [statement, when, stored] of breaks) {
    const title = `${statement.replace('\0', '')}, ${when}`;
    const batch = await stage.sign([
      {
        subject: `officer/${stage.newId()}`,
        type: 'officer.registered',
        by: 'DEMO-REG-1/REG',
        countersigned: ['DEMO-REG-2/REG as registrar'],
        body: { name: `DEMO ${title}`, unit: null, kind: 'PERSON', national: false },
      },
    ]);
    const submitted = submissionOf(batch);
    proxy.arm({ statement, when });
    const away = await send(submitted);
    t.ok(proxy.broke(), `${title}: it broke`);
    t.equal(away.status, 503, title);
    t.equal(away.headers.get('retry-after'), '5', title);
    t.match(await away.json(), { code: 'unavailable', reason: 'database', detail: /base de données/ }, title);
    const count = (await db.selectFrom('event').select('log_index').execute()).length;
    t.equal(count, size + (stored ? 2 : 0), `${title}: whole or not at all`);

    const answers = [await send(submitted), await send(submitted)];
    const [first = [], second] = await Promise.all(answers.map(receiptsIn));
    t.same(
      answers.map(answer => answer.status),
      [201, 201],
      title,
    );
    t.same(
      first.map(({ index }) => index),
      [size, size + 1],
      title,
    );
    t.same(first, second, `${title}: the same index and leaf`);
    size += 2;
  }
  const log = await openLog({
    serviceUrl,
    vaultFolder: join(home, 'vault'),
    filesFolder: join(home, 'files'),
    logKeys: await openLogKeys(join(home, 'log.key'), null),
    now,
  });
  t.teardown(() => log.close());
  t.equal((await checkLog(t, log)).size, size);
});

async function receiptsIn(answer: Response): Promise<readonly ReceiptAnswer[]> {
  const { receipts } = (await answer.json()) as { readonly receipts: readonly ReceiptAnswer[] };
  return receipts;
}
