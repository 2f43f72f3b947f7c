import { createHash } from 'node:crypto';
import { ResizeFit, Transformer } from '@napi-rs/image';
import { isWholeJpeg } from './jpeg/whole-jpeg.js';
import { pictureFormat } from './picture-format.js';

/** Why a picture is not shown; the paper has words for each (`broken-picture.ts`). */
export type Broken =
  | 'missing'
  | 'altered'
  | 'not-a-picture'
  | 'too-large'
  | 'incomplete'
  | 'damaged'
  | 'undecodable'
  | 'ended-the-process';

export interface ShrunkPicture {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
}

/** More would take the process beyond its memory: 100 million pixels are 400 MB unpacked. */
const mostPixels = 100_000_000;
const quality = 80;

/**
 * A copy for print of at most `pixels` pixels, turned as its EXIF says and with no EXIF of its own: a new picture of
 * the pixels alone, so place, device and thumbnail of the original are not in it.
 */
export function shrinkPicture(bytes: Buffer, sha256: string, pixels: number): ShrunkPicture | Broken {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return 'altered';
  const format = pictureFormat(bytes);
  if (format.kind === 'unknown' || format.width === 0 || format.height === 0) return 'not-a-picture';
  if (format.width * format.height > mostPixels) return 'too-large';
  if (!format.complete) return 'incomplete';
  if (format.kind === 'jpeg' && !isWholeJpeg(bytes)) return 'damaged';
  try {
    const { width, height } = format;
    const ratio = Math.min(1, Math.sqrt(pixels / (width * height)));
    // A square frame: whichever way the picture is turned, its longer side fits.
    const side = Math.max(1, Math.floor(Math.max(width, height) * ratio));
    const jpeg = new Transformer(bytes)
      .rotate()
      .fastResize({ width: side, height: side, fit: ResizeFit.Inside })
      .jpegSync(quality);
    const shrunk = pictureFormat(jpeg);
    if (shrunk.kind === 'unknown') return 'undecodable';
    return { jpeg, width: shrunk.width, height: shrunk.height };
  } catch {
    return 'undecodable';
  }
}
