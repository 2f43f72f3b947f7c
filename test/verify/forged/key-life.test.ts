import t from 'tap';
import { formatVerifierKey } from '../../../src/log/index.js';
import type { Account } from '../../../src/verify/index.js';
import { tellVerdict } from '../../../src/verify/words/tell-verdict.js';
import { verifyForged } from '../../helpers/forged-export.js';
import { ForgedLog, makeKey, type Person, uuid } from '../../helpers/forged-log.js';
import {
  actOn,
  anchor,
  collectItem,
  enlist,
  found,
  foundedLog,
  keyBody,
  offeredItem,
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
  let account: Account | null = null;
  const onAccount = (given: Account) => {
    account = given;
  };
  const found = await verifyForged(log, { wanted: [item] }, { onAccount });
  const { verdict, notProven, failed } = found;
  t.equal(verdict, 'ok', JSON.stringify(failed));
  const told = { account, policy: 'policy.txt', noExport: null, remarks: [] };
  const [first, second] = tellVerdict(found, told, 'en');
  t.match(first, `UNCHANGED: the acts inside about item`);
  t.match(
    second,
    `DISPUTED: 2 of these events are signed with a key of officer ${officer} that the log calls compromised from leaf ${since} on.`,
  );
  const disputed = notProven.filter(text => text.startsWith('disputed event'));
  t.equal(disputed.length, 2);
  t.match(disputed[0], `leaf ${since} (`);
  t.match(disputed[0], `key ${key.signer.kid} compromised since leaf ${since}`);
  t.match(
    disputed[1],
    /countersignatures by others: 1; the entry existed at the latest at 2021-.* \(cosigned by log witness /,
  );
});

t.test(
  'section 10: a group is countersigned for its items; by a key that is disputed itself, by nobody',
  async t => {
    const { log, cast } = await foundedLog();
    const item = await collectItem(log, cast);
    const since = log.events.length;
    const listed = [{ subject: item, seq: 4 }];
    const offered = await log.append({
      by: cast.collector,
      role: 'WIT',
      subject: `transfer/${uuid()}`,
      type: 'transfer.offered',
      body: { items: listed },
    });
    await log.countersign(offered, cast.witness, 'EOD');
    await offeredItem(log, cast.collector, item, offered);
    const revoke = ({ officer, key }: Person) => {
      const body = { kid: key.signer.kid, reason: 'compromised', compromisedSince: since };
      return actOn(log, cast.registrars, officer, { type: 'officer.key-revoked', body });
    };
    const disputed = async () => {
      const { verdict, failed, notProven } = await verifyForged(log);
      t.equal(verdict, 'ok', JSON.stringify(failed));
      return notProven.filter(text => text.startsWith('disputed event'));
    };
    await revoke(cast.collector);
    const counted = await disputed();
    t.equal(counted.length, 2);
    t.match(counted[0], /\(transfer\.offered\).*countersignatures by others: 1/);
    t.match(counted[1], /\(evidence\.offered\).*countersignatures by others: 1/);
    await revoke(cast.witness);
    const both = await disputed();
    t.equal(both.length, 3);
    t.match(both[0], /countersignatures by others: 0/);
    t.match(both[1], /countersignatures by others: 0/);
    t.notMatch(both[2], /countersignatures/, 'nobody countersigns a countersignature');
  },
);

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
