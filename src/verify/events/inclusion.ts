import {
  encodeLeaf,
  equalBytes,
  FormatError,
  type Leaf,
  parseTlogProof,
  utf8Text,
  verifyInclusion,
} from '../../log/index.js';
import type { Contents } from '../bag/contents.js';
import { CheckFailure } from '../check-failure.js';

const MAX_BYTES = 65_536;

/** What every proof of a partial export is under. */
export interface Checkpointed {
  readonly size: number;
  readonly root: Uint8Array;
  /** The note, byte for byte. */
  readonly note: string;
}

/**
 * Check *inclusion*: the leaf is in the tree of the checkpoint, at its index (log-format sections 7 and 11).
 * @throws {CheckFailure | FormatError} `inclusion`
 */
export async function checkInclusion(
  contents: Contents,
  index: number,
  leaf: Leaf & { readonly hash: Uint8Array },
  { size, root, note }: Checkpointed,
): Promise<void> {
  const path = `proof/${index}.tlog-proof`;
  if (!contents.has(path)) throw new CheckFailure('inclusion', index, `${path} is missing`);
  if (contents.sizeOf(path) > MAX_BYTES) throw new CheckFailure('inclusion', index, `${path} is too long`);
  const proof = parseTlogProof(readText(await contents.read(path, MAX_BYTES)));
  if (proof.checkpoint !== note) throw new FormatError('inclusion', 'the proof is under another checkpoint');
  if (proof.index !== index) throw new FormatError('inclusion', `the proof is of leaf ${proof.index}`);
  if (proof.extra === undefined || !equalBytes(proof.extra, encodeLeaf(leaf))) {
    throw new FormatError('inclusion', 'the proof is of other leaf data');
  }
  if (!verifyInclusion({ index, size, leafHash: leaf.hash, proof: proof.proof, root })) {
    throw new FormatError('inclusion', `leaf ${index} is not proven to be in the tree of ${size}`);
  }
}

function readText(bytes: Uint8Array): string {
  try {
    return utf8Text(bytes);
  } catch (cause) {
    throw new FormatError('inclusion', 'the proof is not UTF-8', { cause });
  }
}
