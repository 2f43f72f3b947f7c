import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request as startRequest } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { issuedBody, withdrawnBody } from './bodies/sealstock.js';
import { openTestSession } from './reading.js';
import type { TestStage } from './test-stage.js';

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Requests over a real connection, as one officer of the cast or as nobody. */
export async function connectionOf(testStage: TestStage, name: string | null) {
  const token = name === null ? undefined : await openTestSession(testStage, name);
  const authorization: Record<string, string> =
    token === undefined ? {} : { authorization: `Bearer ${token}` };
  return {
    authorization,
    request: (path: string, { headers, ...init }: RequestInit & { duplex?: 'half' } = {}) =>
      fetch(`${testStage.url}${path}`, { ...init, headers: { ...authorization, ...headers } }),
  };
}

/** Officers DEMO-HQC-1 (headquarters) and DEMO-WIT-1 (holds a stock of seals), and DEMO-WIT-2 who holds nothing. */
export async function enlistUploaders({ stage, clock }: TestStage): Promise<string> {
  await stage.enlist('DEMO-HQC-1', ['HQC'], { unit: null });
  const holder = await stage.enlist('DEMO-WIT-1', ['WIT'], { unit: null });
  await stage.enlist('DEMO-WIT-2', ['WIT'], { unit: null });
  const stock = `sealstock/${stage.newId()}`;
  clock.now += 60_000;
  await stage.require([
    { subject: stock, type: 'sealstock.issued', by: 'DEMO-HQC-1/HQC', body: issuedBody(holder) },
  ]);
  return stock;
}

/** DEMO-WIT-1 reports a seal spoiled, with a photograph: an event that names a file. Returns its id. */
export async function nameFile(
  { stage, clock }: TestStage,
  stock: string,
  number: string,
  bytes: Uint8Array,
  mediaType = 'image/jpeg',
): Promise<string> {
  clock.now += 60_000;
  const photo = { sha256: sha256Of(bytes), size: bytes.length, mediaType };
  const at = new Date(clock.now - 1_000).toISOString().replace(/\.\d+Z$/, 'Z');
  const [eventId = ''] = await stage.require([
    {
      subject: stock,
      type: 'sealstock.spoiled',
      by: 'DEMO-WIT-1/WIT',
      body: withdrawnBody(number, at, { photo }),
    },
  ]);
  return eventId;
}

/** The same block of one MiB so many times: the sender itself needs no memory. */
export function* blocks(count: number): Generator<Buffer> {
  const block = Buffer.alloc(1024 ** 2, 'DEMO');
  for (let position = 0; position < count; position++) yield block;
}

/** Sends so many MiB as the body of a request and watches by how much the memory of this process grows meanwhile. */
export async function sendWatched(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  mebibytes: number,
): Promise<{ readonly status: number | undefined; readonly growth: number }> {
  const before = process.memoryUsage();
  let growth = 0;
  function* watched() {
    for (const block of blocks(mebibytes)) {
      const { arrayBuffers, heapUsed } = process.memoryUsage();
      growth = Math.max(growth, arrayBuffers + heapUsed - before.arrayBuffers - before.heapUsed);
      yield block;
    }
  }
  const sent = startRequest(url, { method, headers });
  const [[answer]] = await Promise.all([once(sent, 'response'), pipeline(Readable.from(watched()), sent)]);
  answer.resume();
  return { status: answer.statusCode, growth };
}
