import t from 'tap';
import { appendToTiles, base64Text, consistencyProofFromTiles, holdTiles } from '../../../src/log/index.js';
import { bytesOf, memoryBag, sealBag } from '../../helpers/bag-files.js';
import { forgeExport, verifyForged } from '../../helpers/forged-export.js';
import type { ForgedLog } from '../../helpers/forged-log.js';
import { collectItem, foundedLog } from '../../helpers/forged-story.js';
import { note } from '../../helpers/forgeries.js';
import { verifyKept } from '../../helpers/verify-kept.js';

/** The proof as it stands in `consistency/<old size>`. */
async function proofText(log: ForgedLog, oldSize: number): Promise<string> {
  const leaves = log.events.map(({ leafHash }) => leafHash);
  const source = holdTiles(appendToTiles(0, [], leaves).changedTiles);
  const proof = await consistencyProofFromTiles(oldSize, leaves.length, source);
  return proof.map(hash => `${base64Text(hash)}\n`).join('');
}

t.test('two auditors were shown two histories: whoever holds the older checkpoint finds it', async t => {
  const { log, cast } = await foundedLog();
  await note(log, cast);
  const held = await log.note(log.events.length);
  await note(log, cast);
  t.equal((await verifyForged(log, {}, { known: [held] })).verdict, 'ok', 'the same history, grown');
  log.events.splice(-2);
  await note(log, cast);
  const same = await verifyForged(log, {}, { known: [held] });
  t.match(same.failed, { check: 'consistency' }, 'another history of the same size');
  await note(log, cast);
  await note(log, cast);
  const grown = await verifyForged(log, {}, { known: [held] });
  t.match(grown.failed, { check: 'consistency' }, 'another history that has grown');
});

t.test('the tail cut off, re-signed by the key of the log itself', async t => {
  const { log, cast } = await foundedLog();
  await note(log, cast);
  const held = await log.note(log.events.length);
  log.events.pop();
  const { verdict, notProven } = await verifyForged(log, {}, { known: [held] });
  t.equal(verdict, 'ok', 'a shorter log is one that was');
  t.match(
    notProven.at(-1),
    /^checkpoint held 1: could not be compared/,
    'what is later than it is not compared',
  );
});

t.test('a part of a log is compared by the proof that was asked for', async t => {
  const { log, cast } = await foundedLog();
  const item = await collectItem(log, cast);
  const size = log.events.length;
  const held = await log.note(size);
  await note(log, cast);
  const other = await (async () => {
    const event = log.events.pop();
    await note(log, cast);
    const forked = await log.note(log.events.length);
    log.events.pop();
    if (event !== undefined) log.events.push(event);
    return forked;
  })();
  const forkedSize = log.events.length;
  await note(log, cast);
  const files = await forgeExport(log, { wanted: [item] });
  const verify = (known: readonly string[]) =>
    verifyKept(memoryBag(sealBag(files)), { policy: log.policy, known });
  t.match((await verify([held])).notProven.at(-1), /could not be compared/, 'without a proof');
  files.set(`data/consistency/${size}`, bytesOf(await proofText(log, size)));
  files.set(`data/consistency/${forkedSize}`, bytesOf(await proofText(log, forkedSize)));
  const proven = await verify([held]);
  t.equal(proven.verdict, 'ok', JSON.stringify(proven.failed));
  t.notOk(proven.notProven.some(text => text.includes('checkpoint held')));
  const forked = await verify([held, other]);
  t.match(forked.failed, { check: 'consistency', where: `consistency/${forkedSize}` });
  files.set(`data/consistency/${size}`, bytesOf('AAAA\n'));
  t.match((await verify([held])).failed, { check: 'consistency', where: `consistency/${size}` });
});

t.test('a checkpoint held that the policy does not know proves nothing', async t => {
  const { log } = await foundedLog();
  const stranger = await foundedLog();
  const known = ['no note', await stranger.log.note(5)];
  const { verdict, notProven } = await verifyForged(log, {}, { known });
  t.equal(verdict, 'ok');
  t.same(
    notProven.filter(text => text.startsWith('checkpoint held')),
    [1, 2].map(number => `checkpoint held ${number}: not one of this log by this policy`),
  );
});
