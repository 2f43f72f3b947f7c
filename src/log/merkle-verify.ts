import { equalBytes } from './bytes.js';
import { nodeHash } from './merkle.js';

const HASH_BYTES = 32;

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  /** Leaf side first. */
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly size: number;
  readonly oldRoot: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** `fn` and `sn` of RFC 9162: a node on the way up and the last node of its level. */
interface Way {
  readonly node: number;
  readonly last: number;
}

function isOdd(value: number): boolean {
  return value % 2 === 1;
}

/** Up by one level; no bit operators: sizes exceed 32 bits. */
function goUp({ node, last }: Way): Way {
  return { node: Math.floor(node / 2), last: Math.floor(last / 2) };
}

/** Past the levels where the node is the last and has no sibling. */
function skipLevels(way: Way): Way {
  let at = way;
  while (!isOdd(at.node) && at.node !== 0) at = goUp(at);
  return at;
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every(hash => hash.length === HASH_BYTES);
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

/** RFC 9162 section 2.1.3.2. The index is as hostile as the proof. */
export function verifyInclusion({ index, size, leafHash, proof, root }: InclusionClaim): boolean {
  if (!isSize(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  if (!areHashes([leafHash, root, ...proof])) return false;
  let way: Way = { node: index, last: size - 1 };
  let hash = leafHash;
  for (const sibling of proof) {
    if (way.last === 0) return false;
    if (isOdd(way.node) || way.node === way.last) {
      hash = nodeHash(sibling, hash);
      way = skipLevels(way);
    } else {
      hash = nodeHash(hash, sibling);
    }
    way = goUp(way);
  }
  return way.last === 0 && equalBytes(hash, root);
}

/** The two roots that a path leads to; null for one of the wrong length. */
type Roots = Pick<ConsistencyClaim, 'oldRoot' | 'root'> | null;

/** RFC 9162 section 2.1.4.2, steps 4 to 8, with the first hash of the path apart. */
function rootsOfPath(
  { oldSize, size }: Pick<ConsistencyClaim, 'oldSize' | 'size'>,
  path: readonly Uint8Array[],
): Roots {
  const [first, ...rest] = path;
  if (first === undefined) return null;
  let way: Way = { node: oldSize - 1, last: size - 1 };
  while (isOdd(way.node)) way = goUp(way);
  let oldHash = first;
  let hash = first;
  for (const sibling of rest) {
    if (way.last === 0) return null;
    if (isOdd(way.node) || way.node === way.last) {
      oldHash = nodeHash(sibling, oldHash);
      hash = nodeHash(sibling, hash);
      way = skipLevels(way);
    } else {
      hash = nodeHash(hash, sibling);
    }
    way = goUp(way);
  }
  return way.last === 0 ? { oldRoot: oldHash, root: hash } : null;
}

function isPowerOfTwo(value: number): boolean {
  let power = 1;
  while (power < value) power *= 2;
  return power === value;
}

/** RFC 9162 section 2.1.4.2. The empty tree is the beginning of every tree and has no proof: size 0 is refused. */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { oldSize, size, oldRoot, root, proof } = claim;
  if (!isSize(oldSize) || !isSize(size) || oldSize > size) return false;
  if (!areHashes([oldRoot, root, ...proof])) return false;
  if (oldSize === size) return proof.length === 0 && equalBytes(oldRoot, root);
  if (proof.length === 0) return false;
  const made = rootsOfPath(claim, isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof);
  return made !== null && equalBytes(made.oldRoot, oldRoot) && equalBytes(made.root, root);
}

/**
 * Whether this proof shows that the tree of `root` began otherwise: it leads to `root`, by another tree of `oldSize`
 * than that of `oldRoot`. Nobody can make one up without two trees. Where `oldSize` is a power of two the old root is
 * no part of the proof (RFC 9162 section 2.1.4.1), and without it nothing can be shown.
 * @param otherRoot that of the tree of `oldSize`, as whoever has the tree of `root` says
 */
export function provesOtherBeginning(claim: ConsistencyClaim, otherRoot?: Uint8Array): boolean {
  const { oldSize, size, oldRoot, root, proof } = claim;
  if (!isSize(oldSize) || !isSize(size) || oldSize >= size) return false;
  if (!areHashes([oldRoot, root, ...proof, ...(otherRoot === undefined ? [] : [otherRoot])])) return false;
  if (isPowerOfTwo(oldSize) && otherRoot === undefined) return false;
  const path = isPowerOfTwo(oldSize) && otherRoot !== undefined ? [otherRoot, ...proof] : proof;
  const made = rootsOfPath(claim, path);
  return made !== null && equalBytes(made.root, root) && !equalBytes(made.oldRoot, oldRoot);
}
