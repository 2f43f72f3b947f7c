import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { sopReference } from '../../src/custody/sop/sop-bytes.js';
import {
  cosignNote,
  createSigner,
  createVerifierKey,
  formatSignatureLine,
  formatVerifierKey,
  generatePrivateJwk,
  parseNote,
  parsePolicy,
  parsePublicJwk,
  peekEvent,
  type VerifierKey,
  verifyCheckpoint,
} from '../../src/log/index.js';
import { noteConfiguration } from '../../src/store/administration/note-configuration.js';
import { noteMigrations } from '../../src/store/administration/note-migrations.js';
import { noteAdministrativeAct, readOwedActs } from '../../src/store/administration/owed-acts.js';
import { keepCosignature, readLastWitnessed } from '../../src/store/cosignatures.js';
import type { OpenLog } from '../../src/store/open-log.js';
import { readLogStanding } from '../../src/store/read-log-standing.js';
import { readAccessAnchored } from '../../src/store/readers/access-page.js';
import { carryOutDuties } from '../../src/store/service-officer/duties.js';
import { ServiceOfficer } from '../../src/store/service-officer/service-officer.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { append, createTestLog, type TestLog } from '../helpers/test-log.js';

const day = 86_400_000;
const random = (length: number) => new Uint8Array(randomBytes(length));

/** Whatever fails is thrown. */
const carryOut = (log: OpenLog, officer: ServiceOfficer) =>
  carryOutDuties(log, officer, (_duty, error) => {
    throw error;
  });

async function withOfficer(t: Test) {
  const made = await createTestLog(t);
  const { cast, appender, log } = made;
  await append(appender, await cast.enlist('DEMO-OPS-1', ['OPS']));
  const officer = await ServiceOfficer.appoint(log, cast.member('DEMO-OPS-1'), random);
  return { ...made, officer };
}

async function bodiesOf({ db }: Pick<TestLog, 'db'>, type: string) {
  const rows = await db
    .selectFrom('event')
    .select('jws')
    .where('type', '=', type)
    .orderBy('log_index')
    .execute();
  return rows.map(({ jws }) => peekEvent(jws).body);
}

t.test("log-format section 8: the service's officer holds role OPS and a key of his own", async t => {
  const { log, appender, cast } = await createTestLog(t);
  await append(appender, await cast.enlist('DEMO-OPS-1', ['OPS']));
  await append(appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
  const appoint = (key: Parameters<typeof ServiceOfficer.appoint>[1]) =>
    ServiceOfficer.appoint(log, key, random);
  await appoint(cast.member('DEMO-OPS-1'));
  const expected = (message: RegExp) => ({ name: 'ServiceOfficerError', message });
  await t.rejects(appoint(cast.member('DEMO-WIT-1')), expected(/does not hold role OPS/));
  const { officer } = cast.member('DEMO-OPS-1');
  await t.rejects(appoint({ ...cast.member('DEMO-WIT-1'), officer }), expected(/not a registered key/));
  await t.rejects(
    appoint({ officer, key: cast.logKey.key.key, signer: cast.logKey.signer }),
    expected(/the log's/),
  );
  await t.rejects(
    appoint({ ...cast.member('DEMO-OPS-1'), officer: 'unknown' }),
    expected(/not a registered key/),
  );
});

t.test('an administrative act is told once, whatever breaks between the event and its note', async t => {
  const { log, db, officer, cast } = await withOfficer(t);
  await noteAdministrativeAct(db, { act: 'REBUILT', at: cast.now - 5000, details: { size: 9 } }, random);
  await t.rejects(
    noteAdministrativeAct(db, { act: 'BACKED_UP', at: cast.now, details: { size: 9 } }, random),
    /sha256/,
  );
  const [owed] = await readOwedActs(db);
  t.same(await carryOut(log, officer), ['log.administered']);
  const [body] = await bodiesOf({ db }, 'log.administered');
  t.same(body, { ...owed, details: { ...owed?.details } });
  t.same(body?.done, '2021-04-01T07:59:55.000Z', 'when it was done, not when it was told');
  t.same(await readOwedActs(db), []);
  // As after a crash: the event is there, the note was not removed.
  await db
    .insertInto('administrative_act_owed')
    .values({ number: owed?.number ?? '', body: JSON.stringify(owed) })
    .execute();
  await carryOut(log, officer);
  t.equal((await bodiesOf({ db }, 'log.administered')).length, 1);
  t.same(await readOwedActs(db), []);
});

t.test('migrations are told by what the database remembers, each once', async t => {
  const { log, db, officer } = await withOfficer(t);
  const note = async () => noteMigrations(db, (await readLogStanding(log)).state, random);
  await note();
  await note();
  t.equal((await readOwedActs(db)).length, 1, 'noted once');
  await carryOut(log, officer);
  await note();
  t.same(await readOwedActs(db), []);
  const [body] = await bodiesOf({ db }, 'log.administered');
  t.match(JSON.stringify(body), '0013-access-chain');
  t.match(body, { act: 'MIGRATED' });
});

t.test('a changed configuration is told by its parts, without a value of it', async t => {
  const { db, cast } = await createTestLog(t);
  const keptIn = join(await createTestFolder(t), 'configuration.json');
  const configured = (parts: object) => noteConfiguration(db, { parts, keptIn, at: cast.now }, random);
  const first = { NETWORK: { host: '127.0.0.1', port: 8420 }, LIMITS: { requestsPerMinute: 600 } };
  await configured(first);
  await configured(first);
  t.equal((await readOwedActs(db)).length, 1);
  await configured({ ...first, LIMITS: { requestsPerMinute: 601 } });
  const [, second] = await readOwedActs(db);
  t.same(second?.details.settings, ['LIMITS']);
  t.notMatch(JSON.stringify(await readOwedActs(db)) + (await readFile(keptIn, 'utf8')), /601|8420/);
  await writeFile(keptIn, 'DEMO');
  await configured(first);
  const [, , third] = await readOwedActs(db);
  t.ok((third?.details.settings.length ?? 0) > 5, 'where nothing is known of before, everything is new');
});

t.test('docs/access-log.md: the access log is anchored daily, where it moved', async t => {
  const { log, db, officer, cast } = await withOfficer(t);
  const read = () =>
    log.accessLog.add({
      ...{ at: cast.now, officer: null, roles: [], resource: 'GET /v1/evidence' },
      ...{ subjects: [], purpose: null, result: '200' },
    });
  t.same(await carryOut(log, officer), [], 'nobody has read anything');
  t.equal(await readAccessAnchored(db), null);
  await read();
  t.same(await carryOut(log, officer), ['log.access-anchored']);
  await read();
  t.same(await carryOut(log, officer), [], 'not twice a day');
  cast.now += day;
  t.same(await carryOut(log, officer), ['log.access-anchored']);
  cast.now += day;
  t.same(await carryOut(log, officer), []);
  const { hash } = await db
    .selectFrom('access_log')
    .select('hash')
    .where('entry', '=', 2)
    .executeTakeFirstOrThrow();
  const [, second] = await bodiesOf({ db }, 'log.access-anchored');
  t.same(second, { count: 2, head: hash.toString('base64url') });
  const { size } = await log.vault.read();
  t.match(
    await readAccessAnchored(db),
    { ...second, leaf: size - 1 },
    'what auditors and the command are told',
  );
});

t.test('log-format section 8: the newest checkpoint with a quorum is anchored daily', async t => {
  const { log, db, officer, cast, appender } = await withOfficer(t);
  const jwk = await generatePrivateJwk('Ed25519');
  const { d: _, ...publicJwk } = jwk;
  const key = createVerifierKey('witness.example.org', 'cosignature', parsePublicJwk(publicJwk));
  const other = createVerifierKey('other.example.org', 'cosignature', parsePublicJwk(publicJwk));
  const signer = await createSigner(jwk);
  const policyOf = (name: string, threshold: number) =>
    parsePolicy(`log ${formatVerifierKey(log.logKeys.first.key)}
witness one ${formatVerifierKey(key)}
group all ${threshold} one
quorum ${name}
`);
  const witnessed = { ...log, policy: policyOf('all', 1) };
  const cosign = async (by: VerifierKey) => {
    const { note, size } = await appender.signCheckpoint();
    const time = Math.floor(cast.now / 1000);
    const line = formatSignatureLine(await cosignNote(parseNote(note).text, by, signer, time));
    await keepCosignature(db, by, { size, note }, { line, time: cast.now });
  };
  await cosign(other);
  t.same(await carryOut(witnessed, officer), [], 'by a witness whom the policy does not know');
  await cosign(key);
  t.same(await carryOut({ ...log, policy: policyOf('none', 1) }, officer), [], 'no quorum is asked for');
  t.same(await carryOut(witnessed, officer), ['log.anchored']);
  await cosign(key);
  t.same(await carryOut(witnessed, officer), [], 'not twice a day');
  cast.now += day;
  t.same(await carryOut(witnessed, officer), ['log.anchored']);
  const bodies = await bodiesOf({ db }, 'log.anchored');
  const verified = await verifyCheckpoint(Buffer.from(String(bodies[1]?.note), 'base64'), witnessed.policy);
  t.ok(verified.quorum);
  cast.now += day;
  t.same(await carryOut(witnessed, officer), [], 'an older one than was anchored says nothing new');
  await cosign(key);
  const good = await readLastWitnessed(db, witnessed.policy, log.origin);
  const damaged = await appender.signCheckpoint();
  const signature = Buffer.concat([Buffer.from(key.keyId, 'hex'), Buffer.alloc(72, 1)]).toString('base64');
  const line = `\u2014 ${key.name} ${signature}\n`;
  await keepCosignature(db, key, damaged, { line, time: cast.now + 1000 });
  t.equal((await readLastWitnessed(db, witnessed.policy, log.origin))?.note, good?.note, 'a newer bad line');
  t.match((await readLastWitnessed(db, witnessed.policy, log.origin))?.size, damaged.size);
  await append(appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
  await keepCosignature(db, key, await appender.signCheckpoint(), { line, time: cast.now + 1000 });
  await keepCosignature(db, key, await appender.signCheckpoint(), { line: 'DEMO', time: cast.now + 2000 });
  t.equal((await readLastWitnessed(db, witnessed.policy, log.origin))?.note, good?.note, 'passed over');
  t.same(await carryOut(witnessed, officer), ['log.anchored'], 'the newest that is good');
});

t.test('others add to the history of the log meanwhile', async t => {
  const { db, cast, officer, appender } = await withOfficer(t);
  const adopt = () =>
    cast.sign({
      subject: cast.logSubject,
      type: 'log.sop-adopted',
      by: 'DEMO-REG-1/REG',
      countersigned: ['DEMO-REG-2/REG as registrar'],
      body: { sop: { ...sopReference(reconstruction) } },
    });
  const { submitted } = await adopt();
  const head = 'A'.repeat(43);
  const outcomes = await Promise.all([
    appender.submit(submitted),
    ...[1, 2, 3, 4].map(() => officer.act('log.access-anchored', { count: 4, head })),
  ]);
  t.same(
    outcomes.slice(1).map(({ kind }) => kind),
    Array(4).fill('appended'),
  );
  t.equal((await bodiesOf({ db }, 'log.access-anchored')).length, 4);
});

t.test('what the log refuses is said, and nothing is lost', async t => {
  const { log, db, officer, cast, appender } = await withOfficer(t);
  const { key } = cast.member('DEMO-OPS-1');
  const subject = `officer/${cast.member('DEMO-OPS-1').officer}`;
  const registrars = { by: 'DEMO-REG-1/REG', countersigned: ['DEMO-REG-2/REG as registrar'] };
  const body = { kid: key.kid, reason: 'ceased' };
  await append(
    appender,
    (await cast.sign({ ...registrars, subject, type: 'officer.key-revoked', body })).submitted,
  );
  await noteAdministrativeAct(db, { act: 'REBUILT', at: cast.now, details: { size: 9 } }, random);
  await t.rejects(carryOut(log, officer), { name: 'DutyRefused' });
  t.equal((await readOwedActs(db)).length, 1, 'told when there is an officer again');
});

t.test('an act that cannot be told, and a duty that fails, hold up no other', async t => {
  const { log, db, officer, cast } = await withOfficer(t);
  const numbered = (last: number) => `01788c72-3c00-7000-8000-00000000000${last}`;
  const bad = JSON.stringify({ act: 'NO_SUCH_ACT', number: numbered(1) });
  await db
    .insertInto('administrative_act_owed')
    .values({ number: numbered(1), body: bad })
    .execute();
  await db
    .insertInto('administrative_act_owed')
    .values({ number: numbered(2), body: 'null' })
    .execute();
  await noteAdministrativeAct(db, { act: 'REBUILT', at: cast.now, details: { size: 9 } }, random);
  await log.accessLog.add({
    ...{ at: cast.now, officer: null, roles: [], resource: 'GET /v1/evidence' },
    ...{ subjects: [], purpose: null, result: '200' },
  });
  const failed: string[] = [];
  const done = await carryOutDuties(log, officer, duty => void failed.push(duty));
  t.same(done, ['log.administered', 'log.access-anchored']);
  t.equal(failed.length, 2);
  t.match(failed[0], /^log\.administered 01788c72/);
  t.equal((await readOwedActs(db)).length, 2, 'what cannot be told stays to be looked at');
  t.match(await bodiesOf({ db }, 'log.administered'), [{ act: 'REBUILT' }]);
});

t.test('log-format section 8: a log key that the service does not sign with is not taken in', async t => {
  const { cast, appender } = await withOfficer(t);
  const { d: _, ...publicJwk } = await generatePrivateJwk('Ed25519');
  const logKey = formatVerifierKey(createVerifierKey(cast.origin, 'note', parsePublicJwk(publicJwk)));
  const { submitted } = await cast.sign({
    subject: cast.logSubject,
    type: 'log.key-rotated',
    by: 'DEMO-OPS-1/OPS',
    countersigned: ['DEMO-REG-1/REG as registrar'],
    body: { logKey },
  });
  t.match(await appender.submit(submitted), { kind: 'refused', violations: [{ rule: 'log.key-not-held' }] });
});
