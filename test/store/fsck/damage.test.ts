import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import t, { type Test } from 'tap';
import { openDatabase } from '../../../src/store/database.js';
import { acceptUpload } from '../../../src/store/files/uploads.js';
import type { Difference } from '../../../src/store/fsck/difference.js';
import type { Database } from '../../../src/store/schema/index.js';
import { fileAt, runFsck } from '../../helpers/run-fsck.js';
import { append, createTestLog, type TestLog } from '../../helpers/test-log.js';

const bytes = Buffer.from('DEMO photograph');
const sha256 = createHash('sha256').update(bytes).digest('hex');

interface Damage {
  readonly name: string;
  /** Done by a superuser with every trigger off. */
  readonly by: string;
  readonly found: Partial<Difference>;
}

/** Six leaves are the founding; what follows is an officer, his key and his role, each countersigned. */
const damages: readonly Damage[] = [
  {
    name: 'the bytes of an event',
    by: `update event set jws = overlay(jws placing 'A' from 200 for 1) where log_index = 6 and substr(jws, 200, 1) <> 'A';
      update event set jws = overlay(jws placing 'B' from 200 for 1) where log_index = 6 and substr(jws, 200, 1) = 'A'`,
    found: { check: 'leaf', index: 6 },
  },
  {
    name: 'a signature, with the leaf of the new bytes',
    by: `update event set jws = (select split_part(jws, '.', 1) || '.' || split_part(jws, '.', 2) || '.' ||
      (select split_part(other.jws, '.', 3) from event other where other.log_index = 8)) where log_index = 6`,
    found: { check: 'jws', index: 6 },
  },
  {
    name: 'the column of an event',
    by: `update event set type = 'officer.role-ended' where log_index = 6`,
    found: { check: 'event', index: 6 },
  },
  {
    name: 'a leaf',
    by: 'update event set leaf = set_byte(leaf, 2, (get_byte(leaf, 2) + 1) % 256) where log_index = 7',
    found: { check: 'tile', index: 7 },
  },
  {
    name: 'the time received, in its row',
    by: 'update event set received_at = received_at + 1 where log_index = 8',
    found: { check: 'leaf', index: 8 },
  },
  {
    name: 'an event is gone',
    by: 'delete from event where log_index = 9',
    found: { check: 'event', index: 9 },
  },
  {
    name: 'the last event is gone',
    by: 'delete from event where log_index = (select max(log_index) from event)',
    found: { check: 'event', index: 11 },
  },
  {
    name: 'a hash of a tile',
    by: 'update tile set hashes = set_byte(hashes, 32 * 5, (get_byte(hashes, 32 * 5) + 1) % 256) where level = 0',
    found: { check: 'tile', index: 5 },
  },
  { name: 'a tile is gone', by: 'delete from tile where level = 0', found: { check: 'tile', index: 0 } },
  {
    name: 'a tile too many',
    by: 'insert into tile select 3, 0, hashes from tile where level = 0',
    found: { check: 'tile', where: 'tile 3/0' },
  },
  {
    name: 'the root of the log',
    by: 'update log_state set root = sha256(root)',
    found: { check: 'root', where: 'log_state' },
  },
  {
    name: 'the size of the log',
    by: 'update log_state set size = size - 1',
    found: { check: 'vault', where: 'vault' },
  },
  {
    name: 'the time of the log',
    by: 'update log_state set received_at = received_at - 1',
    found: { check: 'position', where: 'log_state' },
  },
  {
    name: 'the state of a subject',
    by: `update subject set state = jsonb_set(state, '{national}', 'true') where subject =
      (select subject from event where log_index = 6)`,
    found: { check: 'state', index: 11 },
  },
  {
    name: 'the salt of a subject',
    by: 'update subject set salt = sha256(salt) where subject = (select subject from event where log_index = 6)',
    found: { check: 'leaf', index: 6 },
  },
  {
    name: 'a row of a table for reading',
    by: `update officer set national = true where last_index = 11`,
    found: { check: 'projection', index: 11 },
  },
  {
    name: 'a row of a table for reading is gone',
    by: `delete from officer_role where officer = (select id from officer where last_index = 11)`,
    found: { check: 'projection', index: 11 },
  },
  {
    name: 'a claim is gone',
    by: `delete from claim where subject = (select subject from event where log_index = 8)`,
    found: { check: 'claim', index: 11 },
  },
  {
    name: 'a claim that nobody made',
    by: `insert into claim select 'demo', 'DEMO', subject from event where log_index = 6`,
    found: { check: 'claim', index: 11, detail: 'no event makes this row' },
  },
  {
    name: 'a disclosure is gone',
    by: 'delete from disclosure where event_id = (select event_id from event where log_index = 6)',
    found: { check: 'disclosure', index: 6 },
  },
  {
    name: 'another disclosure in its place',
    by: `update disclosure set disclosure = (select other.disclosure from disclosure other
        where other.event_id <> disclosure.event_id limit 1)
      where event_id = (select event_id from event where log_index = 6)`,
    found: { check: 'disclosure', index: 6 },
  },
  {
    name: 'a kept checkpoint',
    by: `update checkpoint set note = replace(note, E'\\n12\\n', E'\\n11\\n') where size = 12`,
    found: { check: 'checkpoint', where: 'checkpoint 12' },
  },
  {
    name: 'the size of a file',
    by: 'update file set size = size + 1',
    found: { check: 'file', where: `file ${sha256}` },
  },
];

async function createWorld(t: Test): Promise<TestLog & { readonly admin: Kysely<Database> }> {
  const test = await createTestLog(t);
  await append(test.appender, await test.cast.enlist('DEMO-WIT-1', ['WIT']));
  const staged = await test.log.files.stage(
    sha256,
    (async function* () {
      yield bytes;
    })(),
    1_000,
  );
  await acceptUpload(test.db, test.log.files, staged, {
    sha256,
    mediaType: 'image/jpeg',
    uploadedBy: null,
    uploadedAt: new Date(),
  });
  const admin = openDatabase<Database>(test.database.adminUrl, { maxConnections: 2 });
  t.teardown(() => admin.destroy());
  return { ...test, admin };
}

const tables = [
  'event',
  'disclosure',
  'subject',
  'claim',
  'tile',
  'log_state',
  'checkpoint',
  'file',
  'officer',
  'officer_role',
];

/** As a superuser who knows how to keep the triggers quiet. */
async function quietly(admin: Kysely<Database>, ...statements: readonly string[]): Promise<void> {
  await admin.transaction().execute(async trx => {
    await sql`set local session_replication_role = replica`.execute(trx);
    for (const statement of statements) await sql.raw(statement).execute(trx);
  });
}

t.test('issue 4, section 2: fsck finds what a superuser changed, at its index', async t => {
  const { log, admin } = await createWorld(t);
  await quietly(
    admin,
    'create schema kept',
    ...tables.map(table => `create table kept.${table} as table ${table}`),
  );
  const clean = await runFsck(log, admin);
  t.same(clean.differences, []);
  t.match(clean, { stage: 'done', size: 12, events: 12, files: 2 });
  t.ok(clean.rows > 10, `${clean.rows} rows compared`);
  for (const { name, by, found } of damages) {
    await t.test(name, async t => {
      await quietly(admin, ...by.split(';'));
      const { differences } = await runFsck(log, admin);
      t.ok(
        differences.some(difference =>
          Object.entries(found).every(([member, value]) => Reflect.get(difference, member) === value),
        ),
        JSON.stringify(differences),
      );
      const restore = (table: string) => [
        `delete from ${table}`,
        `insert into ${table} select * from kept.${table}`,
      ];
      await quietly(admin, ...tables.flatMap(restore));
    });
  }
  t.same((await runFsck(log, admin)).differences, [], 'what was put back is as it was');
});

t.test(
  'issue 4, section 2: fsck finds files that changed or are gone, and a vault that is not of this log',
  async t => {
    const { log, admin, places } = await createWorld(t);
    const path = fileAt(places.filesFolder, sha256);
    const where = `file ${sha256}`;
    await writeFile(path, 'DEMO photogrbph');
    t.match((await runFsck(log, admin)).differences, [{ check: 'file', where, detail: /SHA-256/ }]);
    await writeFile(path, 'DEMO');
    t.match((await runFsck(log, admin)).differences, [{ check: 'file', where, detail: /15 bytes, found 4/ }]);
    await rm(path);
    t.match((await runFsck(log, admin)).differences, [{ check: 'file', where, detail: /missing/ }]);
    await writeFile(path, bytes);
    const vault = join(places.vaultFolder, 'checkpoint');
    const note = await readFile(vault, 'utf8');
    await writeFile(vault, note.replace('\n12\n', '\n13\n'));
    t.match((await runFsck(log, admin)).differences, [{ check: 'vault', where: 'vault' }]);
    await rm(vault);
    t.match((await runFsck(log, admin)).differences, [{ check: 'vault', where: 'vault' }]);
    await writeFile(vault, note);
    t.same((await runFsck(log, admin)).differences, []);
  },
);

t.test('issue 4, section 2: fsck goes on where it was broken off, for the size it began at', async t => {
  const { log, admin, appender, cast } = await createWorld(t);
  await quietly(admin, `update event set type = 'officer.role-ended' where log_index = 2`);
  const kept: Parameters<NonNullable<Parameters<typeof runFsck>[2]>['keep'] & object>[0][] = [];
  const seen: number[] = [];
  await t.rejects(
    runFsck(log, admin, {
      stretch: 5,
      async keep(progress) {
        kept.push(JSON.parse(JSON.stringify(progress)));
        throw new Error('killed');
      },
    }),
    { message: 'killed' },
  );
  t.match(kept.at(-1), { stage: 'events', events: 5, size: 12 });
  await append(appender, await cast.enlist('DEMO-WIT-2', ['WIT']));
  const done = await runFsck(
    log,
    admin,
    { stretch: 5, report: (stage, at) => stage === 'events' && seen.push(at) },
    kept.at(-1) ?? null,
  );
  t.same(seen, [10, 12], 'nothing is read twice, nothing beyond the size it began at');
  t.match(done.differences, [{ check: 'event', index: 2 }], 'what was found before is not forgotten');
});
