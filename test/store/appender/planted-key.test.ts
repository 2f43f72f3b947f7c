import { type Kysely, sql } from 'kysely';
import t, { type Test } from 'tap';
import { encodeLeaf, hashJws, leafHash, peekEvent, splitSubmission } from '../../../src/log/index.js';
import { requireReady } from '../../../src/store/appender/agreement.js';
import { insertEvents } from '../../../src/store/appender/insert.js';
import { openDatabase } from '../../../src/store/database.js';
import { openLog } from '../../../src/store/open-log.js';
import type { Database } from '../../../src/store/schema/index.js';
import { Cast } from '../../helpers/cast.js';
import { uuidOf } from '../../helpers/procedure.js';
import { runFsck } from '../../helpers/run-fsck.js';
import { append, createTestLog, type TestLog } from '../../helpers/test-log.js';

/*
 * Issue 4, section 5: whoever has the superuser's password writes into what the rules read, so that an act goes through
 * that no event allows. A service that runs has seen the states before; one that was started again has not.
 */

interface Plant {
  readonly name: string;
  /** Writes into the tables, and signs what would go through by it. */
  readonly plant: (test: TestLog, superuser: Kysely<Database>) => Promise<readonly string[]>;
  readonly found: readonly string[];
  /** Why nothing is appended: the one that runs sees the state, the other that events are gone. Absent: the state. */
  readonly reason?: RegExp;
}

const witness = `officer/${uuidOf('DEMO-WIT-1')}`;
const registrar = `officer/${uuidOf('DEMO-REG-1')}`;

/** From now on the thief signs in the registrar's name, with a key of his own. */
async function stealName({ cast }: TestLog) {
  const { signer, key } = (await Cast.found('thief.test.example')).member('DEMO-REG-1');
  Object.assign(cast.member('DEMO-REG-1'), { signer, key });
  return key;
}

async function setState(db: Kysely<Database>, subject: string, path: string, value: object): Promise<void> {
  await sql`update subject set state = jsonb_set(state, ${path}::text[], ${JSON.stringify(value)}::jsonb)
    where subject = ${subject}`.execute(db);
}

const plants: readonly Plant[] = [
  {
    name: 'a key among those of a registrar',
    found: ['state', 'claim'],
    async plant(test, db) {
      const { kid, jwk } = await stealName(test);
      await setState(db, registrar, `{keys,${kid}}`, { jwk, registered: 3, revoked: null });
      await sql`insert into claim values ('key', ${kid}, ${registrar})`.execute(db);
      return test.cast.enlist('DEMO-THIEF', ['REG']);
    },
  },
  {
    name: 'a role that nobody granted',
    found: ['state'],
    async plant({ cast }, db) {
      const grant = { role: 'REG', from: 0, until: null, granted: 2, ended: null };
      await setState(db, witness, `{grants,${uuidOf('planted')}}`, grant);
      return cast
        .sign({
          subject: `officer/${uuidOf('DEMO-THIEF')}`,
          type: 'officer.registered',
          by: 'DEMO-WIT-1/REG',
          countersigned: ['DEMO-REG-2/REG as registrar'],
          body: { name: 'DEMO-THIEF', unit: null, kind: 'PERSON', national: false },
        })
        .then(({ submitted }) => submitted);
    },
  },
  {
    name: 'a founder whose row is gone, after his key was revoked',
    found: ['state'],
    async plant({ cast, appender }, db) {
      const { kid } = cast.member('DEMO-REG-1').key;
      const revoking = { subject: registrar, type: 'officer.key-revoked', body: { kid, reason: 'lost' } };
      await append(appender, (await cast.sign({ ...revoking, by: 'DEMO-REG-2/REG' })).submitted);
      await sql`delete from subject where subject = ${registrar}`.execute(db);
      return cast.enlist('DEMO-THIEF', ['REG']);
    },
  },
  {
    name: 'a history whose end, a revocation, was cut off',
    found: ['event'],
    reason: /^(database|state-changed)$/,
    async plant({ cast, appender }, db) {
      const { seq, head, head_leaf, state } = await db
        .selectFrom('subject')
        .selectAll()
        .where('subject', '=', registrar)
        .executeTakeFirstOrThrow();
      const { kid } = cast.member('DEMO-REG-1').key;
      const revoking = { subject: registrar, type: 'officer.key-revoked', body: { kid, reason: 'lost' } };
      await append(appender, (await cast.sign({ ...revoking, by: 'DEMO-REG-2/REG' })).submitted);
      const body = { kid: cast.member('DEMO-WIT-1').key.kid, reason: 'lost' };
      const later = { subject: witness, type: 'officer.key-revoked', body, by: 'DEMO-REG-2/REG' };
      await append(appender, (await cast.sign(later)).submitted);
      await sql`delete from event where subject = ${registrar} and seq > ${seq}`.execute(db);
      await sql`update subject set seq = ${seq}, head = ${head}, head_leaf = ${head_leaf},
        state = ${JSON.stringify(state)}::jsonb where subject = ${registrar}`.execute(db);
      return cast.enlist('DEMO-THIEF', ['REG']);
    },
  },
  {
    name: 'a revocation that is taken back',
    found: ['state'],
    async plant({ cast, appender }, db) {
      const { kid } = cast.member('DEMO-WIT-1').key;
      const revoking = { subject: witness, type: 'officer.key-revoked', body: { kid, reason: 'lost' } };
      await append(appender, (await cast.sign({ ...revoking, by: 'DEMO-REG-1/REG' })).submitted);
      await sql`update subject set state = jsonb_set(state, ${`{keys,${kid},revoked}`}::text[], 'null')
        where subject = ${witness}`.execute(db);
      const body = { kid, reason: 'superseded' };
      return (await cast.sign({ ...revoking, body, by: 'DEMO-WIT-1/WIT' })).submitted;
    },
  },
  {
    name: 'another SOP in force',
    found: ['state'],
    async plant({ cast }, db) {
      await sql`update subject set state =
        jsonb_set(state, '{sop,version}', to_jsonb((state #>> '{sop,version}')::int - 1)) where kind = 'log'`.execute(
        db,
      );
      return cast.enlist('DEMO-WIT-2', ['WIT']);
    },
  },
  {
    name: 'an event that is not in the tree, with the state that it makes',
    found: ['state'],
    async plant(test, db) {
      const { kid, jwk } = await stealName(test);
      const before = await db
        .selectFrom('subject')
        .selectAll()
        .where('subject', '=', registrar)
        .executeTakeFirstOrThrow();
      const pop = 'DEMO: nobody looks at it any more';
      const { submitted } = await test.cast.sign({
        subject: registrar,
        type: 'officer.key-registered',
        by: 'DEMO-REG-1/REG',
        body: { jwk: { ...jwk }, pop },
      });
      const { jws } = splitSubmission(submitted[0] ?? '');
      const event = peekEvent(jws);
      const receivedAt = test.cast.now;
      const [subjectTag, prevLeaf] = [new Uint8Array(32), before.head_leaf];
      const salt = new Uint8Array(32);
      const leaf = encodeLeaf({
        salt,
        subjectTag,
        seq: event.seq,
        prevLeaf,
        jwsHash: hashJws(jws),
        receivedAt,
      });
      await db.transaction().execute(trx =>
        insertEvents(trx, [
          {
            event,
            disclosures: [],
            index: 900,
            receivedAt,
            leaf,
            leafHash: leafHash(leaf),
          },
        ]),
      );
      await setState(db, registrar, `{keys,${kid}}`, { jwk: { ...jwk }, registered: 900, revoked: null });
      await sql`update subject set seq = ${event.seq}, head = ${event.eventId} where subject = ${registrar}`.execute(
        db,
      );
      await sql`insert into claim values ('key', ${kid}, ${registrar})`.execute(db);
      return test.cast.enlist('DEMO-THIEF', ['REG']);
    },
  },
];

/** As the superuser, with triggers and foreign keys asleep. */
function asSuperuser(t: Test, { database }: TestLog): Kysely<Database> {
  const url = new URL(database.adminUrl);
  url.searchParams.set('options', '-c session_replication_role=replica');
  const db = openDatabase<Database>(url.href, { maxConnections: 1 });
  t.teardown(() => db.destroy());
  return db;
}

for (const { name, plant, found, reason = /^state-changed$/ } of plants) {
  t.test(`issue 4, section 5: ${name} is not believed`, async t => {
    const test = await createTestLog(t);
    const { appender, log, db } = test;
    await append(appender, await test.cast.enlist('DEMO-WIT-1', ['WIT']));
    await requireReady(log);
    const submitted = await plant(test, asSuperuser(t, test));
    const size = async () => (await db.selectFrom('log_state').select('size').executeTakeFirstOrThrow()).size;
    const before = await size();
    const again = await openLog(test.places);
    t.teardown(() => again.close());
    for (const [which, service] of [
      ['the one that runs', log],
      ['one that was started again', again],
    ] as const) {
      await t.rejects(service.appender.submit(submitted), { name: 'AppendUnavailable', reason }, which);
      await t.rejects(
        requireReady(service),
        { name: 'AppendUnavailable', reason },
        `${which} says that it is not ready`,
      );
    }
    t.equal(await size(), before, 'nothing was appended');
    const owner = openDatabase<Database>(test.database.ownerUrl, { maxConnections: 2 });
    t.teardown(() => owner.destroy());
    const { differences } = await runFsck(log, owner);
    for (const check of found)
      t.ok(
        differences.some(difference => difference.check === check),
        `fsck: ${check} in ${JSON.stringify(differences)}`,
      );
  });
}

t.test('states that follow from events are believed, as they go on', async t => {
  const test = await createTestLog(t);
  for (const name of ['DEMO-WIT-1', 'DEMO-WIT-2', 'DEMO-WIT-3']) {
    await append(test.appender, await test.cast.enlist(name, ['WIT']));
    await requireReady(test.log);
  }
  const again = await openLog(test.places);
  t.teardown(() => again.close());
  await requireReady(again);
  await append(again.appender, await test.cast.enlist('DEMO-WIT-4', ['WIT']));
  await append(test.appender, await test.cast.enlist('DEMO-WIT-5', ['WIT']));
  await requireReady(again);
  await requireReady(test.log);
});
