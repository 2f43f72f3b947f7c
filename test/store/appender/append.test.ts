import t from 'tap';
import { base64Bytes, formatVerifierKey, parsePolicy, verifyReceipt } from '../../../src/log/index.js';
import { createTestLog } from '../../helpers/test-log.js';

t.test('design section 4: a batch is appended, and the answer is the receipt', async t => {
  const { cast, appender, parts } = await createTestLog(t);
  const submitted = await cast.enlist('DEMO-WIT-1', ['WIT']);
  const outcome = await appender.submit(submitted);
  if (outcome.kind !== 'appended') throw new Error(JSON.stringify(outcome));
  const policy = parsePolicy(`log ${formatVerifierKey(cast.logKey.key)}\nquorum none\n`);
  t.equal(outcome.receipts.length, submitted.length);
  for (const [position, receipt] of outcome.receipts.entries()) {
    const verified = await verifyReceipt(
      {
        jws: (submitted[position] ?? '').split('~')[0] ?? '',
        proof: receipt.proof,
        subjectSalt: base64Bytes(receipt.subjectSalt, 'leaf'),
      },
      policy,
      parts.findKey,
    );
    t.equal(verified.index, receipt.index);
    t.equal(verified.leaf.receivedAt, cast.now);
  }
  t.test('submitted again, it gets the same indices and leaves', async t => {
    const again = await appender.submit(submitted);
    if (again.kind !== 'appended') throw new Error(JSON.stringify(again));
    t.same(
      again.receipts.map(({ index, leaf }) => ({ index, leaf })),
      outcome.receipts.map(({ index, leaf }) => ({ index, leaf })),
    );
  });
});
