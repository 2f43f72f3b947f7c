import { createHash } from 'node:crypto';
import type { BagSink } from '../../src/audit/bag/bag-sink.js';

/** A bag held in memory, by path. */
export class MemoryBag implements BagSink {
  readonly files = new Map<string, Buffer>();
  closed = false;

  async write(path: string, parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    if (this.closed) throw new Error(`${path} is written after the end`);
    const read: Uint8Array[] = [];
    for await (const part of parts) read.push(part);
    this.files.set(path, Buffer.concat(read));
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  text(path: string): string {
    const bytes = this.files.get(path);
    if (bytes === undefined) throw new Error(`${path} is not in the bag`);
    return bytes.toString('utf8');
  }

  paths(under: string): readonly string[] {
    return [...this.files.keys()].filter(path => path.startsWith(under));
  }

  /** SHA-256 of every file, hexadecimal. */
  hashes(): ReadonlyMap<string, string> {
    return new Map([...this.files].map(([path, bytes]) => [path, sha256Of(bytes)]));
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
