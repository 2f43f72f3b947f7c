import t from 'tap';
import { AppendUnavailable } from '../../../src/store/appender/outcome.js';
import { BatchQueue } from '../../../src/store/appender/queue.js';

const limits = { maxWaiting: 100, maxGroup: 10, maxGroupEvents: 20 };

function queueOf(work: (batches: readonly number[]) => Promise<readonly string[]>, changed = {}) {
  return new BatchQueue<number, string>(
    { work, sizeOf: batch => batch, concernsAll: error => error instanceof AppendUnavailable },
    { ...limits, ...changed },
  );
}

t.test('design section 4: batches that wait are taken together, up to the limits of a group', async t => {
  const groups: (readonly number[])[] = [];
  const queue = queueOf(async batches => {
    groups.push(batches);
    return batches.map(String);
  });
  const outcomes = await Promise.all([1, 5, 5, 5, 5, 5, 50, 1].map(batch => queue.add(batch)));
  t.same(outcomes, ['1', '5', '5', '5', '5', '5', '50', '1']);
  t.same(groups, [[1], [5, 5, 5, 5], [5], [50], [1]]);
});

t.test('a batch that makes the work fail costs the others nothing', async t => {
  const queue = queueOf(async batches => {
    if (batches.includes(13)) throw new Error('poison');
    return batches.map(String);
  });
  const settled = await Promise.allSettled([1, 2, 13, 3].map(batch => queue.add(batch)));
  t.match(settled, [
    { status: 'fulfilled', value: '1' },
    { status: 'fulfilled', value: '2' },
    { status: 'rejected', reason: { message: 'poison' } },
    { status: 'fulfilled', value: '3' },
  ]);
});

t.test('what would have come whatever the batches were reaches all, and is tried once', async t => {
  let tries = 0;
  const queue = queueOf(async () => {
    tries += 1;
    throw new AppendUnavailable('database', 'gone');
  });
  const settled = await Promise.allSettled([1, 2, 3].map(batch => queue.add(batch)));
  t.ok(settled.every(({ status }) => status === 'rejected'));
  t.equal(tries, 2, 'the first batch alone, then the two that waited');
});

t.test('a full or stopping queue says so, and what waits is done', async t => {
  const queue = queueOf(async batches => batches.map(String), { maxWaiting: 1 });
  const waiting = [queue.add(1), queue.add(2)];
  await t.rejects(queue.add(3), { name: 'AppendUnavailable', reason: 'queue-full' });
  const stopped = queue.stop();
  await t.rejects(queue.add(4), { name: 'AppendUnavailable', reason: 'stopping' });
  t.same(await Promise.all(waiting), ['1', '2']);
  await stopped;
});
