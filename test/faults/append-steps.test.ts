import t, { type Test } from 'tap';
import { Appender } from '../../src/store/appender/appender.js';
import { openLog } from '../../src/store/open-log.js';
import type { CheckpointVault } from '../../src/store/vault.js';
import { checkLog } from '../helpers/check-log.js';
import { createFaultProxy } from '../helpers/fault-proxy.js';
import { append, createTestLog, type TestLog } from '../helpers/test-log.js';

/** Each step of an append by its statement, in order; `stored`: a crash after it leaves the events in the log. */
const steps = [
  { name: 'lock of the log', statement: 'for update', stored: false },
  { name: 'events', statement: 'insert into event', stored: false },
  { name: 'disclosures', statement: 'insert into "disclosure"', stored: false },
  { name: 'subjects', statement: 'insert into subject', stored: false },
  { name: 'claims', statement: 'insert into "claim"', stored: false },
  { name: 'a table for reading', statement: 'insert into "officer_role"', stored: false },
  { name: 'tiles', statement: 'insert into tile', stored: false },
  { name: 'position', statement: 'update "log_state"', stored: false },
  // The end of the text, so that it is not `read committed`.
  { name: 'commit', statement: 'commit\0', stored: true },
  { name: 'copy of the checkpoint', statement: 'insert into "checkpoint"', stored: true },
  { name: 'receipt', statement: '"event"."leaf"', stored: true },
] as const;

async function eventsStored({ db }: TestLog): Promise<number> {
  const { count } = await db
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** After a restart the log is whole, and the batch sent again gets one place, whatever became of it before. */
async function checkAfterRestart(t: Test, test: TestLog, batch: readonly string[], kept: boolean) {
  const size = await eventsStored(test);
  const restarted = await openLog(test.places);
  try {
    await checkLog(t, restarted);
    const receipts = await append(restarted.appender, batch);
    t.equal(receipts[0]?.index, kept ? size - batch.length : size, 'where it was, or at the end');
    const again = await append(restarted.appender, batch);
    t.same(
      again.map(({ index, leaf }) => ({ index, leaf })),
      receipts.map(({ index, leaf }) => ({ index, leaf })),
    );
    t.equal((await checkLog(t, restarted)).signed, size + (kept ? 0 : batch.length));
  } finally {
    await restarted.close();
  }
}

t.test('each statement of an append fails, before and after it was carried out', async t => {
  const test = await createTestLog(t);
  const proxy = await createFaultProxy(t, test.database.serviceUrl);
  let count = 0;
  for (const { name, statement, stored } of steps) {
    for (const when of ['before', 'after'] as const) {
      await t.test(`${name}, ${when}`, async t => {
        const log = await openLog({ ...test.places, serviceUrl: proxy.url });
        const batch = await test.cast.enlist(`DEMO-WIT-${count++}`, ['WIT']);
        const size = await eventsStored(test);
        proxy.arm({ statement, when });
        await t.rejects(log.appender.submit(batch), { name: 'AppendUnavailable', reason: 'database' });
        t.ok(proxy.broke(), 'the connection broke there');
        await log.close();
        const kept = stored && (name !== 'commit' || when === 'after');
        t.equal(await eventsStored(test), size + (kept ? batch.length : 0), 'whole or not at all');
        await checkAfterRestart(t, test, batch, kept);
      });
    }
  }
});

/** A vault that fails around its write. */
function failingVault(vault: CheckpointVault, when: 'before' | 'after'): CheckpointVault {
  return {
    read: () => vault.read(),
    async exclusively(sign) {
      if (when === 'before') {
        return vault.exclusively(async last => {
          await sign(last);
          throw new Error('no space left on device');
        });
      }
      await vault.exclusively(sign);
      throw new Error('killed');
    },
  };
}

t.test('the vault fails, before and after it was written', async t => {
  const test = await createTestLog(t);
  for (const when of ['before', 'after'] as const) {
    await t.test(when, async t => {
      const vault = failingVault(test.parts.vault, when);
      const appender = new Appender({ ...test.parts, vault });
      const batch = await test.cast.enlist(`DEMO-WIT-${when}`, ['WIT']);
      await t.rejects(appender.submit(batch));
      await checkAfterRestart(t, test, batch, true);
    });
  }
});
