import { crc32, deflateSync } from 'node:zlib';

/** Rows of five dots, most significant left: letters and digits that the pictures bear. */
const glyphs: Readonly<Record<string, readonly number[]>> = {
  D: [0b11110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b11110],
  E: [0b11111, 0b10000, 0b10000, 0b11110, 0b10000, 0b10000, 0b11111],
  M: [0b10001, 0b11011, 0b10101, 0b10101, 0b10001, 0b10001, 0b10001],
  O: [0b01110, 0b10001, 0b10001, 0b10001, 0b10001, 0b10001, 0b01110],
  '0': [0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110],
  '1': [0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110],
  '2': [0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111],
  '3': [0b11110, 0b00001, 0b00001, 0b01110, 0b00001, 0b00001, 0b11110],
  '4': [0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010],
  '5': [0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110],
  '6': [0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110],
  '7': [0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000],
  '8': [0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110],
  '9': [0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100],
};

const dot = 4;
const height = 15 * dot;
const paper = 0xe8;
const ink = 0x20;

/**
 * A small grey picture that says DEMO and a number, with a scale along its foot: what stands for photographs and
 * scans in the demonstration, and can be taken for neither. As a photograph has, it has the name of a camera beside the
 * picture: what a cleaned copy is without (GATE-8).
 * @returns bytes of a PNG file
 */
export function demoImage(number: number): Uint8Array {
  const text = `DEMO ${String(number).padStart(3, '0')}`;
  const width = (text.length * 6 + 2) * dot;
  const pixels = new Uint8Array(width * height).fill(paper);
  for (const [position, letter] of [...text].entries()) draw(pixels, width, letter, position);
  for (let x = 0; x < width; x += 2 * dot)
    pixels.fill(ink, (height - dot) * width + x, (height - dot) * width + x + dot);
  return png(pixels, width, `Source\0DEMO-CAMERA-${number}`);
}

function draw(pixels: Uint8Array, width: number, letter: string, position: number): void {
  for (const [line, dots] of (glyphs[letter] ?? []).entries()) {
    for (let column = 0; column < 5; column++) {
      if ((dots & (0b10000 >> column)) === 0) continue;
      const left = (position * 6 + 1 + column) * dot;
      const top = (line + 3) * dot;
      for (let y = top; y < top + dot; y++) pixels.fill(ink, y * width + left, y * width + left + dot);
    }
  }
}

/** 8-bit greyscale, no filter, with a keyword and its text (PNG specification, sections 5 and 11). */
function png(pixels: Uint8Array, width: number, written: string): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(written, 'latin1')),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([frame.subarray(0, 4), content, frame.subarray(4)]);
}
