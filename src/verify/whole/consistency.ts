import {
  base64Bytes,
  type Checkpoint,
  equalBytes,
  FormatError,
  rootOfLeaves,
  utf8Text,
  verifyConsistency,
} from '../../log/index.js';
import type { Contents } from '../bag/contents.js';
import { CheckFailure, later } from '../check-failure.js';
import type { Anchor } from '../events/anchors.js';
import type { LeafTree } from './leaf-tree.js';

const MAX_PROOF_BYTES = 4096;

/** The tree of the export, and what shows its older shapes. */
export interface Tree {
  readonly size: number;
  readonly root: Uint8Array;
  /** The leaves, of a complete export. */
  readonly leaves: LeafTree | null;
  readonly contents: Contents;
}

type SizedRoot = Pick<Checkpoint, 'size' | 'root'>;

/** Where the proof from an older tree lies, below `data/`. */
export function consistencyPath(size: number): string {
  return `consistency/${size}`;
}

/**
 * Whether the export's tree has grown from this one; null where nothing inside shows it.
 * @throws {CheckFailure} `consistency` for a proof in no form
 */
export async function hasGrownFrom({ size, root }: SizedRoot, tree: Tree): Promise<boolean | null> {
  if (size > tree.size) return null;
  if (size === tree.size) return equalBytes(root, tree.root);
  if (size === 0) return equalBytes(root, rootOfLeaves([]));
  if (tree.leaves !== null) return equalBytes(await tree.leaves.rootAt(size), root);
  const path = consistencyPath(size);
  if (!tree.contents.has(path)) return null;
  const proof = await readProof(tree.contents, path);
  return verifyConsistency({ oldSize: size, oldRoot: root, size: tree.size, root: tree.root, proof });
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
 * The anchors inside are checkpoints of this very tree: of a complete export all of them; of a part those whose size a
 * proof inside leads from, or a checkpoint held that was compared.
 * @param compared checkpoints held that the tree has grown from
 * @returns leaves of the anchors that nothing shows to be of this tree
 * @throws {CheckFailure} `consistency` at the leaf of one that is not
 */
export async function checkAnchors(
  anchors: readonly Anchor[],
  tree: Tree,
  compared: readonly SizedRoot[],
): Promise<readonly number[]> {
  const open = new Map<number, number[]>();
  const roots = new Map(compared.map(({ size, root }) => [size, root]));
  for (const { leaf, size, root } of anchors) {
    const known = roots.get(size);
    const proven = known === undefined ? await hasGrownFrom({ size, root }, tree) : equalBytes(known, root);
    if (proven === false) {
      throw new CheckFailure('consistency', leaf, `the anchor of size ${size} is of another history`);
    }
    if (proven === null) open.set(size, []);
    open.get(size)?.push(leaf);
    // Two anchors of one size are of one tree, whichever it is.
    roots.set(size, root);
  }
  return [...open.values()].flat().sort((one, other) => one - other);
}
