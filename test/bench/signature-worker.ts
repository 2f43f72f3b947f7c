import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';

/** What one thread verifies. */
export interface Signed {
  readonly events: readonly string[];
  /** JWK by the officer's UUID: in this log each has one. */
  readonly keys: Readonly<Record<string, object>>;
}

interface Prepared {
  readonly input: Buffer;
  readonly signature: Buffer;
  readonly key: KeyObject;
  readonly hash: string | null;
}

const hashes: Readonly<Record<string, string>> = { ES256: 'sha256', ES384: 'sha384' };
const { events, keys } = workerData as Signed;
const known = new Map(
  Object.entries(keys).map(([officer, jwk]) => [
    officer,
    createPublicKey({ key: { ...jwk }, format: 'jwk' }),
  ]),
);

function prepare(jws: string): Prepared {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  const { actor } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const key = known.get(actor.officer);
  if (key === undefined) throw new Error(`${actor.officer} has no key`);
  const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString());
  return {
    input: Buffer.from(`${header}.${payload}`),
    signature: Buffer.from(signature, 'base64url'),
    key,
    hash: hashes[alg] ?? null,
  };
}

// Keys, texts and bytes are there before the clock runs: what is left is the arithmetic.
const prepared = events.map(prepare);
parentPort?.postMessage('ready');
parentPort?.once('message', () => {
  let good = 0;
  for (const { input, signature, key, hash } of prepared) {
    if (verify(hash, input, { key, dsaEncoding: 'ieee-p1363' }, signature)) good += 1;
  }
  parentPort?.postMessage(good);
});
