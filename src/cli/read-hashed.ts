import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { UsageError } from './usage-error.js';

/** How much of a file is in memory at once, in bytes. */
export const partBytes = 1024 ** 2;

/** The file in parts; after the last one its hash is checked. @throws UsageError where it is not the file meant */
export async function* readHashed(path: string, sha256: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const hash = createHash('sha256');
  const file = await open(path, 'r');
  try {
    for (let start = 0; ; start += partBytes) {
      const part = await readPart(file, start, start + partBytes);
      hash.update(part);
      if (part.length > 0) yield part;
      if (part.length < partBytes) break;
    }
  } finally {
    await file.close();
  }
  const found = hash.digest('hex');
  if (found !== sha256) {
    throw new UsageError({
      en: `${path} is not the file that the act names: its SHA-256 is ${found}, not ${sha256}`,
      fr: `${path} n'est pas le fichier que l'acte désigne : son SHA-256 est ${found} et non ${sha256}`,
    });
  }
}

/** Bytes from `start` to before `end`; fewer where the file ends before. */
export async function readPart(
  file: FileHandle,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const part = new Uint8Array(end - start);
  let filled = 0;
  while (filled < part.length) {
    const { bytesRead } = await file.read(part, filled, part.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return part.subarray(0, filled);
}
