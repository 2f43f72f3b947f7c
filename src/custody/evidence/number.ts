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
 * A new UUIDv7: 48 bits of time, 74 random ones. The last 60 make the number, so two devices that never
 * met do not clash.
 * @param now ms since 1970
 * @param random16 16 random bytes; the first six are not used
 */
export function newEvidenceId(now: number, random16: Uint8Array): string {
  const time = BigInt(now).toString(16).padStart(12, '0');
  const random = Array.from(random16, byte => byte.toString(16).padStart(2, '0')).join('');
  if (!Number.isSafeInteger(now) || now < 0 || time.length !== 12 || random16.length !== 16) {
    throw new RangeError('expected ms since 1970 and 16 random bytes');
  }
  const variant = ((Number.parseInt(random.slice(16, 17), 16) & 0b0011) | 0b1000).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8, 12),
    `7${random.slice(13, 16)}`,
    `${variant}${random.slice(17, 20)}`,
    random.slice(20, 32),
  ].join('-');
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
 * A number as somebody typed or read it: lower case, spaces, `O` for `0`, `I` or `L` for `1`, as Crockford
 * says. Gives its one spelling, or null where it is no number or its check character does not fit.
 */
export function parseEvidenceNumber(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
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
