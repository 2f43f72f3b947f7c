/** Of more pixels none is drawn: a small file may unpack to any number of them. */
const MAX_PIXELS = 60_000_000;

/**
 * What a picture is by its own bytes, of the two kinds that are shown, and no larger than can be drawn; null for
 * anything else. Nothing that can hold a program is among them.
 */
export function imageType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPng(bytes)) return isDrawable(sizeOfPng(view)) ? 'image/png' : null;
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return isDrawable(sizeOfJpeg(view)) ? 'image/jpeg' : null;
  return null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function isDrawable(size: Size | null): boolean {
  if (size === null || size.width === 0 || size.height === 0) return false;
  return size.width * size.height <= MAX_PIXELS;
}

/** PNG (W3C) section 5.2: the signature; 11.2.2: IHDR first. */
function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, i) => bytes[i] === byte);
}

function sizeOfPng(view: DataView): Size | null {
  return view.byteLength < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU-T T.81 Annex B: the segments up to the frame header. */
function sizeOfJpeg(view: DataView): Size | null {
  let place = 2;
  while (place + 9 <= view.byteLength) {
    if (view.getUint8(place) !== 0xff) return null;
    const marker = view.getUint8(place + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(place + 5), width: view.getUint16(place + 7) };
    place += marker === 0xff ? 1 : 2 + view.getUint16(place + 2);
  }
  return null;
}
