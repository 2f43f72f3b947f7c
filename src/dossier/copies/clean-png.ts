const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** Chunks without which the pixels are others (RFC 2083, section 4). Texts, times, EXIF and profiles are not among them. */
const ofThePicture: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'sRGB']);

/**
 * The same picture with nothing beside it, and nothing behind its end.
 * @returns null where the bytes are no whole PNG
 */
export function cleanPng(bytes: Buffer): Buffer | null {
  if (!bytes.subarray(0, 8).equals(signature)) return null;
  const kept: Buffer[] = [signature];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (at === 8 && name !== 'IHDR') return null;
    if (ofThePicture.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
}
