import {
  EMPTY_ROOT,
  equalBytes,
  FormatError,
  leafHash,
  parseCheckpoint,
  parseNote,
  parseTlogProof,
  rootFromTiles,
  TILE_HASH_BYTES,
  TILE_WIDTH,
  type TileSource,
  type TlogProof,
  tileWidth,
  type VerifierKey,
  verifyInclusion,
} from '../../log/index.js';
import type { HeldReceipt, RecoverySource, RejectedCandidate } from './candidate.js';
import { RecoverError, recoverFaults } from './recover-error.js';
import { type FoundCheckpoint, readSigned } from './recovery-target.js';

/**
 * Each of these checkpoints is a beginning of the tree: what the log signed once it holds for ever.
 * @throws RecoverError naming the first that is none, and who has it
 */
export async function requireBeginnings(
  tree: TileSource,
  checkpoints: readonly FoundCheckpoint[],
): Promise<void> {
  for (const { size, root, from } of checkpoints) {
    const made = size === 0 ? EMPTY_ROOT : await rootFromTiles(size, tree);
    if (!equalBytes(made, root)) throw new RecoverError(recoverFaults.otherBeginning(from, size));
  }
}

/** The tree that receipts are compared with, and whose keys its checkpoints are signed by. */
export interface WholeTree {
  readonly tree: TileSource;
  readonly size: number;
  readonly origin: string;
  readonly keys: readonly VerifierKey[];
}

/**
 * Every receipt of the sources against the tree: its leaf stands at its place. Their checkpoints are among the notes of
 * the sources and were compared before, so a proof that verifies says no more than the tree does.
 * @returns receipts that prove nothing, though their leaf is the right one
 * @throws RecoverError where another leaf stands at the place
 */
export async function compareReceipts(
  sources: readonly RecoverySource[],
  whole: WholeTree,
): Promise<readonly RejectedCandidate[]> {
  const unproven: RejectedCandidate[] = [];
  for (const { name: source, receipts } of sources) {
    for (const receipt of receipts) {
      const detail = await faultOf(source, receipt, whole);
      if (detail !== null) unproven.push({ source, index: receipt.index, detail: `its receipt: ${detail}` });
    }
  }
  return unproven;
}

async function faultOf(
  source: string,
  { index, proof }: HeldReceipt,
  { tree, size, origin, keys }: WholeTree,
): Promise<string | null> {
  try {
    const read = parseTlogProof(proof);
    // A device may have been another log's before.
    if (parseCheckpoint(parseNote(read.checkpoint).text).origin !== origin) return null;
    await requireInclusion(read, origin, keys);
    return read.index === index ? null : `it is one for leaf ${read.index}`;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const leaf = leafIn(proof);
    const stands = leaf !== null && index < size && equalBytes(await leafHashAt(tree, size, index), leaf);
    if (leaf !== null && !stands) throw new RecoverError(recoverFaults.otherLeaf(source, index));
    return error.message;
  }
}

/** @throws FormatError */
async function requireInclusion(
  { extra, index, proof, checkpoint }: TlogProof,
  origin: string,
  keys: readonly VerifierKey[],
): Promise<void> {
  const { size, root } = await readSigned(checkpoint, origin, keys);
  if (extra === undefined) throw new FormatError('leaf', 'the receipt has no leaf data');
  if (!verifyInclusion({ index, size, leafHash: leafHash(extra), proof, root }))
    throw new FormatError('inclusion', `leaf ${index} is not proven to be in the tree of ${size}`);
}

/** Hash of the leaf that a receipt is for; null where it is no receipt. */
function leafIn(proof: string): Uint8Array | null {
  try {
    const { extra } = parseTlogProof(proof);
    return extra === undefined ? null : leafHash(extra);
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

async function leafHashAt(tree: TileSource, size: number, leaf: number): Promise<Uint8Array> {
  const tile = { level: 0, index: Math.floor(leaf / TILE_WIDTH) };
  const hashes = await tree.readTile({ ...tile, width: tileWidth(tile, size) });
  const at = (leaf % TILE_WIDTH) * TILE_HASH_BYTES;
  return hashes.subarray(at, at + TILE_HASH_BYTES);
}
