import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../../src/log/index.js';
import { drawnPhotograph } from '../helpers/drawn-photograph.js';

/** A photograph that lies in a folder under its hash. */
export interface DrawnFile extends JsonObject {
  /** Hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
  readonly mediaType: 'image/jpeg' | 'image/heic';
}

/** As much as makes a file of the size that a telephone writes. */
const grain = 31;

/**
 * Photographs of one size in pixels, each another file. There are ten drawings; what stands after the end of a JPEG makes
 * each file another one and is decoded by nobody.
 */
export async function drawFiles(
  folder: string,
  count: number,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<readonly DrawnFile[]> {
  const drawings = Array.from({ length: Math.min(10, count) }, (_, seed) =>
    drawnPhotograph(width, height, seed + 1, grain),
  );
  const files: DrawnFile[] = [];
  for (let index = 0; index < count; index++) {
    const drawing = drawings[index % drawings.length] ?? Buffer.alloc(0);
    const bytes = Buffer.concat([drawing, Buffer.from(`${index}`)]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await writeFile(join(folder, sha256), bytes);
    files.push({ sha256, size: bytes.length, mediaType: 'image/jpeg' });
  }
  return files;
}
