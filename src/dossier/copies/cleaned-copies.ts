import { createHash } from 'node:crypto';
import type { ReportFile } from '../../audit/export-content.js';
import { cleanPicture } from './clean-picture.js';

/** A picture that goes along without what stands beside its pixels; the original stays, proven by its hash. */
export interface CleanedCopy {
  /** SHA-256 of the original, hexadecimal. */
  readonly of: string;
  /** Of the copy. */
  readonly sha256: string;
  /** Below `report/`; it tells nothing but a number. */
  readonly path: string;
}

/** The bytes of a file of the log; null where the Mission does not hold them. */
export type ReadOriginal = (sha256: string) => Promise<Buffer | null>;

/** @returns undefined where there is no picture to clean: then nothing goes */
export async function copyOf(
  of: string,
  number: number,
  read: ReadOriginal,
): Promise<CleanedCopy | undefined> {
  const cleaned = await cleanedOf(of, read);
  if (cleaned === null) return undefined;
  return {
    of,
    sha256: sha256Of(cleaned.bytes),
    path: `copies/${String(number).padStart(4, '0')}.${cleaned.extension}`,
  };
}

/**
 * The copies as files of the bag, one in memory at a time; from the same originals the same bytes. Opening one throws where
 * it does not come to its hash any more: nothing goes out half made.
 */
export function filesOfCopies(copies: readonly CleanedCopy[], read: ReadOriginal): readonly ReportFile[] {
  return copies.map(({ of, sha256, path }) => ({
    path,
    async *open() {
      const cleaned = await cleanedOf(of, read);
      if (cleaned === null || sha256Of(cleaned.bytes) !== sha256)
        throw new Error(`no copy of file ${of} any more`);
      yield cleaned.bytes;
    },
  }));
}

async function cleanedOf(of: string, read: ReadOriginal) {
  const original = await read(of);
  return original === null ? null : cleanPicture(original);
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
