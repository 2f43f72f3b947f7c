import { isUuid } from '../../log/index.js';

/** Crockford's base 32: no I, L, O, U, so that a number survives being read aloud and written by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digits = 12;
const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A UUIDv7 (RFC 9562 section 5.7), whose random bits make the printed number (RQ-01). */
export function isEvidenceId(id: string): boolean {
  return uuidV7.test(id);
}

/**
 * The number printed on an item: the last 60 random bits of its UUID as 12 characters in groups of four, and
 * one check character, e.g. `7K3D-9QWX-2M4P-V` (RQ-01). Never assigned by anybody, so never used twice.
 * @throws {RangeError} for what is no UUID
 */
export function evidenceNumber(uuid: string): string {
  if (!isUuid(uuid)) throw new RangeError(`not a UUID: ${uuid}`);
  const bits = BigInt(`0x${uuid.replaceAll('-', '').slice(-15)}`);
  const values = Array.from({ length: digits }, (_, place) =>
    Number((bits >> BigInt(5 * (digits - 1 - place))) & 31n),
  );
  return grouped([...values, checkValue(values)].map(value => alphabet.charAt(value)).join(''));
}

/**
 * A number as somebody typed or read it: lower case, spaces, dashes of any kind or none, `O` for `0`, `I` or
 * `L` for `1`, as Crockford says. Gives its one spelling, or null where it is no number or its check character
 * does not fit.
 */
export function parseEvidenceNumber(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212._]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const values = Array.from(plain, character => alphabet.indexOf(character));
  if (values.length !== digits + 1 || values.includes(-1)) return null;
  return checkValue(values) === 0 ? grouped(plain) : null;
}

function grouped(number: string): string {
  return (number.match(/.{1,4}/g) ?? []).join('-');
}

/**
 * Damm's algorithm over GF(32), modulus x^5 + x^2 + 1, with the quasigroup a * b = x(a + b): it is totally
 * anti-symmetric because x differs from 0 and 1, so every wrong character and every swap of neighbours is
 * found. A number with its check character comes to 0.
 */
function checkValue(values: readonly number[]): number {
  return values.reduce((interim, value) => timesX(interim ^ value), 0);
}

function timesX(element: number): number {
  const shifted = element << 1;
  return shifted > 31 ? shifted ^ 0b100101 : shifted;
}
