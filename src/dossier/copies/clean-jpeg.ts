/**
 * The same coded picture with nothing beside it: what is no part of the pixels is dropped by what it is, not by what it
 * says, so that a segment nobody knows of goes as well. Of EXIF the turn of the picture alone is written anew; the
 * thumbnail, position, device, comments, colour profile and whatever stands behind the end of the picture are gone.
 * @returns null where the bytes are not built as a JPEG to its end
 */
export function cleanJpeg(bytes: Buffer, orientation: number | null): Buffer | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  const kept: Buffer[] = [startOfImage, ...(orientation === null ? [] : [turnOf(orientation)])];
  let at = 2;
  while (at + 4 <= bytes.length + 2) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return Buffer.concat([...kept, endOfImage]);
    if (at + 4 > bytes.length) return null;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const until = marker === 0xda ? endOfScan(bytes, end) : end;
    if (end > bytes.length || until > bytes.length) return null;
    if (isOfThePicture(marker)) kept.push(bytes.subarray(at, until));
    else if (marker === adobe) kept.push(...colourOf(bytes.subarray(at, end)));
    at = until;
  }
  return null;
}

const startOfImage = Buffer.from([0xff, 0xd8]);
const endOfImage = Buffer.from([0xff, 0xd9]);
const adobe = 0xee;

/** Frames, tables, restart interval and scans (ITU-T T.81, table B.1). */
function isOfThePicture(marker: number): boolean {
  return (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= 0xda && marker <= 0xdd);
}

/** APP14 of exactly its twelve bytes says how the colours are coded; without it they come out wrong. */
function colourOf(segment: Buffer): readonly Buffer[] {
  return segment.length === 16 && segment.toString('latin1', 4, 9) === 'Adobe' ? [segment] : [];
}

/** Coded data end at the next marker that is no stuffed zero and no restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0xd9;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length + 1;
}

/** An EXIF segment with one tag, Orientation (0x0112, SHORT). */
function turnOf(orientation: number): Buffer {
  const segment = Buffer.from(
    'ffe10022457869660000' + '4d4d002a00000008' + '0001' + '0112000300000001' + '00000000' + '00000000',
    'hex',
  );
  segment.writeUInt16BE(orientation, 28);
  return segment;
}
