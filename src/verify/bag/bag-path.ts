import { CheckFailure } from '../check-failure.js';

const MAX_CHARACTERS = 1000;
const SEGMENT = /^[A-Za-z0-9._-]+$/;

/**
 * A path as bags may have them (log-format section 11): `[A-Za-z0-9._/-]`, relative, no `.`, no `..`, nothing empty.
 * @throws {CheckFailure} `bag`
 */
export function requireBagPath(path: string): void {
  const segments = path.split('/');
  const good =
    path.length <= MAX_CHARACTERS &&
    segments.every(segment => SEGMENT.test(segment) && segment !== '.' && segment !== '..');
  if (!good) throw new CheckFailure('bag', toldPath(path), 'a path that no export has');
}

/** A hostile name as it may be shown: short, and of the characters that a path may have. */
export function toldPath(path: string): string {
  return path.slice(0, 200).replace(/[^A-Za-z0-9._/-]/g, '?');
}
