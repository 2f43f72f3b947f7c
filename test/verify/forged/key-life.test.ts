import t from 'tap';
import { formatVerifierKey } from '../../../src/log/index.js';
import { verifyForged } from '../../helpers/forged-export.js';
import { ForgedLog, makeKey } from '../../helpers/forged-log.js';
import {
  actOn,
  anchor,
  collectItem,
  enlist,
  found,
  foundedLog,
  keyBody,
} from '../../helpers/forged-story.js';

t.test('the log key that opened the log is not the one that signs', async t => {
  const { log } = await foundedLog();
  const key = await log.newLogKey();
  const text = await log.note(log.events.length, { keys: [key] });
  const { failed } = await verifyForged(log, { note: text, headKey: key }, { policy: log.policyOf([key]) });
  t.match(failed, { check: 'key', where: 'checkpoint' });
});

t.test('a renewed key of the log: from the leaf after it on, both lines', async t => {
  const { log, cast } = await foundedLog();
  const [registrar] = cast.registrars;
  const old = log.logKey;
  const renewed = await log.newLogKey();
  const rotate = async (seconded: boolean) => {
    const act = await log.append({
      by: cast.operator,
      role: 'OPS',
      subject: log.subject,
      type: 'log.key-rotated',
      body: { logKey: formatVerifierKey(renewed.key) },
    });
    if (seconded) await log.countersign(act, registrar, 'REG', 'registrar');
  };
  const before = log.events.length;
  await rotate(false);
  t.match(
    (await verifyForged(log)).failed,
    { check: 'role', where: String(before) },
    'not by the operator alone',
  );
  log.events.pop();
  await rotate(true);
  const size = log.events.length;
  const both = await log.note(size, { keys: [old, renewed] });
  const after = { note: both, headKey: renewed };
  for (const [name, keys] of Object.entries({ old: [old], renewed: [renewed], both: [old, renewed] })) {
    const { verdict, failed } = await verifyForged(log, after, { policy: log.policyOf(keys) });
    t.equal(verdict, 'ok', `a policy with the ${name} key: ${JSON.stringify(failed)}`);
  }
  const byOld = { note: await log.note(size), headKey: renewed };
  t.match(
    (await verifyForged(log, byOld)).failed,
    { check: 'key', where: 'checkpoint' },
    'the old key alone',
  );
  t.match(
    (await verifyForged(log, { ...after, headKey: old })).failed,
    { check: 'head' },
    'heads by the old',
  );
  const early = { size: before, note: await log.note(before, { keys: [renewed] }), headKey: renewed };
  const policy = log.policyOf([renewed]);
  t.match((await verifyForged(log, early, { policy })).failed, { check: 'key' }, 'before it was in force');
});

t.test('a stolen key: disputed events are listed, with what vouches for them', async t => {
  const { log, cast } = await foundedLog();
  const { officer, key } = cast.collector;
  const since = log.events.length;
  const item = await collectItem(log, cast);
  await anchor(log, cast.operator);
  const body = { kid: key.signer.kid, reason: 'compromised', compromisedSince: since };
  await actOn(log, cast.registrars, officer, { type: 'officer.key-revoked', body });
  const { verdict, notProven, failed } = await verifyForged(log, { wanted: [item] });
  t.equal(verdict, 'ok', JSON.stringify(failed));
  const disputed = notProven.filter(text => text.startsWith('disputed event'));
  t.equal(disputed.length, 2);
  t.match(disputed[0], `leaf ${since}, key ${key.signer.kid}`);
  t.match(disputed[1], /countersignatures by others: 1; seen by witnesses at 2021-/);
});

t.test('the holder of a key revokes it alone, whatever his role; his other key still signs', async t => {
  const { log, cast } = await foundedLog();
  const { officer, key } = cast.collector;
  const other = await makeKey('Ed25519');
  const act = await log.append({
    by: cast.registrars[0],
    role: 'REG',
    subject: `officer/${officer}`,
    type: 'officer.key-registered',
    body: await keyBody(log, officer, other),
  });
  await log.countersign(act, cast.collector, 'WIT', 'holder');
  await log.append({
    by: { officer, key: other },
    role: 'NONE',
    subject: `officer/${officer}`,
    type: 'officer.key-revoked',
    body: { kid: key.signer.kid, reason: 'superseded' },
  });
  await collectItem(log, { ...cast, collector: { officer, key: other } });
  const { verdict, failed } = await verifyForged(log);
  t.equal(verdict, 'ok', JSON.stringify(failed));
});

t.test('without a quorum, or without an anchor, that is said', async t => {
  const log = await ForgedLog.prepare();
  await found(log);
  const [one, two] = log.founders;
  if (one === undefined || two === undefined) return;
  await enlist(log, [one, two], 'WIT');
  const unseen = await log.note(log.events.length, { seenAt: null });
  const { verdict, notProven } = await verifyForged(log, { note: unseen });
  t.equal(verdict, 'ok');
  t.match(notProven[0], /^no quorum/);
  t.ok(notProven.some(text => text.startsWith('time received not anchored')));
});
