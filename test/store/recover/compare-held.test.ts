import t, { type Test } from 'tap';
import {
  formatTlogProof,
  inclusionProofFromTiles,
  parseTlogProof,
  rootFromTiles,
  signCheckpoint,
} from '../../../src/log/index.js';
import { readPosition } from '../../../src/store/appender/insert.js';
import type { HeldReceipt } from '../../../src/store/recover/candidate.js';
import { recoverLog } from '../../../src/store/recover/recover-log.js';
import { replicaSource } from '../../../src/store/recover/replica-source.js';
import { storedTiles } from '../../../src/store/tiles.js';
import { connect, createRestored, recoveryInto } from '../../helpers/restored-log.js';
import type { TestDatabase } from '../../helpers/test-database.js';
import type { TestLog } from '../../helpers/test-log.js';

async function sizeIn(t: Test, { serviceUrl }: TestDatabase): Promise<number> {
  return (await readPosition(connect(t, serviceUrl), false))?.size ?? 0;
}

/** What the log's key signed for a tree of this size: the real one, or one that never was. */
async function noteOf({ cast, db }: TestLog, size: number, root?: Uint8Array): Promise<string> {
  const real = await rootFromTiles(size, storedTiles(db));
  return signCheckpoint({ origin: cast.origin, size, root: root ?? real }, cast.logKey);
}

async function receiptFor(test: TestLog, index: number, size: number): Promise<HeldReceipt> {
  const { leaf } = await test.db
    .selectFrom('event')
    .select('leaf')
    .where('log_index', '=', index)
    .executeTakeFirstOrThrow();
  const proof = await inclusionProofFromTiles(index, size, storedTiles(test.db));
  const checkpoint = await noteOf(test, size);
  return { index, proof: formatTlogProof({ extra: leaf, index, proof, checkpoint }) };
}

/** A copy of the receipt in which a byte of the leaf, or of the first sibling, is another. */
function changed({ index, proof }: HeldReceipt, what: 'leaf' | 'sibling'): HeldReceipt {
  const read = parseTlogProof(proof);
  const extra = Uint8Array.from(read.extra ?? []);
  const hashes = read.proof.map(hash => Uint8Array.from(hash));
  const bytes = what === 'leaf' ? extra : (hashes[0] ?? new Uint8Array(1));
  bytes[5] = (bytes[5] ?? 0) ^ 1;
  return { index, proof: formatTlogProof({ ...read, extra, proof: hashes }) };
}

const never = new Uint8Array(32).fill(7);

t.test('issue 4, section 2: every smaller checkpoint has to be a beginning of what is recovered', async t => {
  const test = await createRestored(t);
  const into = (changes: Parameters<typeof recoveryInto>[3]) =>
    recoveryInto(t, test, test.backup.serviceUrl, changes);
  for (const size of [5, 12, 15]) {
    const checkpoints = [{ from: 'auditor.note', note: await noteOf(test, size, never) }];
    await t.rejects(recoverLog(await into({ checkpoints })), {
      name: 'RecoverError',
      message: new RegExp(`auditor.note holds a checkpoint of ${size} leaves .*Nothing was written`),
    });
    const sources = [
      { ...(await replicaSource('audit.zip', test.db)), notes: [await noteOf(test, size, never)] },
    ];
    await t.rejects(recoverLog(await into({ sources })), { message: /^audit\.zip holds a checkpoint/ });
    t.equal(await sizeIn(t, test.backup), 12, 'nothing was written');
  }
  const checkpoints = await Promise.all(
    [5, 12, 15, 18].map(async size => ({ from: `note ${size}`, note: await noteOf(test, size) })),
  );
  t.match(await recoverLog(await into({ checkpoints })), { kind: 'recovered', recovered: 6 });
  const late = [{ from: 'late.note', note: await noteOf(test, 15, never) }];
  await t.rejects(
    recoverLog(await into({ checkpoints: late })),
    { message: /^late\.note holds a checkpoint of 15/ },
    'also where nothing is missing any more',
  );
});

t.test('issue 4, section 2: where events are lost, a fork is told first', async t => {
  const test = await createRestored(t);
  const checkpoints = [{ from: 'auditor.note', note: await noteOf(test, 5, never) }];
  const recovery = await recoveryInto(t, test, test.backup.serviceUrl, { sources: [], checkpoints });
  await t.rejects(recoverLog(recovery), { message: /^auditor\.note holds a checkpoint of 5 leaves/ });
});

t.test('issue 4, section 2: every receipt is compared with the place that it names', async t => {
  const test = await createRestored(t);
  const replica = await replicaSource('laptop', test.db);
  const recover = async (receipts: readonly HeldReceipt[]) =>
    recoverLog(await recoveryInto(t, test, test.backup.serviceUrl, { sources: [{ ...replica, receipts }] }));
  const [early, late] = [await receiptFor(test, 7, 12), await receiptFor(test, 16, 18)];
  for (const receipt of [early, late]) {
    await t.rejects(recover([changed(receipt, 'leaf')]), {
      name: 'RecoverError',
      message: new RegExp(`^the receipt for leaf ${receipt.index} that laptop holds .*Nothing was written`),
    });
    await t.rejects(recover([{ index: 1_000, proof: changed(receipt, 'sibling').proof }]), {
      message: /^the receipt for leaf 1000/,
    });
  }
  t.equal(await sizeIn(t, test.backup), 12);
  const outcome = await recover([early, late, changed(early, 'sibling'), { index: 3, proof: 'none' }]);
  t.match(outcome, {
    kind: 'recovered',
    recovered: 6,
    rejected: [
      { source: 'laptop', index: 7, detail: /^its receipt: leaf 7 is not proven/ },
      { source: 'laptop', index: 3, detail: /^its receipt: / },
    ],
  });
  await t.rejects(recover([changed(late, 'leaf')]), { name: 'RecoverError' }, 'also when nothing is missing');
});
