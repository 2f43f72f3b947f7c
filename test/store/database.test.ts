import { sql } from 'kysely';
import t from 'tap';
import { isDatabaseUnavailable, openDatabase, transact } from '../../src/store/database.js';
import { createTestDatabase } from '../helpers/test-database.js';

interface Tables {
  number: { value: number };
}

t.test('a transaction', async t => {
  const { ownerUrl } = await createTestDatabase(t);
  const database = openDatabase<Tables>(ownerUrl);
  t.teardown(() => database.destroy());
  await sql`create table number (value bigint)`.execute(database);

  await t.test('commits, then runs its effects in order', async t => {
    const seen: string[] = [];
    const result = await transact(database, async ({ db, onCommit }) => {
      onCommit(() => void seen.push('first'));
      onCommit(async () => void seen.push('second'));
      await db.insertInto('number').values({ value: 1 }).execute();
      seen.push('work');
      return 'done';
    });
    t.equal(result, 'done');
    t.same(seen, ['work', 'first', 'second']);
    t.same(await database.selectFrom('number').selectAll().execute(), [{ value: 1 }], 'int8 is a number');
  });

  await t.test('that throws leaves nothing behind and runs no effect', async t => {
    let effects = 0;
    const attempt = transact(database, async ({ db, onCommit }) => {
      onCommit(() => void effects++);
      await db.insertInto('number').values({ value: 2 }).execute();
      throw new Error('no');
    });
    await t.rejects(attempt, { message: 'no' });
    t.equal(effects, 0);
    t.equal((await database.selectFrom('number').selectAll().execute()).length, 1);
  });

  await t.test('an integer beyond 2^53 is refused, not rounded', async t => {
    await t.rejects(sql`select 9007199254740993::int8 as value`.execute(database), /beyond 2\^53/);
  });
});

t.test('a database that goes away is told from one that says no', async t => {
  const { ownerUrl, adminUrl } = await createTestDatabase(t);
  const lost: Error[] = [];
  const database = openDatabase<Tables>(ownerUrl, { onConnectionLost: error => lost.push(error) });
  const admin = openDatabase<Tables>(adminUrl);
  t.teardown(() => Promise.all([database.destroy(), admin.destroy()]));

  const refused = await sql`select 1 / 0`.execute(database).catch(error => error);
  t.notOk(isDatabaseUnavailable(refused), 'division by zero');

  const killed = sql`select pg_sleep(20)`.execute(database).catch(error => error);
  const others = sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_sleep%'`;
  await new Promise(resolve => setTimeout(resolve, 200));
  await others.execute(admin);
  t.ok(isDatabaseUnavailable(await killed), 'terminated in the middle of a statement');

  const nobody = openDatabase<Tables>('postgres://nobody:x@127.0.0.1:1/nothing');
  t.teardown(() => nobody.destroy());
  t.ok(isDatabaseUnavailable(await sql`select 1`.execute(nobody).catch(error => error)), 'nothing listens');
});
