/**
 * A UUIDv7 (RFC 9562 section 5.7) for a new subject, made on the device: 48 bits of time, 74 random bits.
 * @param now ms since 1970
 * @param random16 16 random bytes, others each time; the first six are not used
 * @throws {RangeError} where they are not that
 */
export function newId(now: number, random16: Uint8Array): string {
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
