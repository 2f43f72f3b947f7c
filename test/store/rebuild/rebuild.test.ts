import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { openDatabase } from '../../../src/store/database.js';
import type { OpenLog } from '../../../src/store/open-log.js';
import { readingTables } from '../../../src/store/projections/index.js';
import { compareDatabases } from '../../../src/store/rebuild/compare-databases.js';
import { RebuildError } from '../../../src/store/rebuild/read-logged-acts.js';
import { rebuildInPlace } from '../../../src/store/rebuild/rebuild-in-place.js';
import { rebuildInto } from '../../../src/store/rebuild/rebuild-into.js';
import type { Database } from '../../../src/store/schema/index.js';
import type { Cast } from '../../helpers/cast.js';
import { checkLog } from '../../helpers/check-log.js';
import { wholeStory } from '../../helpers/played-story.js';
import { createTestDatabase } from '../../helpers/test-database.js';
import { append, createTestLog } from '../../helpers/test-log.js';

async function openOwned(t: Test, url?: string) {
  const ownerUrl = url ?? (await createTestDatabase(t)).ownerUrl;
  const db = openDatabase<Database>(ownerUrl, { maxConnections: 2 });
  t.teardown(() => db.destroy());
  return db;
}

t.test('design section 5: the whole story of the demonstration is made again from its log', async t => {
  const { log } = await wholeStory(t);
  const { rows } = await checkLog(t, log);
  const told = ['evidence', 'custody_interval', 'package', 'seal', 'transfer_item', 'release_item'];
  for (const table of told) t.ok((rows[table] ?? 0) > 0, `${table}: ${rows[table]} rows`);

  t.test('wherever the log is cut into stretches', async t => {
    const rebuilt = await openOwned(t);
    const reports: number[] = [];
    await rebuildInto(log.db, rebuilt, log.sopDocuments, {
      stretchLength: 40,
      report: done => reports.push(done),
    });
    t.same((await compareDatabases(log.db, rebuilt)).differences, []);
    t.ok(reports.length > 3, 'in several stretches');
    t.same(
      reports,
      [...reports].sort((a, b) => a - b),
      'progress runs forward',
    );
  });
});

t.test('a rebuild in place repairs what was tampered with, an erased claim included', async t => {
  const { appender, cast, database, log, db } = await createTestLog(t);
  await append(appender, await cast.enlist('DEMO-WIT-1', ['WIT', 'EOD']));
  await append(appender, await eraseName(log, cast, 'DEMO-WIT-1'));
  const { officer } = cast.member('DEMO-WIT-1');
  const copy = await openOwned(t);
  await rebuildInto(db, copy, log.sopDocuments);

  const owner = await openOwned(t, database.ownerUrl);
  await owner.updateTable('officer').set({ national: true }).execute();
  await owner.deleteFrom('officer_role').where('officer', '=', officer).execute();
  await sql`update subject set state = '{}' where kind = 'officer'`.execute(owner);
  await sql`update tile set hashes = substring(hashes for 32)`.execute(owner);
  const { differences } = await compareDatabases(db, copy);
  t.same([...new Set(differences.map(({ table }) => table))].sort(), [
    'officer',
    'officer_role',
    'subject',
    'tile',
  ]);

  await rebuildInPlace(owner, log.sopDocuments);
  t.same((await compareDatabases(db, copy)).differences, []);
  await checkLog(t, log);
  await append(appender, await cast.enlist('DEMO-WIT-2', ['WIT']));
  t.pass('and the log goes on');
});

t.test(
  'a rebuild in place under a running service: nothing sent is lost, and the differences are named',
  async t => {
    const { appender, cast, database, log } = await createTestLog(t);
    for (let n = 0; n < 4; n++) await append(appender, await cast.enlist(`DEMO-WIT-${n}`, ['WIT']));
    const owner = await openOwned(t, database.ownerUrl);
    const { officer } = cast.member('DEMO-WIT-1');
    await owner.deleteFrom('officer_role').where('officer', '=', officer).execute();
    const sent = await cast.enlist('DEMO-WIT-9', ['WIT']);
    const [compared, receipts] = await Promise.all([
      rebuildInPlace(owner, log.sopDocuments, { stretchLength: 8, compare: true }),
      append(appender, sent),
    ]);
    t.match(compared?.differences, [{ table: 'officer_role', left: null }]);
    t.equal(receipts.length, sent.length);
    await checkLog(t, log);
    const again = await rebuildInPlace(owner, log.sopDocuments, { compare: true });
    t.same(again?.differences, []);
    t.ok((again?.rows.officer_role ?? 0) > 4);
  },
);

t.test('a comparison names rows that differ, that are missing and that are too many', async t => {
  const { db, log } = await createTestLog(t);
  const copy = await openOwned(t);
  await rebuildInto(db, copy, log.sopDocuments);
  const key = await db.selectFrom('officer_key').select('kid').limit(1).executeTakeFirstOrThrow();
  await copy.deleteFrom('officer_key').where('kid', '=', key.kid).execute();
  await copy.updateTable('officer').set({ last_index: 99 }).execute();
  await sql`insert into claim values ('seal-number', 'DEMO-1', 'sealstock/x')`.execute(copy);
  const { differences, rows } = await compareDatabases(db, copy);
  const about = (table: string) => differences.filter(difference => difference.table === table);
  t.match(about('officer_key'), [{ key: JSON.stringify([key.kid]), right: null }]);
  t.match(about('claim'), [{ key: '["DEMO-1", "seal-number"]', left: null }]);
  t.equal(about('officer').length, 2);
  t.equal(rows.officer, 2);
  t.equal((await compareDatabases(db, copy, 1)).differences.length, 1, 'no more than asked for');
});

t.test('a log that does not come to its own root is not rebuilt', async t => {
  const { log, database } = await createTestLog(t);
  const owner = await openOwned(t, database.ownerUrl);
  await sql`alter table event disable trigger append_only`.execute(owner);
  await sql`update event set leaf = set_byte(leaf, 5, 1 + get_byte(leaf, 5) % 255) where log_index = 1`.execute(
    owner,
  );
  const before = await owner.selectFrom('officer').selectAll().execute();
  await t.rejects(rebuildInPlace(owner, log.sopDocuments), RebuildError);
  await t.rejects(rebuildInto(owner, await openOwned(t), log.sopDocuments), RebuildError);
  t.same(await owner.selectFrom('officer').selectAll().execute(), before, 'and nothing was changed');
  await owner.deleteFrom('disclosure').execute();
  await sql`delete from event where log_index = 2`.execute(owner);
  await t.rejects(rebuildInPlace(owner, log.sopDocuments), {
    name: 'RebuildError',
    message: /not all stored/,
  });
});

t.test('every table for reading can be thrown away by the service, and no other', async t => {
  const { db } = await createTestLog(t);
  for (const table of readingTables) await t.resolves(db.deleteFrom(table).execute(), table);
  for (const table of ['subject', 'claim', 'tile', 'log_state'] as const) {
    await t.rejects(db.deleteFrom(table).execute(), { code: '42501' }, table);
  }
});

async function eraseName(log: OpenLog, cast: Cast, name: string): Promise<readonly string[]> {
  const subject = `officer/${cast.member(name).officer}`;
  const { event_id: eventId, digest } = await log.db
    .selectFrom('disclosure')
    .innerJoin('event', 'event.event_id', 'disclosure.event_id')
    .select(['disclosure.event_id', 'disclosure.digest'])
    .where('event.subject', '=', subject)
    .executeTakeFirstOrThrow();
  const act = await cast.sign({
    subject,
    type: 'officer.disclosure-erased',
    by: 'DEMO-REG-1/REG',
    countersigned: ['DEMO-REG-2/REG as registrar'],
    refs: [eventId],
    body: { eventId, digest, reason: 'DEMO: protection of the source' },
  });
  return act.submitted;
}
