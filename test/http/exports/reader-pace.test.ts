import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { orderExport } from '../../../src/http/exports/order-export.js';
import { streamExport } from '../../../src/http/exports/stream-export.js';
import { nothingNamed } from '../../helpers/made-export.js';
import { uuidOf } from '../../helpers/procedure.js';
import { append, createTestLog } from '../../helpers/test-log.js';

t.test('an export that is read too slowly is ended, and its turn is free', { timeout: 60_000 }, async t => {
  const { log, cast, appender } = await createTestLog(t);
  for (let n = 1; n <= 30; n++) await append(appender, await cast.enlist(`DEMO-WIT-${n}`, ['WIT']));
  const asked = {
    scope: { kind: 'LOG', ...nothingNamed },
    recipient: 'DEMO-OVERSIGHT',
    purpose: 'DEMO',
    withheldIncluded: false,
  } as const;
  const stamping = { stamp: null, failed: t.error };
  const order = await orderExport(log, uuidOf('DEMO-AUD-1'), asked, stamping);
  t.ok(order.counts.bytes > 100_000, 'more than waits between the service and a reader');

  await t.test('who reads nothing', async t => {
    const { output, ended } = await streamExport(log, order, { leastBytes: 1, lookMs: 200 });
    const failed = new Promise<Error>(resolve => output.once('error', resolve));
    t.equal((await failed).name, 'SlowReader');
    t.match(await ended, { name: 'SlowReader' }, 'whoever writes is told, and the turn ends');
  });

  await t.test('who reads a little', async t => {
    const { output, ended } = await streamExport(log, order, { leastBytes: 50_000, lookMs: 300 });
    const slowly = async () => {
      for await (const _part of output) await sleep(250);
    };
    await t.rejects(slowly(), { name: 'SlowReader' });
    t.match(await ended, { name: 'SlowReader' });
  });

  await t.test(
    'who reads as fast as is asked gets it whole, also where the service is the slow one',
    async t => {
      const { output, ended } = await streamExport(log, order, { leastBytes: 1_000_000_000, lookMs: 1 });
      const whole = await buffer(output);
      t.equal(await ended, undefined);
      t.ok(whole.length > order.counts.bytes);
    },
  );

  await t.test('who leaves', async t => {
    const { output, ended } = await streamExport(log, order);
    output.destroy();
    t.type(await ended, Error);
  });
});
