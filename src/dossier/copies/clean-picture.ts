import exifr from 'exifr';
import { pictureFormat } from '../paper/render/picture-format.js';
import { cleanJpeg } from './clean-jpeg.js';
import { cleanPng } from './clean-png.js';

export interface CleanPicture {
  readonly bytes: Buffer;
  readonly extension: 'jpg' | 'png';
}

/**
 * A copy of a picture from which nobody can be identified but by what it shows (GATE-8): the same bytes come of the
 * same original, always. The original is unchanged, and its hash stays in the log.
 * @returns null where it is no whole JPEG or PNG: then nothing goes
 */
export async function cleanPicture(original: Buffer): Promise<CleanPicture | null> {
  const { kind } = pictureFormat(original);
  if (kind === 'unknown') return null;
  const bytes = kind === 'png' ? cleanPng(original) : cleanJpeg(original, await turnOf(original));
  return bytes === null ? null : { bytes, extension: kind === 'png' ? 'png' : 'jpg' };
}

/** 2 to 8, as EXIF says that the picture is turned; null: upright, or EXIF that cannot be read. */
async function turnOf(original: Buffer): Promise<number | null> {
  const found: number | undefined = await exifr.orientation(original).catch(() => undefined);
  return found !== undefined && Number.isInteger(found) && found > 1 && found <= 8 ? found : null;
}
