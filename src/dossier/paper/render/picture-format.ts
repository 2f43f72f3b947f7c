/** What is known of a picture before anything decodes it. */
export type PictureFormat =
  | {
      readonly kind: 'jpeg' | 'png';
      readonly width: number;
      readonly height: number;
      readonly complete: boolean;
    }
  | { readonly kind: 'unknown' };

/**
 * Format, size and whether the end is there, read from the markers alone: a decoder that is lenient draws half a
 * photograph and says nothing, and one that is not asked first unpacks a picture of any size.
 */
export function pictureFormat(bytes: Buffer): PictureFormat {
  if (bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47) return readPng(bytes);
  if (bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8) return readJpeg(bytes);
  return { kind: 'unknown' };
}

/** PNG (RFC 2083): IHDR is the first chunk, IEND the last. */
function readPng(bytes: Buffer): PictureFormat {
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') return { kind: 'unknown' };
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return { kind: 'png', ...size, complete: true };
    at += 12 + length;
  }
  return { kind: 'png', ...size, complete: false };
}

/** JPEG (ITU-T T.81, annex B): segments up to the scan, then coded data up to the next marker that is none of its own. */
function readJpeg(bytes: Buffer): PictureFormat {
  let size: { width: number; height: number } | null = null;
  let at = 2;
  let complete = false;
  while (at + 4 <= bytes.length + 2) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      complete = true;
      break;
    }
    if (at + 4 > bytes.length) break;
    if (isFrame(marker) && at + 9 <= bytes.length)
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xda) at = endOfScan(bytes, at);
  }
  return size === null ? { kind: 'unknown' } : { kind: 'jpeg', ...size, complete };
}

/** SOF0 to SOF15 without DHT, JPG and DAC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Stuffed zeros and restart markers belong to the coded data. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}
