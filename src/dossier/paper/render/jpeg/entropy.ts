/** A code table (ITU-T T.81, annex C) by the next 16 bits: length of the code times 256, and its symbol; 0: no code. */
export type CodeTable = Uint16Array;

/**
 * Reads the code tables of a DHT segment into `into`: classes 0 and 1 (DC, AC) times 16, plus the number.
 * @returns false where they are no code
 */
export function readCodeTables(segment: Buffer, into: Map<number, CodeTable>): boolean {
  let at = 0;
  while (at + 17 <= segment.length) {
    const name = segment[at] ?? 0;
    const counts = segment.subarray(at + 1, at + 17);
    const symbols = counts.reduce((sum, count) => sum + count, 0);
    const table = codeTable(counts, segment.subarray(at + 17, at + 17 + symbols));
    if (table === null || at + 17 + symbols > segment.length) return false;
    into.set(name, table);
    at += 17 + symbols;
  }
  return at === segment.length;
}

function codeTable(counts: Buffer, symbols: Buffer): CodeTable | null {
  const table = new Uint16Array(65_536);
  let [code, next] = [0, 0];
  for (let length = 1; length <= 16; length++) {
    const width = 1 << (16 - length);
    for (let i = 0; i < (counts[length - 1] ?? 0); i++, code++, next++) {
      if (code >= 1 << length) return null;
      table.fill((length << 8) | (symbols[next] ?? 0), code * width, (code + 1) * width);
    }
    code <<= 1;
  }
  return table;
}

/** The coded bits of one restart interval. Beyond their end it reads ones, which are no code. */
export class CodedBits {
  readonly #bytes: Buffer;
  readonly #end: number;
  #at = 0;

  /** @param coded without restart markers, with its stuffed zeros */
  constructor(coded: Buffer) {
    const bytes = Buffer.alloc(coded.length + 4, 0xff);
    let [from, to] = [0, 0];
    for (let stuffed = coded.indexOf(0xff); stuffed >= 0; stuffed = coded.indexOf(0xff, stuffed + 1)) {
      to += coded.copy(bytes, to, from, stuffed + 1);
      from = stuffed + 2;
    }
    to += coded.copy(bytes, to, Math.min(from, coded.length));
    bytes.fill(0xff, to);
    this.#bytes = bytes;
    this.#end = to * 8;
  }

  get overrun(): boolean {
    return this.#at > this.#end;
  }

  /** All was read: what is left of the last byte is padding, and some cameras write zeros after it. */
  get used(): boolean {
    if (this.overrun) return false;
    const rest = this.#bytes.subarray((this.#at + 7) >> 3, this.#end >> 3);
    return rest.every(byte => byte === 0);
  }

  /** The next symbol; -1: no code. */
  symbol(table: CodeTable): number {
    const found = table[this.#next16()] ?? 0;
    if (found === 0 || this.#at > this.#end) return -1;
    this.#at += found >> 8;
    return found & 255;
  }

  skip(bits: number): void {
    this.#at += bits;
  }

  /** @param bits at most 16 */
  read(bits: number): number {
    const value = this.#next16() >> (16 - bits);
    this.#at += bits;
    return value;
  }

  #next16(): number {
    const at = this.#at >> 3;
    const bytes = this.#bytes;
    const three = ((bytes[at] ?? 255) << 16) | ((bytes[at + 1] ?? 255) << 8) | (bytes[at + 2] ?? 255);
    return (three >> (8 - (this.#at & 7))) & 0xffff;
  }
}
