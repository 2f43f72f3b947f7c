import type { CodedBits, CodeTable } from './entropy.js';

/** What a scan codes of each block (ITU-T T.81, G.1.1.1): coefficients `first` to `last`; `refines` those sent before. */
export interface Band {
  readonly progressive: boolean;
  readonly first: number;
  readonly last: number;
  readonly refines: boolean;
}

/** A component in a scan, with the tables that the scan names. */
export interface Coded {
  readonly dc: CodeTable | undefined;
  readonly ac: CodeTable | undefined;
  /** A bit for each coefficient of each block that is not zero: 2 words a block. */
  readonly known: Uint32Array;
}

/** Blocks that follow and have no more coefficients in this scan; starts anew with each restart interval. */
export interface EndOfBand {
  run: number;
}

/** Reads over one block. @returns false where the bits cannot be one */
export function passBlock(bits: CodedBits, band: Band, coded: Coded, block: number, end: EndOfBand): boolean {
  if (!band.progressive) return passDc(bits, coded.dc) && passSequentialAc(bits, coded.ac);
  if (band.first === 0) {
    if (!band.refines) return passDc(bits, coded.dc);
    bits.skip(1);
    return !bits.overrun;
  }
  if (coded.ac === undefined) return false;
  return band.refines
    ? refineAc(bits, band, coded.ac, coded.known, block, end)
    : passFirstAc(bits, band, coded.ac, coded.known, block, end);
}

function passDc(bits: CodedBits, table: CodeTable | undefined): boolean {
  if (table === undefined) return false;
  const size = bits.symbol(table);
  if (size < 0 || size > 11) return false;
  bits.skip(size);
  return !bits.overrun;
}

function passSequentialAc(bits: CodedBits, table: CodeTable | undefined): boolean {
  if (table === undefined) return false;
  let at = 1;
  while (at < 64) {
    const symbol = bits.symbol(table);
    if (symbol < 0) return false;
    if (symbol === 0) break;
    const size = symbol & 15;
    if (size === 0 && symbol !== 0xf0) return false;
    at += (symbol >> 4) + 1;
    if (at > 64 || size > 10) return false;
    bits.skip(size);
  }
  return !bits.overrun;
}

function passFirstAc(
  bits: CodedBits,
  { first, last }: Band,
  table: CodeTable,
  known: Uint32Array,
  block: number,
  end: EndOfBand,
): boolean {
  if (end.run > 0) {
    end.run -= 1;
    return true;
  }
  for (let at = first; at <= last; at++) {
    const symbol = bits.symbol(table);
    if (symbol < 0) return false;
    const [run, size] = [symbol >> 4, symbol & 15];
    if (size === 0 && run < 15) {
      end.run = (1 << run) - 1 + (run === 0 ? 0 : bits.read(run));
      break;
    }
    at += run;
    if (at > last || size > 10) return false;
    if (size > 0) note(known, block, at);
    bits.skip(size);
  }
  return !bits.overrun;
}

/** G.1.2.3: each coefficient that is known has one more bit, new ones come between. */
function refineAc(
  bits: CodedBits,
  { first, last }: Band,
  table: CodeTable,
  known: Uint32Array,
  block: number,
  end: EndOfBand,
): boolean {
  let at = first;
  for (; end.run === 0 && at <= last; at++) {
    const symbol = bits.symbol(table);
    if (symbol < 0 || (symbol & 15) > 1) return false;
    const isNew = (symbol & 15) === 1;
    let run = symbol >> 4;
    if (!isNew && run < 15) {
      end.run = (1 << run) + (run === 0 ? 0 : bits.read(run));
      break;
    }
    if (isNew) bits.skip(1);
    for (; at <= last; at++) {
      if (isKnown(known, block, at)) bits.skip(1);
      else if (--run < 0) break;
    }
    if (!isNew) continue;
    if (at > last) return false;
    note(known, block, at);
  }
  if (end.run > 0) {
    for (; at <= last; at++) if (isKnown(known, block, at)) bits.skip(1);
    end.run -= 1;
  }
  return !bits.overrun;
}

function note(known: Uint32Array, block: number, at: number): void {
  const word = block * 2 + (at >> 5);
  known[word] = (known[word] ?? 0) | (1 << (at & 31));
}

function isKnown(known: Uint32Array, block: number, at: number): boolean {
  return ((known[block * 2 + (at >> 5)] ?? 0) & (1 << (at & 31))) !== 0;
}
