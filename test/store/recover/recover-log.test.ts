import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { signCheckpoint } from '../../../src/log/index.js';
import { Appender } from '../../../src/store/appender/appender.js';
import { readPosition } from '../../../src/store/appender/insert.js';
import { registeredKeys } from '../../../src/store/keys.js';
import { compareDatabases } from '../../../src/store/rebuild/compare-databases.js';
import type { Candidate } from '../../../src/store/recover/candidate.js';
import { recoverLog } from '../../../src/store/recover/recover-log.js';
import { replicaSource } from '../../../src/store/recover/replica-source.js';
import { createFaultProxy } from '../../helpers/fault-proxy.js';
import { connect, createRestored, lying, recoveryInto } from '../../helpers/restored-log.js';
import { copyTestDatabase, createTestDatabase, type TestDatabase } from '../../helpers/test-database.js';
import { createTestFolder } from '../../helpers/test-folder.js';
import { append, createTestLog, type TestLog } from '../../helpers/test-log.js';

async function sizeOf(t: Test, { serviceUrl }: TestDatabase): Promise<number> {
  return (await readPosition(connect(t, serviceUrl), false))?.size ?? 0;
}

/** Row by row the log that it was, and one that goes on. */
async function requireWhole(t: Test, test: TestLog, restored: TestDatabase): Promise<void> {
  const compared = await compareDatabases(test.db, connect(t, restored.ownerUrl));
  t.same(compared.differences, []);
  const db = connect(t, restored.serviceUrl);
  const appender = new Appender({ ...test.parts, db, findKey: registeredKeys(db) });
  const [receipt] = await append(appender, await test.cast.enlist('DEMO-WIT-3', ['WIT']));
  t.equal(receipt?.index, 18);
}

t.test(
  'issue 4, section 2: what a restored backup lacks comes back at its places from a replica',
  async t => {
    const test = await createRestored(t);
    const outcome = await recoverLog(await recoveryInto(t, test, test.backup.serviceUrl));
    t.match(outcome, {
      kind: 'recovered',
      stored: 12,
      recovered: 6,
      signed: { size: 18, from: 'vault' },
      rejected: [],
    });
    const again = await recoverLog(await recoveryInto(t, test, test.backup.serviceUrl));
    t.match(again, { kind: 'recovered', recovered: 0 }, 'done twice it changes nothing');
    await requireWhole(t, test, test.backup);
  },
);

t.test(
  'issue 4, section 2: a log whose database is gone is made anew, and a vault that is gone from a note',
  async t => {
    const test = await createRestored(t);
    const empty = await createTestDatabase(t);
    const { note } = await test.log.vault.read();
    await rm(test.places.vaultFolder, { recursive: true });
    const nothing = { sources: [] };
    await t.rejects(recoverLog(await recoveryInto(t, test, empty.serviceUrl, nothing)), {
      name: 'RecoverError',
    });
    const recovery = await recoveryInto(t, test, empty.serviceUrl, {
      checkpoints: [{ from: '--checkpoint', note }],
    });
    t.match(await recoverLog(recovery), { kind: 'recovered', stored: 0, recovered: 18 });
    t.equal((await test.log.vault.read()).note, note);
    await requireWhole(t, test, empty);
  },
);

t.test(
  'issue 4, section 2: a vault that was restored with the rest is no excuse: the newest checkpoint counts',
  async t => {
    const test = await createRestored(t);
    const { note } = await test.log.vault.read();
    const position = await readPosition(connect(t, test.backup.serviceUrl), false);
    if (position === undefined) throw new Error('no log');
    const old = await signCheckpoint(position, test.cast.logKey);
    await test.log.vault.exclusively(async () => ({ ...position, note: old }));
    const outcome = await recoverLog(
      await recoveryInto(t, test, test.backup.serviceUrl, { checkpoints: [{ from: '--checkpoint', note }] }),
    );
    t.match(outcome, { kind: 'recovered', recovered: 6, signed: { size: 18, from: '--checkpoint' } });
    t.equal((await test.log.vault.read()).size, 18);
  },
);

t.test(
  'issue 4, section 2: where something is lost nothing is written, and each lost place is named',
  async t => {
    const test = await createRestored(t);
    const holes = [await lying(test, 'holes', one => ([12, 13, 16].includes(one.index) ? null : one))];
    const outcome = await recoverLog(await recoveryInto(t, test, test.backup.serviceUrl, { sources: holes }));
    t.match(outcome, {
      kind: 'lost',
      stored: 12,
      lost: [
        { from: 12, to: 13 },
        { from: 16, to: 16 },
      ],
    });
    t.equal(await sizeOf(t, test.backup), 12);
    const rest = await lying(test, 'rest', one => ([12, 13, 16].includes(one.index) ? one : null));
    const together = { sources: [...holes, rest] };
    t.match(await recoverLog(await recoveryInto(t, test, test.backup.serviceUrl, together)), {
      kind: 'recovered',
    });
    await requireWhole(t, test, test.backup);
  },
);

t.test(
  'issue 4, section 2: what sources make up is rejected by name, and a good one is used in its place',
  async t => {
    const test = await createRestored(t);
    const sources = [
      await lying(test, 'signatures', one => ({ ...one, jws: `${one.jws.slice(0, -6)}AAAAAA` })),
      await lying(test, 'salts', one => ({ ...one, salt: new Uint8Array(32) })),
      await lying(test, 'claims', one => ({ ...one, disclosures: [] })),
      await replicaSource('honest', test.db),
    ];
    const outcome = await recoverLog(await recoveryInto(t, test, test.backup.serviceUrl, { sources }));
    t.match(outcome, { kind: 'recovered', recovered: 6, undisclosed: [] });
    t.ok(outcome.rejected.some(({ source }) => source === 'signatures'));
    t.ok(outcome.rejected.some(({ source }) => source === 'salts'));
    await requireWhole(t, test, test.backup);
  },
);

t.test(
  'issue 4, section 2: well signed events with leaves that never were do not come to the root',
  async t => {
    const test = await createRestored(t);
    const made = (one: Candidate) => {
      const leaf = Uint8Array.from(one.leaf);
      // The salt of the leaf: nothing in the event says what it was.
      leaf[5] = (leaf[5] ?? 0) ^ 1;
      return { ...one, leaf };
    };
    const sources = [await lying(test, 'liar', made), await replicaSource('honest', test.db)];
    await t.rejects(recoverLog(await recoveryInto(t, test, test.backup.serviceUrl, { sources })), {
      name: 'RecoverError',
      message: /does not come to the signed root of 18/,
    });
    t.equal(await sizeOf(t, test.backup), 12);
  },
);

t.test(
  'issue 4, section 2: two signed checkpoints of one size are proof of a fork, and stop everything',
  async t => {
    const test = await createRestored(t);
    const { key, signer } = test.cast.logKey;
    const other = await signCheckpoint(
      { origin: key.name, size: 18, root: new Uint8Array(32) },
      { key, signer },
    );
    const recovery = await recoveryInto(t, test, test.backup.serviceUrl, {
      checkpoints: [{ from: '--checkpoint', note: other }],
    });
    await t.rejects(recoverLog(recovery), { name: 'RecoverError', message: /FORKED/ });
    const bad = await recoveryInto(t, test, test.backup.serviceUrl, {
      checkpoints: [{ from: '--checkpoint', note: other.replace('\n18\n', '\n19\n') }],
    });
    await t.rejects(recoverLog(bad), { name: 'RecoverError', message: /no checkpoint that this log signed/ });
  },
);

t.test(
  'issue 4, section 2: recovery fails at each statement, before and after; the same again ends it',
  async t => {
    const test = await createTestLog(t);
    await append(test.appender, await test.cast.enlist('DEMO-WIT-1', ['WIT']));
    const early = await copyTestDatabase(t, test.database);
    await append(test.appender, await test.cast.enlist('DEMO-WIT-2', ['WIT']));
    const steps = [
      'for update',
      'insert into event',
      'insert into "disclosure"',
      'insert into subject',
      'insert into "claim"',
      'insert into "officer_role"',
      'insert into tile',
      'update "log_state"',
      'commit\0',
    ];
    for (const statement of steps) {
      for (const when of ['before', 'after'] as const) {
        await t.test(`${statement}, ${when}`, async t => {
          const backup = await copyTestDatabase(t, early);
          const proxy = await createFaultProxy(t, backup.serviceUrl);
          const broken = await recoveryInto(t, test, proxy.url);
          proxy.arm({ statement, when });
          await t.rejects(recoverLog(broken));
          t.ok(proxy.broke(), 'the connection broke there');
          const committed = statement === 'commit\0' && when === 'after';
          t.equal(await sizeOf(t, backup), committed ? 18 : 12, 'whole or not at all');
          const outcome = await recoverLog(await recoveryInto(t, test, backup.serviceUrl));
          t.match(outcome, { kind: 'recovered', recovered: committed ? 0 : 6 });
          t.same((await compareDatabases(test.db, connect(t, backup.ownerUrl))).differences, []);
        });
      }
    }
  },
);

t.test(
  'issue 4, section 2: a crash between the commit and the new vault is made up for by the same command',
  async t => {
    const test = await createRestored(t);
    const { note } = await test.log.vault.read();
    await rm(test.places.vaultFolder, { recursive: true });
    const recovery = await recoveryInto(t, test, test.backup.serviceUrl, {
      checkpoints: [{ from: '--checkpoint', note }],
    });
    // A link to nowhere: no vault is there, and none can be made.
    const nowhere = join(await createTestFolder(t), 'vault');
    await symlink(`${nowhere}-missing/missing`, nowhere);
    await t.rejects(recoverLog({ ...recovery, vaultFolder: nowhere }));
    t.equal(await sizeOf(t, test.backup), 18, 'the events are there');
    t.match(await recoverLog(recovery), { kind: 'recovered', recovered: 0 });
    t.equal((await test.log.vault.read()).note, note);
    await requireWhole(t, test, test.backup);
  },
);
