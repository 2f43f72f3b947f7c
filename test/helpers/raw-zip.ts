import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a ZIP that nobody's program would write; what is not said is as it should be. */
export interface RawEntry {
  readonly name: string;
  /** In the list at the end, where it is another than before the data. */
  readonly listedName?: string;
  readonly data: Uint8Array;
  readonly deflated?: boolean;
  /** Bytes unpacked, as the ZIP says. */
  readonly size?: number;
  readonly attributes?: number;
  /** Bit 0: encrypted. */
  readonly flags?: number;
  /** Where its data lie: at those of an entry before it. */
  readonly at?: number;
}

function header(
  signature: number,
  length: number,
  fields: readonly (readonly [number, number, 2 | 4])[],
): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUInt32LE(signature, 0);
  for (const [offset, value, width] of fields) bytes.writeUIntLE(value, offset, width);
  return bytes;
}

/** A ZIP byte by byte (APPNOTE.TXT sections 4.3.7, 4.3.12 and 4.3.16). */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { data, deflated = false, attributes = 0, flags = 0, at } = entry;
    const name = Buffer.from(entry.name, 'utf8');
    const packed = deflated ? deflateRawSync(data) : Buffer.from(data);
    const size = entry.size ?? data.length;
    const method = deflated ? 8 : 0;
    const sum = checksum(data);
    const common = (start: number) =>
      [
        [start, 20, 2],
        [start + 2, flags, 2],
        [start + 4, method, 2],
        [start + 10, sum, 4],
        [start + 14, packed.length, 4],
        [start + 18, size, 4],
      ] as const;
    const place = at === undefined ? offset : (offsets[at] ?? 0);
    offsets.push(place);
    if (at === undefined) {
      const local = header(0x04034b50, 30, [...common(4), [26, name.length, 2]]);
      parts.push(local, name, packed);
      offset += local.length + name.length + packed.length;
    }
    const listed = Buffer.from(entry.listedName ?? entry.name, 'utf8');
    list.push(
      header(0x02014b50, 46, [
        [4, (3 << 8) | 20, 2],
        ...common(6),
        [28, listed.length, 2],
        [38, attributes, 4],
        [42, place, 4],
      ]),
      listed,
    );
  }
  const listBytes = Buffer.concat(list);
  const end = header(0x06054b50, 22, [
    [8, entries.length, 2],
    [10, entries.length, 2],
    [12, listBytes.length, 4],
    [16, offset, 4],
  ]);
  return new Uint8Array(Buffer.concat([...parts, listBytes, end]));
}

/** CRC-32; Node's own is of a later release than the oldest one that the program runs on. */
function checksum(data: Uint8Array): number {
  if (typeof crc32 === 'function') return crc32(data);
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
