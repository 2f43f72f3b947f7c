import t from 'tap';
import {
  appendToTiles,
  base64Text,
  consistencyProofFromTiles,
  formatVerifierKey,
  holdTiles,
} from '../../../src/log/index.js';
import type { Account, Held } from '../../../src/verify/index.js';
import { tellVerdict } from '../../../src/verify/words/tell-verdict.js';
import { bytesOf, memoryBag, sealBag } from '../../helpers/bag-files.js';
import { forgeExport, verifyForged } from '../../helpers/forged-export.js';
import { ForgedLog } from '../../helpers/forged-log.js';
import { actOn, anchor, collectItem, foundedLog } from '../../helpers/forged-story.js';
import { note } from '../../helpers/forgeries.js';
import { verifyKept } from '../../helpers/verify-kept.js';

async function verifyPart(
  log: ForgedLog,
  item: string,
  { proofs = [], known = [] }: { proofs?: readonly number[]; known?: readonly Held[] } = {},
) {
  const files = await forgeExport(log, { wanted: [item] });
  const leaves = log.events.map(({ leafHash }) => leafHash);
  const tiles = holdTiles(appendToTiles(0, [], leaves).changedTiles);
  for (const size of proofs) {
    const proof = await consistencyProofFromTiles(size, leaves.length, tiles);
    files.set(`data/consistency/${size}`, bytesOf(proof.map(hash => `${base64Text(hash)}\n`).join('')));
  }
  let account: Account | null = null;
  const verdict = await verifyKept(memoryBag(sealBag(files)), {
    policy: log.policy,
    known,
    onAccount: given => (account = given),
  });
  const told = { account, policy: 'policy.txt', noExport: null, remarks: [] };
  // Section 4: what nothing bounds from below may be older or younger than it says.
  const given = account as Account | null;
  const first = given?.anchors[0]?.leaf ?? log.events.length - 1;
  const unbounded = new RegExp(`\\nSo what stands at leaves 0–${first} may have been entered at any time`);
  if (given !== null) t.match(tellVerdict(verdict, told, 'en').join('\n'), unbounded);
  if (given !== null)
    t.match(tellVerdict(verdict, told, 'fr').join('\n'), `aux feuilles 0–${first} a donc pu`);
  return { ...verdict, told: tellVerdict(verdict, told, 'en').join('\n') };
}

t.test('section 12: the anchors of a part are compared where the export carries what shows it', async t => {
  const { log, cast } = await foundedLog();
  const item = await collectItem(log, cast);
  const size = log.events.length;
  const text = await log.note(size);
  const forked = await (async () => {
    const kept = log.events.splice(-1);
    await note(log, cast);
    const other = await log.note(size);
    log.events.splice(-1, 1, ...kept);
    return other;
  })();
  await anchor(log, cast.operator, forked);
  const { index } = await note(log, cast).then(() => ({ index: size }));
  const [{ index: first } = { index: -1 }] = log.events.filter(
    ({ payload }) => payload.type === 'log.anchored',
  );
  const open = await verifyPart(log, item);
  t.equal(open.verdict, 'ok', JSON.stringify(open.failed));
  t.match(open.told, `Anchors: 2 of 2 were not compared with this tree`);
  t.match(open.told, `at leaves ${first}, ${index}.`);
  t.notOk(
    open.notProven.some(line => line.startsWith('Anchors')),
    'a line for people alone',
  );
  const forgedAnchor = { check: 'consistency', where: String(index) };
  t.match((await verifyPart(log, item, { proofs: [size] })).failed, forgedAnchor, 'by a proof inside');
  const byHeld = await verifyPart(log, item, { known: [text], proofs: [size] });
  t.match(byHeld.failed, forgedAnchor, 'by a checkpoint held');
});

t.test('an anchor that holds is not told', async t => {
  const { log, cast } = await foundedLog();
  const item = await collectItem(log, cast);
  const sizes = log.events.filter(({ payload }) => payload.type === 'log.anchored').map(({ index }) => index);
  const { verdict, told } = await verifyPart(log, item, { proofs: sizes });
  t.equal(verdict, 'ok');
  t.notMatch(told, /^Anchors/m);
});

t.test('two anchors of one size and two trees', async t => {
  const { log, cast } = await foundedLog();
  const item = await collectItem(log, cast);
  const [kept] = log.events.splice(-1);
  await note(log, cast);
  const other = await log.note(log.events.length);
  log.events.splice(-1, 1, ...(kept === undefined ? [] : [kept]));
  await anchor(log, cast.operator);
  await anchor(log, cast.operator, other);
  const { failed } = await verifyPart(log, item);
  t.match(failed, { check: 'consistency', where: String(log.events.length - 1) });
});

t.test('section 8: anchors that do not count are told by their reason', async t => {
  const { log, cast } = await foundedLog();
  const [founded] = log.events.filter(({ payload }) => payload.type === 'log.anchored');
  await anchor(log, cast.operator, await log.note(log.events.length, { seenAt: null }));
  const unseen = log.events.length - 1;
  const stranger = await ForgedLog.prepare();
  await anchor(log, cast.operator, await log.note(log.events.length, { keys: [await log.newLogKey()] }));
  const unsigned = log.events.length - 1;
  let account: Account | undefined;
  const onAccount = (given: Account) => {
    account = given;
  };
  const verdict = await verifyForged(log, {}, { onAccount });
  t.equal(verdict.verdict, 'ok', JSON.stringify(verdict.failed));
  t.same(account?.uncountedAnchors, [
    { leaf: unseen, reason: 'unseen' },
    { leaf: unsigned, reason: 'unsigned' },
  ]);
  const told = {
    account: account ?? null,
    policy: 'policy.txt',
    noExport: null,
    remarks: [],
  };
  const words = tellVerdict(verdict, told, 'en').join('\n');
  t.match(words, `Anchors that bound no time, at leaves ${unseen}: no quorum of this policy.`);
  t.match(words, `Anchors that bound no time, at leaves ${unsigned}: not signed by this log`);
  const another = formatVerifierKey(stranger.witness.key);
  const policy = log.policy.replace(/witness w .*\n/, `witness w ${another}\n`);
  await verifyForged(log, {}, { policy, onAccount });
  t.match(account?.uncountedAnchors[0], { leaf: founded?.index, reason: 'unseen' }, 'of a witness unknown');
});

t.test('section 12: an anchor of another history vouches for no leaf of a part', async t => {
  const { log, cast } = await foundedLog();
  const since = log.events.length;
  for (let i = 0; i < 3; i++) await note(log, cast);
  const genuine = await log.note(log.events.length);
  const seenAt = new Date(log.timeOf(log.events.length)).toISOString();
  log.events.splice(since);
  const item = await collectItem(log, cast);
  await anchor(log, cast.operator, genuine);
  const { officer, key } = cast.collector;
  await actOn(log, cast.registrars, officer, {
    type: 'officer.key-revoked',
    body: { kid: key.signer.kid, reason: 'compromised', compromisedSince: since },
  });
  const size = log.events.length;
  let account: Account | undefined;
  const verify = async (known: readonly Held[] = []) => {
    const note = await log.note(size, { seenAt: null });
    return verifyForged(log, { wanted: [item], note }, { known, onAccount: told => (account = told) });
  };
  const { verdict, failed, notProven } = await verify();
  t.equal(verdict, 'ok', JSON.stringify(failed));
  t.ok(notProven.some(line => line.startsWith('time received not anchored: no log.anchored inside was')));
  const disputed = notProven.filter(line => line.startsWith('disputed event'));
  t.equal(disputed.length, 2);
  for (const line of disputed) t.match(line, 'no checkpoint that a quorum has seen covers it');
  t.equal(account?.covered, null);
  t.equal(account?.lastCosigned, null, `not ${seenAt}`);
  t.equal(account?.anchors.length, 2, 'from below both bound what follows');
  const held = await verify([await log.note(size)]);
  t.notOk(held.notProven.some(line => line.startsWith('time received not anchored')));
  t.match(account?.lastCosigned, { time: log.timeOf(size) });
});

t.test('section 8: an anchor counts by the key in force for its size', async t => {
  const { log, cast } = await foundedLog();
  const old = log.logKey;
  const renewed = await log.newLogKey();
  const act = await log.append({
    by: cast.operator,
    role: 'OPS',
    subject: log.subject,
    type: 'log.key-rotated',
    body: { logKey: formatVerifierKey(renewed.key) },
  });
  const before = await log.note(log.events.length - 1);
  await log.countersign(act, cast.registrars[0], 'REG', 'registrar');
  await anchor(log, cast.operator, before);
  await anchor(log, cast.operator);
  const alone = log.events.length - 1;
  await anchor(log, cast.operator, await log.note(log.events.length, { keys: [renewed, old] }));
  const size = log.events.length;
  let account: Account | undefined;
  const { verdict, failed } = await verifyForged(
    log,
    { note: await log.note(size, { keys: [renewed, old] }), headKey: renewed },
    { policy: log.policyOf([old, renewed]), onAccount: given => (account = given) },
  );
  t.equal(verdict, 'ok', JSON.stringify(failed));
  t.same(account?.anchors.map(({ leaf }) => leaf).slice(1), [alone - 1, alone + 1]);
  t.same(account?.uncountedAnchors, [{ leaf: alone, reason: 'unsigned' }]);
});
