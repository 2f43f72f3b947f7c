import { concatBytes, equalBytes, readU64, u64Bytes, utf8Bytes } from './bytes.js';
import { FormatError } from './error.js';
import { sha256 } from './sha256.js';

/** What the log commits to for one event (log-format section 4). */
export interface Leaf {
  /** Random per leaf, 32 bytes. */
  readonly salt: Uint8Array;
  readonly subjectTag: Uint8Array;
  readonly seq: number;
  /** Leaf hash of `seq - 1` of the same subject; `NO_PREVIOUS_LEAF` for 1. */
  readonly prevLeaf: Uint8Array;
  /** SHA-256 of the whole JWS string, without disclosures. */
  readonly jwsHash: Uint8Array;
  /** Milliseconds since 1970: the operator's claim. */
  readonly receivedAt: number;
}

export const LEAF_BYTES = 145;
export const NO_PREVIOUS_LEAF: Uint8Array = new Uint8Array(32);

const VERSION = Uint8Array.of(1);
const LEAF_PREFIX = Uint8Array.of(0);

function requireHash(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== 32) throw new RangeError(`expected 32 bytes, received ${bytes.length}`);
  return bytes;
}

/**
 * `leaf_data`, 145 bytes.
 * @throws {RangeError} for a field of another length or range
 */
export function encodeLeaf(leaf: Leaf): Uint8Array {
  return concatBytes(
    VERSION,
    requireHash(leaf.salt),
    requireHash(leaf.subjectTag),
    u64Bytes(leaf.seq),
    requireHash(leaf.prevLeaf),
    requireHash(leaf.jwsHash),
    u64Bytes(leaf.receivedAt),
  );
}

function readLeafU64(data: Uint8Array, offset: number): number {
  try {
    return readU64(data, offset);
  } catch (cause) {
    throw new FormatError('leaf', `the number at ${offset} is above 2^53-1`, { cause });
  }
}

/** @throws {FormatError} `leaf` */
export function decodeLeaf(data: Uint8Array): Leaf {
  if (data.length !== LEAF_BYTES) {
    throw new FormatError('leaf', `expected ${LEAF_BYTES} bytes, received ${data.length}`);
  }
  if (data[0] !== VERSION[0]) throw new FormatError('leaf', `expected version 1, received ${data[0]}`);
  return {
    salt: data.slice(1, 33),
    subjectTag: data.slice(33, 65),
    seq: readLeafU64(data, 65),
    prevLeaf: data.slice(73, 105),
    jwsHash: data.slice(105, 137),
    receivedAt: readLeafU64(data, 137),
  };
}

/** `SHA-256(0x00 || leaf_data)` (RFC 9162 section 2.1.1). */
export function leafHash(data: Uint8Array): Uint8Array {
  return sha256(concatBytes(LEAF_PREFIX, data));
}

/** SHA-256 of the whole JWS string, without disclosures. */
export function hashJws(jws: string): Uint8Array {
  return sha256(utf8Bytes(jws));
}

/**
 * The leaf is that of this event: tag, `seq` and JWS hash.
 * @param tag `subjectTag` of the event's subject
 * @throws {FormatError} `leaf`
 */
export function checkLeaf(
  leaf: Leaf,
  event: { readonly seq: number; readonly jws: string },
  tag: Uint8Array,
): void {
  if (!equalBytes(leaf.subjectTag, tag)) throw new FormatError('leaf', 'the subject tag is another');
  if (leaf.seq !== event.seq)
    throw new FormatError('leaf', `expected seq ${event.seq}, received ${leaf.seq}`);
  if (!equalBytes(leaf.jwsHash, hashJws(event.jws))) throw new FormatError('leaf', 'the JWS hash is another');
}
