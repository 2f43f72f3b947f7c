import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { migrations } from '../../migrations/index.js';
import { accessEntryHash, accessEntryText, accessHeadText, readAccessEntry } from '../../src/log/index.js';
import { type Access, AccessLog, readAccessHead } from '../../src/store/access-log.js';
import { openDatabase } from '../../src/store/database.js';
import { migrateToLatest } from '../../src/store/migrate.js';
import type { Database } from '../../src/store/schema/index.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../helpers/test-database.js';

const start = Date.UTC(2021, 3, 1, 8);

function access(resource: string): Access {
  return {
    at: start,
    officer: '0192f3a0-0000-7000-8000-000000000001',
    roles: ['WIT', 'CASE'],
    resource,
    subjects: ['evidence/0192f3a0-0000-7000-8000-000000000002'],
    purpose: 'DEMO: « contrôle »',
    result: '200',
  };
}

function open(t: Test, { serviceUrl }: Pick<TestDatabase, 'serviceUrl'>) {
  const db = openDatabase<Database>(serviceUrl, { maxConnections: 4 });
  t.teardown(() => db.destroy());
  return db;
}

/** Recomputes every hash from the rows, and says where the chain breaks; -1: nowhere. */
async function firstBreak(db: ReturnType<typeof open>): Promise<number> {
  const rows = await db.selectFrom('access_log').selectAll().orderBy('entry').execute();
  let prev: string | null = null;
  for (const [position, { hash, at, ...row }] of rows.entries()) {
    const entry = { ...row, at: at.getTime(), prev };
    const expected = accessEntryHash(accessEntryText(entry));
    if (row.entry !== position + 1 || !hash.equals(Buffer.from(expected))) return position + 1;
    prev = accessHeadText(hash);
  }
  return -1;
}

t.test('docs/access-log.md: entries are numbered without a gap, each over the one before', async t => {
  const db = open(t, await createTestDatabase(t));
  const log = new AccessLog(db);
  t.same(await readAccessHead(db), { entry: 0, hash: null });
  for (let step = 0; step < 3; step++) await log.add(access(`GET /v1/evidence/${step}`));
  t.equal((await readAccessHead(db)).entry, 3);
  t.equal(await firstBreak(db), -1);
});

t.test('docs/access-log.md: a reading of very many subjects is several entries that can be read', async t => {
  const db = open(t, await createTestDatabase(t));
  const subjects = Array.from({ length: 100_000 }, (_, step) => `evidence/${String(step).padStart(36, '0')}`);
  await new AccessLog(db).add({ ...access('GET /v1/audit/reports'), subjects });
  const rows = await db.selectFrom('access_log').selectAll().orderBy('entry').execute();
  t.ok(rows.length > 1);
  let prev: string | null = null;
  for (const { hash, at, ...row } of rows) {
    const text = accessEntryText({ ...row, at: at.getTime(), prev });
    readAccessEntry(Buffer.from(text));
    prev = accessHeadText(hash);
  }
  t.same(
    rows.flatMap(row => row.subjects),
    subjects,
  );
  t.equal(await firstBreak(db), -1);
});

t.test('docs/access-log.md: many readers of several processes make one chain', async t => {
  const database = await createTestDatabase(t);
  const logs = [1, 2, 3].map(() => new AccessLog(open(t, database)));
  await Promise.all(
    Array.from({ length: 300 }, (_, step) => logs[step % 3]?.add(access(`GET /v1/evidence/${step}`))),
  );
  const db = open(t, database);
  t.equal((await readAccessHead(db)).entry, 300);
  t.equal(await firstBreak(db), -1);
  const rows = await db.selectFrom('access_log').select('resource').execute();
  t.equal(new Set(rows.map(({ resource }) => resource)).size, 300, 'each reading once');
  await Promise.all(logs.map(log => log.stop()));
  const [stopped = new AccessLog(db)] = logs;
  await t.rejects(stopped.add(access('GET /v1/evidence/late')), {
    name: 'AppendUnavailable',
    reason: 'stopping',
  });
});

t.test('a connection that ends while entries are written leaves no gap', async t => {
  const database = await createTestDatabase(t);
  const log = new AccessLog(open(t, database));
  const admin = openDatabase<Database>(database.adminUrl, { maxConnections: 1 });
  t.teardown(() => admin.destroy());
  for (let round = 0; round < 8; round++) {
    const writes = Array.from({ length: 40 }, (_, step) => log.add(access(`GET /v1/${round}/${step}`)));
    const ended = sql`select pg_sleep(${round / 400}), pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${database.name} and pid <> pg_backend_pid()`.execute(admin);
    const outcomes = await Promise.allSettled(writes);
    await ended;
    const db = open(t, database);
    t.equal(await firstBreak(db), -1);
    const { entry } = await readAccessHead(db);
    const written = outcomes.filter(({ status }) => status === 'fulfilled').length;
    t.ok(entry >= written, `${entry} entries after ${written} were acknowledged`);
  }
  await log.add(access('GET /v1/after'));
  t.equal(await firstBreak(open(t, database)), -1);
});

t.test('a row that was changed or taken out by a superuser breaks the chain', async t => {
  const database = await createTestDatabase(t);
  const db = open(t, database);
  const log = new AccessLog(db);
  for (let step = 0; step < 6; step++) await log.add(access(`GET /v1/evidence/${step}`));
  const admin = openDatabase<Database>(database.adminUrl, { maxConnections: 1 });
  t.teardown(() => admin.destroy());
  await sql`alter table access_log disable trigger append_only`.execute(admin);
  await sql`update access_log set officer = null where entry = 3`.execute(admin);
  t.equal(await firstBreak(db), 3);
  await sql`delete from access_log where entry in (3, 4)`.execute(admin);
  t.equal(await firstBreak(db), 3);
  await sql`delete from access_log where entry >= 5`.execute(admin);
  t.equal(await firstBreak(db), -1, 'a tail that is cut shows with the anchor alone');
  await log.add(access('GET /v1/after'));
  t.same((await readAccessHead(db)).entry, 3, 'what a process remembers is not believed');
  t.equal(await firstBreak(db), -1);
});

t.test('0013: what was written before is chained as it stands', async t => {
  const database = await createEmptyDatabase(t);
  const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0013'));
  await migrateToLatest(database.ownerUrl, before);
  const owner = openDatabase<Database>(database.ownerUrl, { maxConnections: 1 });
  t.teardown(() => owner.destroy());
  // Numbers that were drawn and not used leave gaps: they are closed.
  await sql`
    insert into access_log (at, officer, roles, resource, subjects, purpose, result)
    select '2021-04-01T08:00:00.123456Z'::timestamptz + step * interval '1 second', null, '{WIT}', 'GET /v1/é/' || step,
      array['evidence/' || step], case when step % 2 = 0 then 'DEMO "why"' end, '200'
    from generate_series(1, 12000) as step`.execute(owner);
  await sql`alter table access_log disable trigger append_only`.execute(owner);
  await sql`delete from access_log where entry % 7 = 0`.execute(owner);
  await sql`alter table access_log enable trigger append_only`.execute(owner);
  await migrateToLatest(database.ownerUrl);
  const db = open(t, database);
  t.equal((await readAccessHead(db)).entry, 12000 - Math.floor(12000 / 7));
  t.equal(await firstBreak(db), -1);
  await new AccessLog(db).add(access('GET /v1/after'));
  t.equal(await firstBreak(db), -1);
  await t.rejects(sql`delete from access_log`.execute(owner), { code: '42501' }, 'append-only as before');
});
