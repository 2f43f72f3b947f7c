import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writePartsDurably } from '../../disk/write-durably.js';

/** What passed: bytes, and their SHA-256 in hexadecimal. */
export interface Passed {
  readonly size: number;
  readonly sha256: string;
}

/** Writes what comes, durably, and says what it was. */
export async function writeHashed(path: string, parts: AsyncIterable<Uint8Array>): Promise<Passed> {
  const hash = createHash('sha256');
  let size = 0;
  await writePartsDurably(
    path,
    pass(parts, part => {
      hash.update(part);
      size += part.length;
    }),
  );
  return { size, sha256: hash.digest('hex') };
}

/** Hashes a file as it lies there. */
export async function hashFile(path: string): Promise<Passed> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of createReadStream(path)) {
    hash.update(part as Uint8Array);
    size += (part as Uint8Array).length;
  }
  return { size, sha256: hash.digest('hex') };
}

async function* pass(
  parts: AsyncIterable<Uint8Array>,
  seen: (part: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    seen(part);
    yield part;
  }
}
