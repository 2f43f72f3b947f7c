import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { foundDemoLog } from '../../src/cli/cast/found-demo-log.js';
import { officersFolder, Stage } from '../../src/cli/cast/stage.js';
import { Service, ServiceProblem } from '../../src/client/index.js';
import {
  base64Bytes,
  consistencyProofFromTiles,
  formatVerifierKey,
  parsePolicy,
  verifyConsistency,
  verifyReceipt,
} from '../../src/log/index.js';
import { makeDatabaseAvailable } from '../../src/store/available-database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/store/embedded/index.js';
import { findPostmaster } from '../../src/store/embedded/postmaster.js';
import { openLogKeys } from '../../src/store/log-key-file.js';
import { type OpenLog, openLog } from '../../src/store/open-log.js';
import { storedTiles } from '../../src/store/tiles.js';
import { checkLog } from '../helpers/check-log.js';
import { startScelle } from '../helpers/scelle-program.js';
import { type Held, Senders, seededRandom } from '../helpers/sending.js';
import { createTestFolder } from '../helpers/test-folder.js';

const clients = 4;
const batchesARound = 24;

/** A founded log in a home of its own with embedded PostgreSQL, and nothing running. */
async function foundHome(t: Test) {
  const folder = await createTestFolder(t);
  const home = join(folder, 'home');
  const database = await makeDatabaseAvailable({ home, databaseUrl: null, ownerUrl: null });
  const demo = await foundDemoLog(home, database.serviceUrl, Date.now);
  await database.stop();
  const stage = new Stage(demo, 'http://127.0.0.1:1', officersFolder(home), Date.now);
  const serve = () => startScelle(t, ['--home', home, 'serve', '--port', '0'], { cwd: folder });
  return { home, stage, serve, postgres: join(home, 'postgres') };
}

/** An officer of his own in each batch: no batch depends on another. */
function newcomer(stage: Stage, label: string) {
  return stage.sign([
    {
      subject: `officer/${stage.newId()}`,
      type: 'officer.registered',
      by: 'DEMO-REG-1/REG',
      countersigned: ['DEMO-REG-2/REG as registrar'],
      body: { name: label, unit: null, kind: 'PERSON', national: false },
    },
  ]);
}

async function killDatabase(postgres: string): Promise<void> {
  const server = await findPostmaster(join(postgres, 'data'));
  if (server !== null) process.kill(server.pid, 'SIGKILL');
}

t.test(
  'done when: kill -9 of the service at random moments under load, then a restart: every receipt a client holds is proven',
  async t => {
    const seed = Number(process.env.SCELLE_TEST_SEED ?? randomInt(2 ** 31));
    t.comment(`SCELLE_TEST_SEED=${seed}`);
    const random = seededRandom(seed);
    const { home, stage, serve, postgres } = await foundHome(t);
    const senders = new Senders();
    let batches = 0;
    for (let round = 0; round < 5; round++) {
      const service = await serve();
      const before = senders.held.length;
      for (let n = 0; n < batchesARound; n++) senders.add(await newcomer(stage, `DEMO-${round}-${n}`));
      batches += batchesARound;
      const sending = senders.send(service.started.url, clients);
      // Rounds in which the first answer is waited for, and rounds in which there may be none.
      while (round % 2 === 0 && senders.held.length === before) await sleep(1);
      await sleep(random() * 250);
      const withDatabase = random() < 0.5 || round === 3;
      if (withDatabase) await killDatabase(postgres);
      t.equal(
        await service.end('SIGKILL'),
        null,
        `round ${round}${withDatabase ? ', and its database' : ''}`,
      );
      await sending;
    }
    t.ok(senders.held.length > 0, `${senders.held.length} batches were answered before a kill`);
    t.ok(senders.waiting.length > 0, `${senders.waiting.length} were not`);

    // Two services share the home: they take turns on the log's row and on the vault.
    const [one, two] = [await serve(), await serve()];
    await Promise.all([senders.send(one.started.url, clients), senders.send(two.started.url, clients)]);
    t.equal(senders.held.length, batches, 'every batch is in the log');
    const log = await openHome(t, home);
    const { size, signed, rows } = await checkLog(t, log);
    t.equal(size, 6 + 2 * batches, 'nothing twice, nothing half');
    t.equal(signed, size);
    t.equal(rows.officer, 2 + batches);
    for (const held of senders.held) await checkHeld(t, log, stage, two.started.url, held);
    t.equal(await one.end('SIGTERM'), 0);
    t.equal(await two.end('SIGTERM'), 0);
  },
);

async function openHome(t: Test, home: string): Promise<OpenLog> {
  const server: EmbeddedPostgres = await startEmbeddedPostgres({ directory: join(home, 'postgres') });
  const log = await openLog({
    serviceUrl: server.serviceUrl,
    vaultFolder: join(home, 'vault'),
    filesFolder: join(home, 'files'),
    logKeys: await openLogKeys(join(home, 'log.key'), null),
    now: Date.now,
  });
  t.teardown(() => log.close().then(() => server.stop()));
  return log;
}

/** The receipt as it was given is good, its tree is the beginning of today's, and the same batch has the same place. */
async function checkHeld(
  t: Test,
  log: OpenLog,
  stage: Stage,
  url: string,
  { submitted, receipts }: Held,
): Promise<void> {
  const policy = parsePolicy(`log ${formatVerifierKey(log.logKeys.first.key)}\nquorum none\n`);
  const check = async (text: string, { proof, subjectSalt }: Held['receipts'][number]) => {
    const [jws = ''] = text.split('~');
    const salt = base64Bytes(subjectSalt, 'leaf');
    return verifyReceipt({ jws, proof, subjectSalt: salt }, policy, async kid => stage.keyOf(kid));
  };
  const { size, root } = await log.vault.read();
  const again = await new Service({ url, language: 'en', fetch }).submit(submitted);
  for (const [position, receipt] of receipts.entries()) {
    const text = submitted[position] ?? '';
    const { checkpoint, index } = await check(text, receipt);
    const proof = await consistencyProofFromTiles(checkpoint.size, size, storedTiles(log.db));
    verifyConsistency({ oldSize: checkpoint.size, oldRoot: checkpoint.root, size, root, proof });
    const fresh = again[position];
    if (fresh === undefined || fresh.index !== index || fresh.leaf !== receipt.leaf) {
      t.fail(`leaf ${index} has another place`);
    } else {
      t.equal((await check(text, fresh)).checkpoint.size, size, 'and under the new checkpoint');
    }
  }
}

t.test(
  'a database that is killed under a running service comes back; meanwhile 503, and nothing is done twice',
  async t => {
    const { stage, serve, postgres } = await foundHome(t);
    const service = await serve();
    const { url } = service.started;
    for (let round = 0; round < 2; round++) {
      const senders = new Senders();
      for (let n = 0; n < 8; n++) senders.add(await newcomer(stage, `DEMO-${round}-${n}`));
      const away = await sendWithoutDatabase(url, senders.waiting[0] ?? [], postgres);
      t.equal(away.status, 503);
      t.match(away.headers.get('retry-after'), /^\d+$/);
      t.match(await away.json(), { code: 'unavailable', reason: 'database' });
      while ((await fetch(`${url}/health/ready`)).status === 503) await sleep(50);
      t.equal((await fetch(`${url}/health/live`)).status, 200);
      await senders.send(url, clients);
      t.equal(senders.held.length, 8, 'without a restart of the service');
      const client = new Service({ url, language: 'en', fetch });
      for (const { submitted, receipts } of senders.held) {
        const again = await client.submit(submitted).catch((error: unknown) => {
          throw error instanceof ServiceProblem ? new Error(JSON.stringify(error.problem)) : error;
        });
        t.same(again.map(placeOf), receipts.map(placeOf));
      }
    }
    t.match(service.log(), /PostgreSQL had ended and was started again/);
    t.equal(await service.end('SIGTERM'), 0);
  },
);

/** The server may be back before a slow machine has sent anything: then it is killed once more. */
async function sendWithoutDatabase(
  url: string,
  events: readonly string[],
  postgres: string,
): Promise<Response> {
  for (let tries = 1; ; tries++) {
    await killDatabase(postgres);
    const answer = await fetch(`${url}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ events }),
    });
    if (answer.status !== 201 || tries === 10) return answer;
  }
}

function placeOf({ index, leaf, eventId }: Held['receipts'][number]) {
  return { index, leaf, eventId };
}
