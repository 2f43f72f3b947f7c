import { sha256 } from './bytes.js';

/*
 * The Merkle tree of log-format section 4 (RFC 9162 section 2.1), written down a second time from the standard: a tamper
 * suite that used the program's own tree would find its own mistakes right.
 */

/** A leaf hash: `SHA-256(0x00 || leaf_data)`. */
export function hashLeaf(data: Uint8Array): Buffer {
  return sha256(Uint8Array.of(0), data);
}

function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Uint8Array.of(1), left, right);
}

/** The largest power of two smaller than n, for n of 2 and more. */
function split(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

export function rootOf(hashes: readonly Uint8Array[]): Buffer {
  const [only] = hashes;
  if (only === undefined) return sha256('');
  if (hashes.length === 1) return Buffer.from(only);
  const k = split(hashes.length);
  return hashNode(rootOf(hashes.slice(0, k)), rootOf(hashes.slice(k)));
}

/** Sibling hashes, leaf side first. */
export function inclusionProofOf(hashes: readonly Uint8Array[], index: number): readonly Buffer[] {
  if (hashes.length <= 1) return [];
  const k = split(hashes.length);
  return index < k
    ? [...inclusionProofOf(hashes.slice(0, k), index), rootOf(hashes.slice(k))]
    : [...inclusionProofOf(hashes.slice(k), index - k), rootOf(hashes.slice(0, k))];
}

/** From the tree of the first `old` leaves to that of all (RFC 9162 section 2.1.4.1). */
export function consistencyProofOf(hashes: readonly Uint8Array[], old: number): readonly Buffer[] {
  return old === hashes.length ? [] : subproof(hashes, old, true);
}

function subproof(hashes: readonly Uint8Array[], old: number, isWhole: boolean): readonly Buffer[] {
  if (old === hashes.length) return isWhole ? [] : [rootOf(hashes)];
  const k = split(hashes.length);
  return old <= k
    ? [...subproof(hashes.slice(0, k), old, isWhole), rootOf(hashes.slice(k))]
    : [...subproof(hashes.slice(k), old - k, false), rootOf(hashes.slice(0, k))];
}

const width = 256;

/** All tiles of the tree (C2SP tlog-tiles), path and bytes. */
export function tilesOf(hashes: readonly Uint8Array[]): readonly (readonly [path: string, bytes: Buffer])[] {
  const tiles: [string, Buffer][] = [];
  let level = 0;
  for (let row = hashes; row.length > 0; level++) {
    for (let start = 0; start < row.length; start += width) {
      const tile = row.slice(start, start + width);
      tiles.push([tilePath(level, start / width, tile.length), Buffer.concat(tile)]);
    }
    row = Array.from({ length: Math.floor(row.length / width) }, (_, n) =>
      rootOf(row.slice(n * width, (n + 1) * width)),
    );
  }
  return tiles;
}

function tilePath(level: number, index: number, size: number): string {
  const digits = String(index).padStart(3 * Math.ceil(String(index).length / 3), '0');
  const groups = digits.match(/.{3}/g) ?? [];
  const number = groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${number}${size < width ? `.p/${size}` : ''}`;
}
