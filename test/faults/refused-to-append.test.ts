import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import t from 'tap';
import { Appender } from '../../src/store/appender/appender.js';
import { AppendUnavailable, type Receipt } from '../../src/store/appender/outcome.js';
import { openDatabase } from '../../src/store/database.js';
import { openLog } from '../../src/store/open-log.js';
import { rebuildInto } from '../../src/store/rebuild/rebuild-into.js';
import type { Database } from '../../src/store/schema/index.js';
import { checkLog } from '../helpers/check-log.js';
import { createTestDatabase } from '../helpers/test-database.js';
import { append, createTestLog } from '../helpers/test-log.js';

t.test('log-format section 5: an old backup of the database is noticed', async t => {
  const { appender, cast, db, log, parts, places } = await createTestLog(t);
  const backup = await createTestDatabase(t);
  const owner = openDatabase<Database>(backup.ownerUrl, { maxConnections: 2 });
  t.teardown(() => owner.destroy());
  await rebuildInto(db, owner, log.sopDocuments);
  await append(appender, await cast.enlist('DEMO-WIT-1', ['WIT']));

  const restored = openDatabase<Database>(backup.serviceUrl, { maxConnections: 2 });
  t.teardown(() => restored.destroy());
  const other = new Appender({ ...parts, db: restored });
  const next = await cast.enlist('DEMO-WIT-2', ['WIT']);
  await t.rejects(other.submit(next), { name: 'AppendUnavailable', reason: 'old-backup-restored' });

  await sql`update log_state set root = sha256(root), size = ${(await log.vault.read()).size}`.execute(owner);
  await t.rejects(
    other.submit(next),
    { name: 'AppendUnavailable', reason: 'old-backup-restored' },
    'of the same size with another root',
  );
  await append(appender, next);
  t.equal(places.serviceUrl === backup.serviceUrl, false);
  await checkLog(t, log);
});

t.test('log-format section 5: a missing or broken vault is an error and is never made anew', async t => {
  const { appender, cast, log, places } = await createTestLog(t);
  const path = join(places.vaultFolder, 'checkpoint');
  const note = await readFile(path, 'utf8');
  const batch = await cast.enlist('DEMO-WIT-1', ['WIT']);
  await writeFile(path, 'half a note');
  await t.rejects(appender.submit(batch), { name: 'AppendUnavailable', reason: 'vault' });
  await rm(places.vaultFolder, { recursive: true });
  await t.rejects(appender.submit(batch), { name: 'AppendUnavailable', reason: 'vault' });
  await t.rejects(openLog(places), { name: 'VaultError' });
  await t.rejects(readFile(path), { code: 'ENOENT' });
  t.equal((await log.db.selectFrom('event').select('log_index').execute()).length, 6, 'nothing was written');
  t.ok(note);
});

t.test(
  'log-format section 4: a clock behind the log is tolerated for a minute, and refused beyond',
  async t => {
    const { appender, cast, log } = await createTestLog(t);
    const start = cast.now;
    const [first] = await append(appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
    cast.now = start - 30_000;
    const [second] = await append(appender, await cast.enlist('DEMO-WIT-2', ['WIT']));
    const rows = await log.db
      .selectFrom('event')
      .select('received_at')
      .where('log_index', 'in', [first?.index ?? -1, second?.index ?? -1])
      .execute();
    t.same(rows, [{ received_at: start }, { received_at: start }], 'the last time is used');
    cast.now = start - 61_000;
    const late = await cast.enlist('DEMO-WIT-3', ['WIT']);
    await t.rejects(appender.submit(late), { name: 'AppendUnavailable', reason: 'clock-behind' });
  },
);

t.test('the service may add to the log and read it, and nothing else', async t => {
  const { appender, cast, db, log } = await createTestLog(t);
  await append(appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
  await log.accessLog.add({ ...nobody, at: cast.now, resource: 'x', result: '200' });
  for (const table of ['event', 'checkpoint', 'access_log']) {
    for (const change of ['delete from', 'truncate', 'update']) {
      const statement = `${change} ${table}${change === 'update' ? ` set ${firstColumn(table)} = default` : ''}`;
      await t.rejects(sql.raw(statement).execute(db), { code: '42501' }, statement);
    }
  }
});

const nobody = { officer: null, roles: [], subjects: [], purpose: null };

function firstColumn(table: string): string {
  return { event: 'jws', checkpoint: 'note', access_log: 'resource' }[table] ?? '';
}

t.test('a database that goes away while batches are sent comes back to a whole log', async t => {
  const { appender, cast, database, log } = await createTestLog(t);
  const admin = openDatabase<Database>(database.adminUrl, { maxConnections: 1 });
  t.teardown(() => admin.destroy());
  for (let round = 0; round < 4; round++) {
    const batch = await cast.enlist(`DEMO-WIT-${round}`, ['WIT']);
    const [outcome] = await Promise.allSettled([
      appender.submit(batch),
      sql`select pg_sleep(${round / 100}), pg_terminate_backend(pid) from pg_stat_activity
        where datname = ${database.name} and pid <> pg_backend_pid()`.execute(admin),
    ]);
    if (outcome.status === 'rejected') {
      t.match(outcome.reason, { name: 'AppendUnavailable', reason: 'database' });
    }
    const receipts = await appendWhenBack(appender, batch);
    const again = await append(appender, batch);
    t.same(
      again.map(({ index, leaf }) => ({ index, leaf })),
      receipts.map(({ index, leaf }) => ({ index, leaf })),
    );
  }
  await checkLog(t, log);
});

/** Another connection of the pool may turn out to be dead as well: whoever sends tries again. */
async function appendWhenBack(appender: Appender, batch: readonly string[]): Promise<readonly Receipt[]> {
  for (let tries = 1; ; tries++) {
    try {
      return await append(appender, batch);
    } catch (error) {
      if (!(error instanceof AppendUnavailable) || tries === 10) throw error;
      await sleep(20);
    }
  }
}
