import { type FormatCheck, FormatError } from './error.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const URL_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PADDING = 0x3d;
const ascii = new TextDecoder();

function toCodes(alphabet: string): Uint8Array {
  return Uint8Array.from(alphabet, character => character.charCodeAt(0));
}

/** The 6-bit value of each ASCII code, 255 where the code is not in the alphabet. */
function toValues(alphabet: string): Uint8Array {
  const values = new Uint8Array(128).fill(255);
  for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;
  return values;
}

const CODES = toCodes(ALPHABET);
const URL_CODES = toCodes(URL_ALPHABET);
const VALUES = toValues(ALPHABET);
const URL_VALUES = toValues(URL_ALPHABET);

function encode(bytes: Uint8Array, codes: Uint8Array, padded: boolean): string {
  const length = padded ? Math.ceil(bytes.length / 3) * 4 : Math.ceil((bytes.length * 4) / 3);
  const text = new Uint8Array(length).fill(PADDING);
  let out = 0;
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    bits = (bits << 8) | byte;
    count += 8;
    while (count >= 6) {
      count -= 6;
      text[out++] = codes[(bits >> count) & 63] ?? 0;
    }
    bits &= (1 << count) - 1;
  }
  if (count > 0) text[out] = codes[(bits << (6 - count)) & 63] ?? 0;
  return ascii.decode(text);
}

/** The bytes, or what is wrong: a character outside the alphabet, a length no text has, unused bits set. */
function decode(text: string, length: number, values: Uint8Array): Uint8Array | string {
  if (length % 4 === 1) return `length ${length}`;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let out = 0;
  let bits = 0;
  let count = 0;
  for (let i = 0; i < length; i++) {
    const value = values[text.charCodeAt(i)] ?? 255;
    if (value === 255) return `character at ${i}`;
    bits = (bits << 6) | value;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[out++] = bits >> count;
      bits &= (1 << count) - 1;
    }
  }
  return bits === 0 ? bytes : 'unused bits are not zero';
}

/** RFC 4648 section 4, with padding. */
export function base64Text(bytes: Uint8Array): string {
  return encode(bytes, CODES, true);
}

/**
 * RFC 4648 section 4, canonical: padding present and unused bits zero.
 * @throws {FormatError} with `check`
 */
export function base64Bytes(text: string, check: FormatCheck): Uint8Array {
  let length = text.length;
  if (length % 4 !== 0) throw new FormatError(check, `expected padded base64, received length ${length}`);
  if (text.endsWith('==')) length -= 2;
  else if (text.endsWith('=')) length -= 1;
  const bytes = decode(text, length, VALUES);
  if (typeof bytes === 'string') throw new FormatError(check, `expected canonical base64: ${bytes}`);
  return bytes;
}

/** RFC 4648 section 5, without padding. */
export function base64urlText(bytes: Uint8Array): string {
  return encode(bytes, URL_CODES, false);
}

/**
 * RFC 4648 section 5, without padding, canonical: unused bits zero.
 * @throws {FormatError} with `check`
 */
export function base64urlBytes(text: string, check: FormatCheck): Uint8Array {
  const bytes = decode(text, text.length, URL_VALUES);
  if (typeof bytes === 'string') throw new FormatError(check, `expected canonical base64url: ${bytes}`);
  return bytes;
}
