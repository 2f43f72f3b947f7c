import { type Band, type Coded, passBlock } from './blocks.js';
import { CodedBits, type CodeTable, readCodeTables } from './entropy.js';

interface Component {
  readonly id: number;
  /** Blocks of a unit, across and down. */
  readonly across: number;
  readonly down: number;
  /** Blocks of the component alone, across and down. */
  readonly wide: number;
  readonly high: number;
  readonly known: Uint32Array;
}

interface Frame {
  readonly progressive: boolean;
  /** Units of all components together. */
  readonly units: number;
  readonly components: readonly Component[];
}

/**
 * Whether the coded data of a JPEG are whole: every block of every component is there, and every bit is used. A decoder
 * fills with grey what it cannot read, or goes on with other pixels, and says nothing.
 *
 * Huffman coding, sequential and progressive (ITU-T T.81). What is coded otherwise is left to the decoder: true. A
 * damage that leaves codes of the same number is not seen.
 */
export function isWholeJpeg(bytes: Buffer): boolean {
  const tables = new Map<number, CodeTable>();
  const begun = new Set<number>();
  let frame: Frame | null = null;
  let restart = 0;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const segment = bytes.subarray(at + 4, at + 2 + bytes.readUInt16BE(at + 2));
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xc4 && !readCodeTables(segment, tables)) return false;
    if (marker === 0xdd && segment.length >= 2) restart = segment.readUInt16BE(0);
    if (marker >= 0xc0 && marker <= 0xc2) frame = readFrame(segment, marker === 0xc2);
    else if (isOtherFrame(marker)) return true;
    if (marker !== 0xda) continue;
    if (frame === null) return false;
    const scan = codedFrom(bytes, at);
    if (!passScan(frame, segment, scan.intervals, { tables, restart, begun })) return false;
    at = scan.end;
  }
  return frame?.components.every(({ id }) => begun.has(id)) ?? false;
}

/** SOF3 and above without DHT, JPG and DAC: lossless, hierarchical, arithmetic. */
function isOtherFrame(marker: number): boolean {
  return marker >= 0xc3 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readFrame(segment: Buffer, progressive: boolean): Frame | null {
  const count = segment[5] ?? 0;
  if (count === 0 || segment.length < 6 + count * 3) return null;
  const [height, width] = [segment.readUInt16BE(1), segment.readUInt16BE(3)];
  const factors = Array.from({ length: count }, (_, index) => {
    const factor = segment[7 + index * 3] ?? 0;
    return { id: segment[6 + index * 3] ?? 0, across: factor >> 4, down: factor & 15 };
  });
  if (factors.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) return null;
  const across = Math.max(...factors.map(factor => factor.across));
  const down = Math.max(...factors.map(factor => factor.down));
  const components = factors.map(factor => {
    const wide = Math.ceil(Math.ceil((width * factor.across) / across) / 8);
    const high = Math.ceil(Math.ceil((height * factor.down) / down) / 8);
    return { ...factor, wide, high, known: new Uint32Array(progressive ? wide * high * 2 : 0) };
  });
  return { progressive, components, units: Math.ceil(width / (8 * across)) * Math.ceil(height / (8 * down)) };
}

/** The coded data of a scan by restart intervals, and where the next marker stands. */
function codedFrom(
  bytes: Buffer,
  from: number,
): { readonly intervals: readonly Buffer[]; readonly end: number } {
  const intervals: Buffer[] = [];
  let begin = from;
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0xd9;
    if (next === 0 || next === 0xff) continue;
    intervals.push(withoutFill(bytes.subarray(begin, at)));
    // Restart markers are numbered 0 to 7, over and over: one that is missing is a hole.
    if (next !== 0xd0 + ((intervals.length - 1) % 8)) return { intervals, end: at };
    begin = at + 2;
  }
  return { intervals: [...intervals, bytes.subarray(begin)], end: bytes.length };
}

/** Any number of bytes 0xff may stand before a marker (B.1.1.2). */
function withoutFill(coded: Buffer): Buffer {
  let end = coded.length;
  while (coded[end - 1] === 0xff) end -= 1;
  return coded.subarray(0, end);
}

function passScan(
  frame: Frame,
  header: Buffer,
  intervals: readonly Buffer[],
  { tables, restart, begun }: { tables: ReadonlyMap<number, CodeTable>; restart: number; begun: Set<number> },
): boolean {
  const count = header[0] ?? 0;
  if (count === 0 || header.length < 4 + count * 2) return false;
  const named = Array.from({ length: count }, (_, index) => {
    const component = frame.components.find(({ id }) => id === header[1 + index * 2]);
    const tablesOf = header[2 + index * 2] ?? 0;
    if (component === undefined) return null;
    return { ...component, dc: tables.get(tablesOf >> 4), ac: tables.get(16 + (tablesOf & 15)) };
  });
  const components = named.filter(component => component !== null);
  if (components.length < count) return false;
  const [first = 0, last = 0, precision = 0] = header.subarray(1 + count * 2);
  const band = { progressive: frame.progressive, first, last, refines: precision >> 4 > 0 };
  if (last > 63 || first > last || (band.progressive && first > 0 && count > 1)) return false;
  if (first === 0) for (const { id } of components) begun.add(id);
  return passUnits(frame, components, band, intervals, restart);
}

function passUnits(
  frame: Frame,
  components: readonly (Component & Coded)[],
  band: Band,
  intervals: readonly Buffer[],
  restart: number,
): boolean {
  const [only] = components;
  const alone = components.length === 1 && only !== undefined;
  const units = alone ? only.wide * only.high : frame.units;
  const ofInterval = restart === 0 ? units : restart;
  if (intervals.length !== Math.ceil(units / ofInterval)) return false;
  let unit = 0;
  for (const interval of intervals) {
    const bits = new CodedBits(interval);
    const end = { run: 0 };
    for (const until = Math.min(units, unit + ofInterval); unit < until; unit++)
      for (const component of components) {
        const blocks = alone ? 1 : component.across * component.down;
        for (let block = 0; block < blocks; block++)
          if (!passBlock(bits, band, component, unit, end)) return false;
      }
    if (end.run > 0 || !bits.used) return false;
  }
  return true;
}
