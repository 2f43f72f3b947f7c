import { hexText, type Random } from '../log/index.js';

/**
 * A UUIDv7 (RFC 9562 section 5.7) for a new subject, made on the device: 48 bits of time, 74 random bits.
 * @param now ms since 1970
 */
export function newId(now: number, random: Random): string {
  const time = now.toString(16).padStart(12, '0');
  const bytes = new Uint8Array(random(10));
  bytes[0] = 0x70 | ((bytes[0] ?? 0) & 0x0f);
  bytes[2] = 0x80 | ((bytes[2] ?? 0) & 0x3f);
  const rest = hexText(bytes);
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}
