import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import t from 'tap';
import { orderExport } from '../../src/http/exports/order-export.js';
import { streamExport } from '../../src/http/exports/stream-export.js';
import { formatVerifierKey } from '../../src/log/index.js';
import { stampCheckpoint, stampWhenDue } from '../../src/stamp-checkpoint.js';
import { openZipBag, readAuthorities, verifyExport } from '../../src/verify/index.js';
import { listenAsAuthority } from '../helpers/listening-authority.js';
import { nothingNamed } from '../helpers/made-export.js';
import { uuidOf } from '../helpers/procedure.js';
import { append, createTestLog } from '../helpers/test-log.js';
import { TestAuthority } from '../helpers/time-stamp-authority.js';

const day = 86_400_000;

t.test('RFC 3161: a checkpoint a day is stamped, and stands in the exports of its size', async t => {
  const { log, cast, appender } = await createTestLog(t);
  const genTime = new Date(cast.now + 60_000).toISOString();
  const authority = await TestAuthority.create({ genTime });
  const listening = await listenAsAuthority(t, authority);
  const authorities = readAuthorities(authority.root) ?? [];
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const parts = { url: listening.url, authorities, policy: null, random, fetch: globalThis.fetch };
  let now = cast.now;
  const stamp = () => stampWhenDue(log, parts, () => now);
  const size = (await log.vault.read()).size;

  listening.instead = { status: 500, body: new Uint8Array() };
  await t.rejects(stamp(), { name: 'TimestampError' });
  await append(appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
  t.ok((await log.vault.read()).size > size, 'an append does not wait for the authority');

  listening.instead = undefined;
  const grown = (await log.vault.read()).size;
  t.equal(await stamp(), grown, 'what failed is tried again');
  t.equal(await stamp(), null, 'once a day');
  now += day;
  t.equal(await stamp(), null, 'a checkpoint of the same size says nothing new');

  const asked = {
    scope: { kind: 'LOG', ...nothingNamed },
    recipient: 'DEMO-OVERSIGHT',
    purpose: 'DEMO',
    withheldIncluded: true,
  } as const;
  const failures: unknown[] = [];
  const tell = (error: unknown) => failures.push(error);
  const orderStamped = (now = cast.now) =>
    orderExport(log, uuidOf('DEMO-AUD-1'), asked, {
      stamp: checkpoint => stampCheckpoint(log, parts, checkpoint, () => now),
      failed: tell,
    });
  const order = await orderStamped();
  t.equal(listening.asked.length, 2, 'a checkpoint that is stamped already is not stamped again');
  const bytes = await buffer((await streamExport(log, order)).output);
  const read = async (offset: number, length: number) => bytes.subarray(offset, offset + length);
  const policy = `log ${formatVerifierKey(log.logKeys.first.key)}\nquorum none\n`;
  const { verdict, failed, notProven } = await verifyExport(openZipBag({ size: bytes.length, read }), {
    policy,
    timestampAuthorities: authorities,
  });
  t.equal(verdict, 'ok', JSON.stringify(failed));
  t.notOk(
    notProven.some(text => text.includes('time-stamp')),
    'its time is proven',
  );

  await append(appender, await cast.enlist('DEMO-WIT-2', ['WIT']));
  t.equal(await stamp(), (await log.vault.read()).size, 'the next day the next one');
  t.equal(listening.asked.length, 3);

  await append(appender, await cast.enlist('DEMO-WIT-3', ['WIT']));
  listening.instead = 'silence';
  t.equal((await orderStamped()).token, null, 'an authority that is silent keeps nobody from an export');
  t.equal(failures.length, 1, 'it is told');
  listening.instead = undefined;
  const later = await orderStamped();
  t.ok(later.token !== null, 'else the export is stamped when it is ordered');
  t.not(later.hash, order.hash);
  t.equal((await orderStamped()).hash, later.hash, 'the token that was had first stays: the same bytes');
});
