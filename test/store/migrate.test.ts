import { type Migration, sql } from 'kysely';
import t from 'tap';
import { openDatabase } from '../../src/store/database.js';
import { checkMigrated, MigrationError, migrateToLatest } from '../../src/store/migrate.js';
import { createEmptyDatabase, createTestDatabase } from '../helpers/test-database.js';

type Tables = Record<string, never>;

const first: Migration = { up: db => sql`create table first (id int); `.execute(db).then(() => {}) };
const second: Migration = { up: db => sql`create table second (id int)`.execute(db).then(() => {}) };
const broken: Migration = {
  up: async db => {
    await sql`create table half (id int)`.execute(db);
    await sql`select 1 / 0`.execute(db);
  },
};

t.test('migrations run once, in order, and the service can tell', async t => {
  const { ownerUrl, serviceUrl } = await createEmptyDatabase(t);
  const service = openDatabase<Tables>(serviceUrl);
  t.teardown(() => service.destroy());

  await t.rejects(checkMigrated(service, { '0001-first': first }), {
    name: 'MigrationError',
    message: /lacks 0001-first/,
  });
  t.same(await migrateToLatest(ownerUrl, { '0001-first': first }), ['0001-first']);
  t.same(await migrateToLatest(ownerUrl, { '0001-first': first, '0002-second': second }), ['0002-second']);
  t.same(await migrateToLatest(ownerUrl, { '0001-first': first, '0002-second': second }), []);
  await checkMigrated(service, { '0001-first': first, '0002-second': second });
});

t.test('a database newer than the release is refused by name', async t => {
  const { ownerUrl, serviceUrl } = await createEmptyDatabase(t);
  const service = openDatabase<Tables>(serviceUrl);
  t.teardown(() => service.destroy());
  await migrateToLatest(ownerUrl, { '0001-first': first, '0002-second': second });

  const expected = { name: 'MigrationError', message: /newer than this release: it has 0002-second/ };
  await t.rejects(migrateToLatest(ownerUrl, { '0001-first': first }), expected);
  await t.rejects(checkMigrated(service, { '0001-first': first }), expected);
});

t.test('a migration that fails says which, and leaves nothing of the run behind', async t => {
  const { ownerUrl } = await createEmptyDatabase(t);
  const owner = openDatabase<Tables>(ownerUrl);
  t.teardown(() => owner.destroy());

  const error = await migrateToLatest(ownerUrl, { '0001-first': first, '0002-broken': broken }).catch(e => e);
  t.type(error, MigrationError);
  t.match(error.message, /0002-broken failed/);
  t.match(error.cause, { message: /division by zero/ });
  const tables = await sql`select from pg_tables where tablename in ('first', 'half')`.execute(owner);
  t.equal(tables.rows.length, 0);
  t.same(await migrateToLatest(ownerUrl, { '0001-first': first }), ['0001-first'], 'runs when mended');
});

t.test('several starts at once run each migration once', async t => {
  const { ownerUrl } = await createEmptyDatabase(t);
  const known = { '0001-first': first, '0002-second': second };
  const runs = await Promise.all([1, 2, 3, 4].map(() => migrateToLatest(ownerUrl, known)));
  t.same(runs.flat().sort(), ['0001-first', '0002-second']);
  let over = false;
  const owner = openDatabase<Tables>(ownerUrl);
  t.teardown(() => owner.destroy());
  const waiting = await owner.transaction().execute(async trx => {
    await sql`select pg_advisory_xact_lock(hashtext('kysely_migration'))`.execute(trx);
    const started = migrateToLatest(ownerUrl, known).finally(() => {
      over = true;
    });
    const waits = sql<{
      waits: boolean;
    }>`select exists (select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())) as waits`;
    while (!over && (await waits.execute(trx)).rows[0]?.waits !== true);
    t.notOk(over, 'a start that another one grants before waits for it');
    return { started };
  });
  t.same(await waiting.started, []);
});

t.test("this release's own migrations are in the test database, and the service owns none of it", async t => {
  const { ownerUrl, serviceUrl } = await createTestDatabase(t);
  t.same(await migrateToLatest(ownerUrl), [], 'nothing left to do');
  const service = openDatabase<Tables>(serviceUrl);
  t.teardown(() => service.destroy());
  await checkMigrated(service);
  await t.rejects(sql`create table mine (id int)`.execute(service), { code: '42501' });
  await t.rejects(sql`delete from kysely_migration`.execute(service), { code: '42501' });
});
