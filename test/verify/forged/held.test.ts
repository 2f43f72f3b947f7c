import t from 'tap';
import {
  appendToTiles,
  base64Text,
  consistencyProofFromTiles,
  cosignNote,
  formatNote,
  formatTlogProof,
  formatVerifierKey,
  holdTiles,
  inclusionProofsFromTiles,
  parseNote,
} from '../../../src/log/index.js';
import type { Account, Held, Verdict } from '../../../src/verify/index.js';
import { tellVerdict } from '../../../src/verify/words/tell-verdict.js';
import { bytesOf, memoryBag, sealBag } from '../../helpers/bag-files.js';
import { type ForgedExport, forgeExport, verifyForged } from '../../helpers/forged-export.js';
import { type Appended, ForgedLog } from '../../helpers/forged-log.js';
import { collectItem, foundedLog } from '../../helpers/forged-story.js';
import { note } from '../../helpers/forgeries.js';
import { verifyKept } from '../../helpers/verify-kept.js';

const MINUTE = 60_000;

function tilesOf({ events }: ForgedLog, size: number) {
  const leaves = events.slice(0, size).map(({ leafHash }) => leafHash);
  return holdTiles(appendToTiles(0, [], leaves).changedTiles);
}

/** What the signer of this event was answered with, under the tree of this size. */
async function receiptOf(
  log: ForgedLog,
  { index, jws, leafData }: Appended,
  size: number,
  signed: Parameters<ForgedLog['note']>[1] = {},
): Promise<Held> {
  const [proof = []] = await inclusionProofsFromTiles([index], size, tilesOf(log, size));
  return {
    jws,
    proof: formatTlogProof({ extra: leafData, index, proof, checkpoint: await log.note(size, signed) }),
  };
}

/** An export with the proofs from these sizes on. */
async function verifyWithProofs(
  log: ForgedLog,
  options: ForgedExport,
  sizes: readonly number[],
  known: readonly Held[],
  onAccount?: (account: Account) => void,
): Promise<Verdict> {
  const files = await forgeExport(log, options);
  for (const size of sizes) {
    const proof = await consistencyProofFromTiles(size, log.events.length, tilesOf(log, log.events.length));
    files.set(`data/consistency/${size}`, bytesOf(proof.map(hash => `${base64Text(hash)}\n`).join('')));
  }
  const bag = memoryBag(sealBag(files));
  return verifyKept(bag, { policy: log.policy, known, ...(onAccount && { onAccount }) });
}

const unseen = async (log: ForgedLog) => log.note(log.events.length, { seenAt: null });

t.test('section 4: a checkpoint held bounds the times received that it covers', async t => {
  const { log, cast } = await foundedLog();
  const item = await collectItem(log, cast);
  const size = log.events.length;
  const seenAt = log.timeOf(size - 2) - 5 * MINUTE;
  const early = await log.note(size, { seenAt });
  const late = await log.note(size, { seenAt: seenAt + 1000 });
  await note(log, cast);
  const last = { check: 'leaf', where: String(size - 1) };
  t.match((await verifyForged(log, {}, { known: [early] })).failed, last, 'of the whole log');
  t.equal((await verifyForged(log, {}, { known: [late] })).verdict, 'ok', 'to the second');
  const wanted = [item];
  t.match(
    (await verifyWithProofs(log, { wanted }, [size], [early])).failed,
    last,
    'of a part, with its proof',
  );
  const open = await verifyWithProofs(log, { wanted }, [], [early]);
  t.equal(open.verdict, 'ok', 'what is not compared bounds nothing');
  const alone = await log.note(size, { seenAt: null });
  const { notProven, verdict } = await verifyForged(log, {}, { known: [alone] });
  t.equal(verdict, 'ok', `nor what nobody has seen: ${notProven}`);
});

t.test('section 4: the leaves after it may have been there when it was seen', async t => {
  const { log, cast } = await foundedLog();
  const size = log.events.length;
  const held = await log.note(size, { seenAt: log.timeOf(size) + 24 * 60 * MINUTE });
  await note(log, cast);
  const { verdict, failed } = await verifyForged(log, {}, { known: [held] });
  t.equal(verdict, 'ok', JSON.stringify(failed));
});

t.test('section 12: of the very tree, a checkpoint held bounds what head statements claim', async t => {
  const { log, cast } = await foundedLog();
  const item = await collectItem(log, cast);
  await note(log, cast);
  const size = log.events.length;
  const note_ = await unseen(log);
  const held = await log.note(size, { seenAt: log.timeOf(size - 2) - 5 * MINUTE });
  const { failed } = await verifyForged(log, { wanted: [item], note: note_ }, { known: [held] });
  t.match(failed, { check: 'head', detail: /after the tree was seen/ });
  let account: Account | undefined;
  const good = await log.note(size);
  await verifyForged(
    log,
    { wanted: [item], note: note_ },
    { known: [good], onAccount: given => (account = given) },
  );
  t.match(account?.seen, { time: log.timeOf(size), witnesses: ['w'] }, 'and vouches for it');
});

t.test('section 9: a receipt held of an event in the middle of a history', async t => {
  const { log, cast } = await foundedLog();
  const item = await collectItem(log, cast);
  const collected = log.events.at(-2);
  if (collected === undefined) return;
  const receipt = await receiptOf(log, collected, log.events.length);
  t.equal((await verifyForged(log, { wanted: [item] }, { known: [receipt] })).verdict, 'ok');
  log.events.splice(-2);
  await note(log, cast, { subject: item, type: 'evidence.collected', body: { method: 'another' } });
  await note(log, cast, { subject: item });
  await note(log, cast);
  const denied = await verifyForged(log, { wanted: [item] }, { known: [receipt] });
  t.match(denied.failed, { check: 'head', where: item, detail: /which a receipt held shows/ });
});

t.test('section 12: a receipt held whose statement was altered is told as that', async t => {
  const { log, cast } = await foundedLog();
  await note(log, cast);
  const [kept, other] = log.events.slice(-2);
  if (kept === undefined || other === undefined) throw new Error('no events');
  const receipt = await receiptOf(log, kept, log.events.length);
  for (const jws of [other.jws, 'DEMO']) {
    let account: Account | null = null;
    const known = [{ ...(receipt as object), jws } as Held];
    const verdict = await verifyForged(log, {}, { known, onAccount: given => (account = given) });
    t.match(verdict, { verdict: 'ok' });
    t.match(
      verdict.notProven.at(-1),
      /^checkpoint held 1: of this log, but the receipt with it does not verify/,
    );
    const told = { account, policy: 'policy.txt', noExport: null, remarks: [] };
    t.match(
      tellVerdict(verdict, told, 'en').join('\n'),
      /\nWhole histories: .*the acts about the log itself/,
    );
    t.match(tellVerdict(verdict, told, 'en').join('\n'), /held 1: .* THE RECEIPT DOES NOT VERIFY/);
    t.match(tellVerdict(verdict, told, 'fr').join('\n'), /détenu 1 : .* LE RÉCÉPISSÉ EST FAUX/);
  }
});

t.test('section 1: an event has one index, and an index one leaf', async t => {
  const { log, cast } = await foundedLog();
  const item = await collectItem(log, cast);
  await note(log, cast);
  const kept = log.events.at(-1);
  if (kept === undefined) return;
  const receipt = await receiptOf(log, kept, log.events.length);
  const { index } = kept;
  log.events.pop();
  await note(log, cast, { subject: item });
  await note(log, cast);
  const elsewhere = await verifyForged(log, { wanted: [item] }, { known: [receipt] });
  t.match(elsewhere.failed, { check: 'consistency', where: String(index) }, 'another leaf there');
  log.events.pop();
  log.events.push({ ...kept, index: log.events.length });
  await note(log, cast);
  const moved = await verifyForged(log, { wanted: [kept.payload.subject] }, { known: [receipt] });
  t.match(moved.failed, { check: 'consistency', where: String(index + 1) }, 'the event at another');
});

t.test('section 9: two events at one place of a history that is not whole', async t => {
  const { log, cast } = await foundedLog();
  const other = await collectItem(log, cast);
  await note(log, cast, { subject: other });
  const kept = log.events.at(-1);
  if (kept === undefined) return;
  const receipt = await receiptOf(log, kept, log.events.length);
  log.events.pop();
  await note(log, cast);
  await note(log, cast, { subject: other });
  const named = log.events.at(-1);
  const item = await collectItem(log, cast);
  await note(log, cast, { subject: item, refs: [named?.eventId ?? ''] });
  const { failed } = await verifyForged(log, { wanted: [item] }, { known: [receipt] });
  t.match(failed, { check: 'consistency', where: String(named?.index) });
});

t.test('section 12: a larger checkpoint held is told first, and fails a log that has shrunk', async t => {
  const { log, cast } = await foundedLog();
  await note(log, cast);
  await note(log, cast);
  const size = log.events.length;
  const larger = await log.note(size);
  const before = await log.note(size, { seenAt: log.timeOf(size - 3) - 5 * MINUTE - 1000 });
  const unsigned = await log.note(size, { seenAt: null });
  log.events.splice(-2);
  let account: Account | null = null;
  const verify = (known: readonly Held[], seenAt?: number) =>
    log
      .note(size - 2, seenAt === undefined ? {} : { seenAt })
      .then(note => verifyForged(log, { note }, { known, onAccount: given => (account = given) }));
  const cut = await verify([larger]);
  t.equal(cut.verdict, 'ok', JSON.stringify(cut.failed));
  t.match(
    cut.notProven.at(-1),
    `checkpoint held 1: could not be compared: of a larger tree than this export`,
  );
  const told = { account, policy: 'policy.txt', noExport: null, remarks: [] };
  const words = tellVerdict(cut, told, 'en');
  t.match(words[1], `MAY BE CUT: the log already had ${size} events (at the latest on 20`);
  t.match(tellVerdict(cut, told, 'fr')[1], `PEUT-ÊTRE TRONQUÉ : le journal comptait déjà ${size} actes`);
  const shrunk = { check: 'consistency', where: `consistency/${size}`, detail: /^the log has shrunk/ };
  t.match((await verify([before])).failed, shrunk, 'a leaf was taken in after the larger tree was seen');
  const again = log.timeOf(size) + 10 * MINUTE;
  t.equal((await verify([larger], again)).verdict, 'ok', 'within what clocks may differ');
  t.match((await verify([larger], again + 1000)).failed, shrunk, 'the smaller was cosigned after the larger');
  t.equal((await verify([unsigned], again + 1000)).verdict, 'ok', 'nobody has seen the larger one');
});

t.test('section 8: what a key given up has signed alone counts neither for nor against the log', async t => {
  const { log, cast } = await foundedLog();
  const old = log.logKey;
  const renewed = await log.newLogKey();
  const item = await collectItem(log, cast);
  const before = await log.note(log.events.length);
  const act = await log.append({
    by: cast.operator,
    role: 'OPS',
    subject: log.subject,
    type: 'log.key-rotated',
    body: { logKey: formatVerifierKey(renewed.key) },
  });
  await log.countersign(act, cast.registrars[0], 'REG', 'registrar');
  await note(log, cast, { subject: item });
  const kept = log.events.at(-1);
  const size = log.events.length;
  if (kept === undefined) return;
  const both = { keys: [renewed, old] };
  const honest = await log.note(size, both);
  const alone = await log.note(size, { keys: [old], seenAt: null });
  await note(log, cast, { subject: item });
  const larger = await log.note(size + 1, { keys: [old] });
  const largerByBoth = await log.note(size + 1, both);
  log.events.splice(-2);
  await note(log, cast, { subject: item });
  const thief = await log.note(size, { keys: [old], seenAt: null });
  const [shown] = log.events.slice(-1);
  const receipt = shown && (await receiptOf(log, shown, size, { keys: [old] }));
  const forked = await log.note(size, { ...both, seenAt: null });
  log.events.splice(-1, 1, kept);
  const outcomes = async (known: readonly Held[], keys = [renewed]) => {
    let account: Account | undefined;
    const verdict = await verifyForged(
      log,
      { note: honest, headKey: renewed, size },
      { policy: log.policyOf(keys), known, onAccount: given => (account = given) },
    );
    return verdict.failed ?? account?.held.map(({ outcome }) => outcome);
  };
  const notInForce = 'key not in force';
  t.same(await outcomes([thief, alone, larger, receipt ?? thief]), Array(4).fill(notInForce));
  t.same(
    await outcomes([thief, larger], [old, renewed]),
    [notInForce, notInForce],
    'whatever the policy names',
  );
  t.same(await outcomes([before, honest, largerByBoth]), ['compared', 'compared', 'newer']);
  t.match(await outcomes([forked]), { check: 'consistency', where: `consistency/${size}` });
  const next = await log.newLogKey();
  await note(log, cast);
  const further = await log.note(size + 1, { keys: [next] });
  t.same(await outcomes([further], [renewed, next]), ['newer'], 'a key that the export is too old to know');
});

t.test('section 12: a single witness of a quorum of two, early or late, shrinks no log', async t => {
  const { log, cast } = await foundedLog();
  const [second, rogue] = [await ForgedLog.prepare(), await ForgedLog.prepare()];
  const names = { w: log.witness, second: second.witness, rogue: rogue.witness };
  const witnesses = Object.entries(names).map(
    ([name, { key }]) => `witness ${name} ${formatVerifierKey(key)}\n`,
  );
  const policy = `log ${formatVerifierKey(log.logKey.key)}\n${witnesses.join('')}group most 2 w second rogue\nquorum most\n`;
  const cosigned = async (note: string, { witness: { key, signer } }: ForgedLog, time: number) => {
    const { text, signatures } = parseNote(note);
    const line = await cosignNote(text, key, signer, Math.floor(time / 1000));
    return formatNote({ text, signatures: [...signatures, line] });
  };
  await note(log, cast);
  const small = log.events.length;
  const seenAt = log.timeOf(small);
  const own = await cosigned(await log.note(small), second, seenAt);
  await note(log, cast);
  const larger = await cosigned(await log.note(small + 1), second, log.timeOf(small + 1));
  log.events.pop();
  const verify = async (note: string, held: string) =>
    (await verifyForged(log, { note }, { policy, known: [held] })).failed;
  t.equal(await verify(own, larger), null);
  t.equal(await verify(own, await cosigned(larger, rogue, 1000)), null, 'the larger, far too early');
  const late = seenAt + 60 * MINUTE;
  const lateByOne = await cosigned(own, rogue, late);
  t.equal(await verify(lateByOne, larger), null, 'the smaller, far too late');
  const shrunk = { check: 'consistency', detail: /^the log has shrunk/ };
  t.match(await verify(await cosigned(lateByOne, second, late), larger), shrunk, 'two of them show it');
});
