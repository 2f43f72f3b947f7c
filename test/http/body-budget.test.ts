import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import t from 'tap';
import { buildApp } from '../../src/http/app.js';
import type { Limits } from '../../src/http/plugins/limits.js';
import { exchange } from '../helpers/raw-exchange.js';
import { createTestLog } from '../helpers/test-log.js';

/** The head of a batch that says how long it is, and as much of it as is given. */
function batch(length: number, sent: number, address = '192.0.2.1'): string {
  return [
    'POST /v1/events HTTP/1.1',
    'Host: localhost',
    `X-Forwarded-For: ${address}`,
    'Content-Type: application/json',
    `Content-Length: ${length}`,
    '',
    'x'.repeat(sent),
  ].join('\r\n');
}

t.test('bodies that are on their way are bounded, for the process and for each address', async t => {
  const { log } = await createTestLog(t);
  const listening = async (limits: Partial<Limits>) => {
    const app = await buildApp({ log, logger: false, limits, trustedProxyHops: 1 });
    t.teardown(() => app.close());
    return app.listen({ host: '127.0.0.1', port: 0 });
  };
  /** Sends a body but for its last byte, and waits. */
  const holdOpen = async (url: string, bytes: number, address: string): Promise<Socket> => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    t.teardown(() => socket.destroy());
    await once(socket, 'connect');
    socket.write(batch(bytes + 1, bytes, address));
    return socket;
  };
  const send = (url: string, bytes: number, address: string) => exchange(url, batch(bytes, bytes, address));
  /** Asked again until the service has read what others hold open. */
  const becomes = async (status: number, ask: () => Promise<{ readonly status: number }>) => {
    let answer = await ask();
    while (answer.status !== status) {
      await sleep(20);
      answer = await ask();
    }
  };

  await t.test('one address: 429; all of them: 503; what is answered or given up counts no more', async t => {
    const url = await listening({ bodiesBytes: 5000, bodiesBytesOfAddress: 3000, smallBodyBytes: 0 });
    t.equal((await send(url, 2500, '192.0.2.1')).status, 400, 'read, and no JSON');
    const first = await holdOpen(url, 2000, '192.0.2.1');
    await becomes(429, () => send(url, 2500, '192.0.2.1'));
    const tooMany = await send(url, 2500, '192.0.2.1');
    t.match(JSON.parse(tooMany.body), { status: 429, code: 'too-many-requests' });
    t.match(tooMany.headers.get('retry-after'), /^[1-9]/);
    t.equal(tooMany.headers.get('connection'), 'close', 'the rest of it is not read');
    t.equal((await send(url, 500, '192.0.2.1')).status, 400, 'what fits is taken');
    t.equal((await send(url, 2500, '192.0.2.2')).status, 400, 'another address is not concerned');

    const second = await holdOpen(url, 2000, '192.0.2.2');
    await becomes(503, () => send(url, 2500, '192.0.2.3'));
    const overloaded = await send(url, 2500, '192.0.2.3');
    t.match(JSON.parse(overloaded.body), { status: 503, code: 'unavailable', reason: 'overloaded' });
    t.match(overloaded.headers.get('retry-after'), /^[1-9]/);
    for (const socket of [first, second]) socket.destroy();
    await becomes(400, () => send(url, 2500, '192.0.2.3'));
  });

  await t.test('in pieces, without a length: counted as they come', async t => {
    const url = await listening({ bodiesBytes: 5000, bodiesBytesOfAddress: 3000, smallBodyBytes: 0 });
    const head = batch(0, 0).replace('Content-Length: 0', 'Transfer-Encoding: chunked');
    const answer = await exchange(url, `${head}fa0\r\n${'x'.repeat(4000)}\r\n`);
    t.equal(answer.status, 429);
  });

  await t.test('what comes after the answer counts for nobody', async t => {
    const url = await listening({ bodiesBytes: 5000, bodiesBytesOfAddress: 3000, smallBodyBytes: 0 });
    const { hostname, port } = new URL(url);
    for (let sent = 0; sent < 4; sent++) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      const head = batch(0, 0).replace('Content-Length: 0', 'Transfer-Encoding: chunked');
      socket.write(`${head.replace('application/json', 'text/plain')}1\r\nx\r\n`);
      const [answer] = await once(socket, 'data');
      t.match(String(answer), /^HTTP\/1\.1 415/);
      socket.write(`7d0\r\n${'x'.repeat(2000)}\r\n0\r\n\r\n`);
      socket.destroySoon();
      await once(socket, 'close');
    }
    t.equal((await send(url, 2900, '192.0.2.1')).status, 400, 'all of the budget is there again');
  });

  await t.test('a small body finds its way in when the budget is full', async t => {
    const url = await listening({ bodiesBytes: 5000, bodiesBytesOfAddress: 5000, smallBodyBytes: 100 });
    await holdOpen(url, 4900, '192.0.2.1');
    await becomes(503, () => send(url, 200, '192.0.2.2'));
    t.equal((await send(url, 90, '192.0.2.2')).status, 400, 'read, and no JSON');
  });

  await t.test('the addresses of one IPv6 network are one sender', async t => {
    const url = await listening({ bodiesBytes: 9000, bodiesBytesOfAddress: 3000, smallBodyBytes: 0 });
    await holdOpen(url, 2000, '2001:db8::1');
    await becomes(429, () => send(url, 2500, '2001:db8:0:0:5::2'));
    t.equal((await send(url, 2500, '2001:db8:0:1::1')).status, 400, 'another network');
  });

  await t.test('a body that does not come in time: 408', async t => {
    const url = await listening({ bodySeconds: 0.05 });
    const answer = await exchange(url, batch(1000, 10));
    t.match(JSON.parse(answer.body), { status: 408, code: 'request-timeout' });
    t.equal(answer.headers.get('connection'), 'close');
  });

  await t.test('memory beside the heap: 503', async t => {
    const url = await listening({ bytesBesideHeap: 1 - getHeapStatistics().heap_size_limit });
    await becomes(503, () => exchange(url, 'GET /v1/log/key HTTP/1.1\r\nHost: localhost\r\n\r\n'));
    t.pass();
  });

  await t.test('more connections than one process takes are closed', async t => {
    const url = await listening({ connections: 1 });
    await holdOpen(url, 10, '192.0.2.1');
    await becomes(0, () => send(url, 10, '192.0.2.1').catch(() => ({ status: 0 })));
    t.pass();
  });
});
