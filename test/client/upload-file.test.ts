import { randomBytes } from 'node:crypto';
import t from 'tap';
import {
  type Fetch,
  type FileOnDevice,
  Service,
  ServiceProblem,
  uploadFile,
} from '../../src/client/index.js';
import { createTestStage } from '../helpers/test-stage.js';
import { enlistUploaders, sha256Of } from '../helpers/uploads.js';

function onDevice(
  bytes: Buffer<ArrayBuffer>,
  sha256 = sha256Of(bytes),
): FileOnDevice & { readonly asked: number[] } {
  const asked: number[] = [];
  return {
    asked,
    sha256,
    size: bytes.length,
    mediaType: 'image/jpeg',
    read: async (start, end) => {
      asked.push(start);
      return new Uint8Array(bytes.subarray(start, end));
    },
  };
}

t.test('the client uploads in parts and goes on where it stopped, over a link that breaks', async t => {
  const testStage = await createTestStage(t);
  const { log, url, clock, stage } = testStage;
  await enlistUploaders(testStage);

  /** A service of one device; `broken` says which request does not go through, before or after it was carried out. */
  async function deviceOf(
    broken: (method: string, count: number) => 'before' | 'after' | 'no' = () => 'no',
  ): Promise<Service> {
    let count = 0;
    const fetchBroken: Fetch = async (address, init) => {
      const { pathname } = new URL(address);
      const how = pathname.startsWith('/v1/uploads') ? broken(init.method ?? '', count++) : 'no';
      if (how === 'before') throw new TypeError('DEMO: no link');
      const answer = await fetch(address, init);
      if (how === 'after') throw new TypeError('DEMO: link lost');
      return answer;
    };
    const service = new Service({ url, language: 'en', fetch: fetchBroken });
    await service.openSession(stage.origin, stage.officer('DEMO-WIT-1'), () => clock.now);
    return service;
  }

  await t.test(
    'requests are lost again and again, before or after they arrived, and each byte comes',
    async t => {
      const file = onDevice(randomBytes(10_000));
      const attempts: number[] = [];
      const sent: number[] = [];
      const link = ['before', 'no', 'no', 'after', 'no'] as const;
      const service = await deviceOf((_method, count) => link[count % link.length] ?? 'no');
      await uploadFile(service, file, {
        partBytes: 1_000,
        onProgress: offset => sent.push(offset),
        beforeRetry: async attempt => {
          attempts.push(attempt);
          return attempt <= 3;
        },
      });
      t.equal(await log.files.sizeOf(file.sha256), 10_000);
      t.equal(sent.at(-1), 10_000);
      t.same(
        sent,
        sent.toSorted((left, right) => left - right),
        'progress never goes back',
      );
      t.ok(attempts.length > 3);
    },
  );

  await t.test('who gives up goes on the next day, on another device', async t => {
    const file = onDevice(randomBytes(5_000));
    const first = await deviceOf((method, count) => (method === 'PATCH' && count > 3 ? 'before' : 'no'));
    await t.rejects(uploadFile(first, file, { partBytes: 1_000 }), { name: 'ServiceUnreachable' });
    t.same(file.asked, [0, 1_000, 2_000, 3_000]);
    const again = onDevice(await bytesOf(file));
    await uploadFile(await deviceOf(), again, { partBytes: 1_000 });
    t.same(again.asked, [3_000, 4_000], 'what had come was not sent again');
    const third = onDevice(await bytesOf(file));
    await uploadFile(await deviceOf(), third);
    t.same(third.asked, [], 'what arrived is not sent at all');
  });

  async function bytesOf(file: FileOnDevice): Promise<Buffer<ArrayBuffer>> {
    return Buffer.from(await file.read(0, file.size));
  }

  await t.test('a session that ends in the middle is opened again', async t => {
    const file = onDevice(randomBytes(3_000));
    const service = await deviceOf();
    await uploadFile(service, file, {
      partBytes: 1_000,
      onProgress: () => {
        clock.now += 16 * 60_000;
      },
    });
    t.equal(await log.files.sizeOf(file.sha256), 3_000);
  });

  await t.test('a file that changed since it was signed is refused, not retried', async t => {
    const file = onDevice(randomBytes(3_000), '0'.repeat(64));
    const refused = await uploadFile(await deviceOf(), file, {
      beforeRetry: async () => t.fail('nothing to wait for'),
    }).catch((error: unknown) => error);
    t.equal(refused instanceof ServiceProblem && refused.problem.status, 422);
    const stranger = new Service({ url, language: 'en', fetch: (address, init) => fetch(address, init) });
    const closed = await uploadFile(stranger, file).catch((error: unknown) => error);
    t.equal(closed instanceof ServiceProblem && closed.problem.status, 401);
  });

  await t.test('an empty file is one request', async t => {
    const file = onDevice(Buffer.alloc(0));
    await uploadFile(await deviceOf(), file);
    t.equal(await log.files.sizeOf(file.sha256), 0);
    t.same(file.asked, []);
  });
});
