import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Kysely, sql } from 'kysely';
import t, { type Test } from 'tap';
import { accessEntryHash, accessEntryText, accessHeadText } from '../../../src/log/index.js';
import { AccessLog, readAccessHead } from '../../../src/store/access-log.js';
import { openDatabase } from '../../../src/store/database.js';
import type { Database } from '../../../src/store/schema/index.js';
import { fileAt, runFsck } from '../../helpers/run-fsck.js';
import { append, createTestLog, type TestLog } from '../../helpers/test-log.js';

/** A log that has anchored five of its seven readings. */
async function createRead(
  t: Test,
): Promise<TestLog & { readonly admin: Kysely<Database>; anchoredAt: number }> {
  const test = await createTestLog(t);
  const { cast, appender, db } = test;
  await append(appender, await cast.enlist('DEMO-OPS-1', ['OPS']));
  const accessLog = new AccessLog(db);
  t.teardown(() => accessLog.stop());
  const read = (purpose: string) =>
    accessLog.add({
      at: cast.now,
      officer: cast.member('DEMO-OPS-1').officer,
      roles: ['OPS'],
      resource: 'GET /v1/evidence',
      subjects: [],
      purpose,
      result: '200',
    });
  for (let entry = 1; entry <= 5; entry++) await read(`DEMO reading ${entry}`);
  const { entry: count, hash } = await readAccessHead(db);
  const anchored = await cast.sign({
    subject: cast.logSubject,
    type: 'log.access-anchored',
    by: 'DEMO-OPS-1/OPS',
    body: { count, head: accessHeadText(hash ?? new Uint8Array()) },
  });
  const [receipt] = await append(appender, anchored.submitted);
  for (let entry = 6; entry <= 7; entry++) await read(`DEMO reading ${entry}`);
  const admin = openDatabase<Database>(test.database.adminUrl, { maxConnections: 2 });
  t.teardown(() => admin.destroy());
  return { ...test, admin, anchoredAt: receipt?.index ?? -1 };
}

async function quietly(admin: Kysely<Database>, statement: string): Promise<void> {
  await admin.transaction().execute(async trx => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await sql.raw(statement).execute(trx);
  });
}

/** Somebody who knows the format writes all entries from one on anew, so that the chain holds. */
async function writeAnew(admin: Kysely<Database>, from: number): Promise<void> {
  const rows = await admin.selectFrom('access_log').selectAll().orderBy('entry').execute();
  let prev: string | null = null;
  for (const { hash, at, ...row } of rows) {
    const purpose = row.entry === from ? 'DEMO: nothing to see' : row.purpose;
    const made = Buffer.from(accessEntryHash(accessEntryText({ ...row, purpose, at: at.getTime(), prev })));
    prev = accessHeadText(made);
    if (made.equals(hash)) continue;
    await quietly(
      admin,
      `update access_log set purpose = '${purpose}', hash = '\\x${made.toString('hex')}' where entry = ${row.entry}`,
    );
  }
}

t.test('issue 4, section 2: fsck checks the chain of the access log and its anchors', async t => {
  const { log, admin, anchoredAt } = await createRead(t);
  await quietly(admin, 'create schema kept');
  await quietly(admin, 'create table kept.access_log as table access_log');
  t.match(await runFsck(log, admin), { stage: 'done', entries: 7, differences: [] });
  const found = async () =>
    (await runFsck(log, admin)).differences.map(({ check, index, where }) => [check, index, where].join(' '));
  const cases: readonly (readonly [string, () => Promise<void>, readonly string[]])[] = [
    [
      'an entry is changed',
      () => quietly(admin, `update access_log set purpose = 'other' where entry = 3`),
      ['access-log  access_log 3'],
    ],
    [
      'one is taken out',
      () => quietly(admin, 'delete from access_log where entry = 3'),
      ['access-log  access_log 3'],
    ],
    [
      'the first is taken out',
      () => quietly(admin, 'delete from access_log where entry = 1'),
      ['access-log  access_log 1'],
    ],
    [
      'anchored ones are cut off',
      () => quietly(admin, 'delete from access_log where entry > 4'),
      [`access-log ${anchoredAt} access_log 5`],
    ],
    [
      'all are gone',
      () => quietly(admin, 'delete from access_log'),
      [`access-log ${anchoredAt} access_log 1`],
    ],
    [
      'all is written anew, with good hashes',
      () => writeAnew(admin, 2),
      [`access-log ${anchoredAt} access_log 5`],
    ],
    ['what is not anchored yet is written anew', () => writeAnew(admin, 6), []],
  ];
  for (const [name, tamper, expected] of cases) {
    await tamper();
    t.same(await found(), expected, name);
    await quietly(admin, 'delete from access_log; insert into access_log select * from kept.access_log');
  }
  t.same(await found(), [], 'what was put back is as it was');
});

t.test('issue 4, section 2: fsck finds bytes that nothing records', async t => {
  const { log, admin, places } = await createRead(t);
  const bytes = 'DEMO bytes of nobody';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = fileAt(places.filesFolder, sha256);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
  t.match((await runFsck(log, admin)).differences, [
    { check: 'file', where: `file ${sha256}`, detail: 'nothing records these bytes' },
  ]);
  await log.files.unsettle(sha256);
  t.same((await runFsck(log, admin)).differences, [], 'what is on its way is not wrong');
  await log.files.settle(sha256);
  await rm(path);
  t.same((await runFsck(log, admin)).differences, []);
});
