import {
  consistencyProof,
  createSigner,
  createVerifierKey,
  generatePrivateJwk,
  leafHash,
  parsePublicJwk,
  rootOfLeaves,
  signCheckpoint,
  type TreeNode,
  u64Bytes,
  type VerifierKey,
} from '../../src/log/index.js';

/** A log of leaves without meaning, with a key: what witnesses and watchers see of one. */
export class GrownLog {
  readonly key: VerifierKey;
  readonly #sign: (size: number, root: Uint8Array) => Promise<string>;
  readonly #leaf: (index: number) => Uint8Array;

  private constructor(
    key: VerifierKey,
    sign: (size: number, root: Uint8Array) => Promise<string>,
    leaf: (index: number) => Uint8Array,
  ) {
    this.key = key;
    this.#sign = sign;
    this.#leaf = leaf;
  }

  static async create(origin = 'demo.example/log'): Promise<GrownLog> {
    const privateJwk = await generatePrivateJwk('Ed25519');
    const { d: _secret, ...jwk } = privateJwk;
    const key = createVerifierKey(origin, 'note', parsePublicJwk(jwk));
    const signer = await createSigner(privateJwk);
    const sign = (size: number, root: Uint8Array) => signCheckpoint({ origin, size, root }, { key, signer });
    return new GrownLog(key, sign, index => leafHash(u64Bytes(index)));
  }

  /** The same key and origin; from leaf `at` on another history. */
  forkedAt(at: number): GrownLog {
    const other = (index: number) => leafHash(u64Bytes(index < at ? index : index + 1_000_000));
    return new GrownLog(this.key, this.#sign, other);
  }

  root(size: number): Uint8Array {
    return rootOfLeaves(this.leaves(size));
  }

  note(size: number): Promise<string> {
    return this.#sign(size, this.root(size));
  }

  proof(oldSize: number, size: number): readonly Uint8Array[] {
    if (oldSize === 0) return [];
    const leaves = this.leaves(size);
    const readNode = ({ level, index }: TreeNode) =>
      rootOfLeaves(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
    return consistencyProof(oldSize, size, readNode);
  }

  leaves(size: number): Uint8Array[] {
    return Array.from({ length: size }, (_, index) => this.#leaf(index));
  }
}
