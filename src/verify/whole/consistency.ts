import {
  base64Bytes,
  equalBytes,
  FormatError,
  type Policy,
  parseCheckpoint,
  parseNote,
  utf8Text,
  type VerifiedCheckpoint,
  verifyCheckpoint,
  verifyConsistency,
} from '../../log/index.js';
import type { Contents } from '../bag/contents.js';
import { CheckFailure, later } from '../check-failure.js';
import type { Anchor } from '../events/anchors.js';
import type { LeafTree } from './leaf-tree.js';

const MAX_PROOF_BYTES = 4096;

/** The tree of the export, and what shows its older shapes. */
export interface Tree {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** The leaves, of a complete export. */
  readonly leaves: LeafTree | null;
  readonly contents: Contents;
}

/** What came of a checkpoint that is held; `newer`: of a larger tree than the export. */
export interface HeldOutcome {
  /** Of its tree; null where it is not of this log. */
  readonly size: number | null;
  readonly outcome: 'compared' | 'not of this log' | 'newer' | 'not comparable';
}

/**
 * Check *consistency*: a checkpoint that the receiver holds is of the same log (log-format sections 11 and 12).
 * @returns whether it was compared
 * @throws {CheckFailure} `consistency` where it is of another history
 */
export async function checkHeldCheckpoint(
  note: string | Uint8Array,
  policy: Policy,
  tree: Tree,
): Promise<HeldOutcome> {
  const held = await readHeld(note, policy, tree.origin);
  if (held === undefined) return { size: null, outcome: 'not of this log' };
  return { size: held.size, outcome: await compareHeld(held, tree) };
}

async function compareHeld(held: VerifiedCheckpoint, tree: Tree): Promise<HeldOutcome['outcome']> {
  if (held.size > tree.size) return 'newer';
  const where = `consistency/${held.size}`;
  if (held.size === tree.size || tree.leaves !== null) {
    const root = held.size === tree.size ? tree.root : await tree.leaves?.rootAt(held.size);
    if (root === undefined || !equalBytes(root, held.root)) {
      throw new CheckFailure(
        'consistency',
        where,
        `the checkpoint held of size ${held.size} is of another history`,
      );
    }
    return 'compared';
  }
  if (held.size === 0) return 'compared';
  if (!tree.contents.has(where)) return 'not comparable';
  const proof = await readProof(tree.contents, where);
  const { size, root } = tree;
  if (!verifyConsistency({ oldSize: held.size, oldRoot: held.root, size, root, proof })) {
    throw new CheckFailure(
      'consistency',
      where,
      'the proof does not lead from the checkpoint held to this one',
    );
  }
  return 'compared';
}

/** A checkpoint that the policy does not vouch for proves nothing, for or against the export. */
async function readHeld(
  note: string | Uint8Array,
  policy: Policy,
  origin: string,
): Promise<VerifiedCheckpoint | undefined> {
  try {
    if (parseCheckpoint(parseNote(note).text).origin !== origin) return undefined;
    return await verifyCheckpoint(note, policy);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

async function readProof(contents: Contents, path: string): Promise<readonly Uint8Array[]> {
  const bytes = await contents.read(path, MAX_PROOF_BYTES);
  return later(
    path,
    async () => {
      if (bytes.some(byte => byte > 0x7e)) throw new FormatError('consistency', 'the proof is not base64');
      const text = utf8Text(bytes);
      if (text !== '' && !text.endsWith('\n'))
        throw new FormatError('consistency', 'the last line does not end');
      return text
        .split('\n')
        .slice(0, -1)
        .map(line => base64Bytes(line, 'consistency'));
    },
    'consistency',
  );
}

/**
 * The anchors in a complete export are checkpoints of this very tree.
 * @throws {CheckFailure} `consistency` at the leaf of one that is not
 */
export async function checkAnchors(anchors: readonly Anchor[], leaves: LeafTree): Promise<void> {
  for (const { leaf, size, root } of anchors) {
    if (!equalBytes(await leaves.rootAt(size), root)) {
      throw new CheckFailure('consistency', leaf, `the anchor of size ${size} is of another history`);
    }
  }
}
