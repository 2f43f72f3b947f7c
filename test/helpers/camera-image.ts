/** What a camera would write into a photograph (EXIF 2.32). */
export interface WrittenByCamera {
  readonly make: string;
  readonly model: string;
  /** `2021:04:02 06:20:00`, as its clock showed. */
  readonly dateTimeOriginal: string;
  /** `+01:00`; null where the camera knows no zone. */
  readonly offset: string | null;
  readonly serialNumber: string;
  /** Degrees north and east. */
  readonly position: readonly [number, number];
}

interface Entry {
  readonly tag: number;
  readonly type: 2 | 4 | 5;
  readonly count: number;
  readonly value: Buffer;
}

/** The smallest file that is a JPEG with an EXIF segment: there is no picture in it. */
export function cameraImage(written: WrittenByCamera): Buffer {
  const tiff = tiffOf(written);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  const marker = (code: number) => Buffer.from([0xff, code]);
  return Buffer.concat([marker(0xd8), marker(0xe1), length, content, marker(0xd9)]);
}

function tiffOf({ make, model, dateTimeOriginal, offset, serialNumber, position }: WrittenByCamera): Buffer {
  const header = Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]);
  const [latitude, longitude] = position;
  const exif = [
    text(0x9003, dateTimeOriginal),
    ...(offset === null ? [] : [text(0x9011, offset)]),
    text(0xa431, serialNumber),
  ];
  const gps = [text(1, 'N'), degrees(2, latitude), text(3, 'E'), degrees(4, longitude)];
  const names = [text(0x10f, make), text(0x110, model)];
  // The directories follow each other; how long the first is does not depend on where the others begin.
  const first = (exifAt: number, gpsAt: number) =>
    directory(8, [...names, long(0x8769, exifAt), long(0x8825, gpsAt)]);
  const exifAt = 8 + first(0, 0).length;
  const exifDirectory = directory(exifAt, exif);
  const gpsAt = exifAt + exifDirectory.length;
  return Buffer.concat([header, first(exifAt, gpsAt), exifDirectory, directory(gpsAt, gps)]);
}

/** A directory at `start`, its long values after it (TIFF 6.0, section 2; little-endian). */
function directory(start: number, entries: readonly Entry[]): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16LE(entries.length, 0);
  const values: Buffer[] = [];
  let valueAt = start + head.length;
  for (const [position, { tag, type, count, value }] of entries.entries()) {
    const at = 2 + position * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    if (value.length <= 4) {
      value.copy(head, at + 8);
      continue;
    }
    head.writeUInt32LE(valueAt, at + 8);
    values.push(value);
    valueAt += value.length;
  }
  return Buffer.concat([head, ...values]);
}

function text(tag: number, content: string): Entry {
  const value = Buffer.from(`${content}\0`, 'latin1');
  return { tag, type: 2, count: value.length, value };
}

function long(tag: number, content: number): Entry {
  const value = Buffer.alloc(4);
  value.writeUInt32LE(content);
  return { tag, type: 4, count: 1, value };
}

/** Degrees, minutes and seconds as fractions. */
function degrees(tag: number, decimal: number): Entry {
  const value = Buffer.alloc(24);
  const minutes = (decimal % 1) * 60;
  const parts = [Math.trunc(decimal), Math.trunc(minutes), Math.round((minutes % 1) * 60_000) / 1000];
  for (const [at, part] of parts.entries()) {
    value.writeUInt32LE(Math.round(part * 1000), at * 8);
    value.writeUInt32LE(1000, at * 8 + 4);
  }
  return { tag, type: 5, count: 3, value };
}
