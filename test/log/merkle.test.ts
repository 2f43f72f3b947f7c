import t from 'tap';
import {
  base64Bytes,
  EMPTY_ROOT,
  hexText,
  leafHash,
  rootOfLeaves,
  utf8Bytes,
  verifyConsistency,
  verifyInclusion,
} from '../../src/log/index.js';
import { readVectors, skipWithoutVectors } from '../helpers/vectors.js';

interface InclusionVectors {
  readonly tests: readonly {
    readonly file: string;
    readonly leafIdx: number;
    readonly treeSize: number;
    readonly root: string | null;
    readonly leafHash: string | null;
    readonly proof: readonly string[] | null;
    readonly wantErr: boolean;
  }[];
}

interface ConsistencyVectors {
  readonly tests: readonly {
    readonly file: string;
    readonly size1: number;
    readonly size2: number;
    readonly root1: string | null;
    readonly root2: string | null;
    readonly proof: readonly string[] | null;
    readonly wantErr: boolean;
  }[];
}

const bytes = (text: string | null) => base64Bytes(text ?? '', 'inclusion');
const proofBytes = (proof: readonly string[] | null) => (proof ?? []).map(bytes);

t.test('RFC 6962 inclusion vectors', { skip: skipWithoutVectors }, async t => {
  const { tests } = readVectors<InclusionVectors>('rfc6962-inclusion.json');
  for (const vector of tests) {
    const verified = verifyInclusion({
      index: vector.leafIdx,
      size: vector.treeSize,
      leafHash: bytes(vector.leafHash),
      proof: proofBytes(vector.proof),
      root: bytes(vector.root),
    });
    t.equal(verified, !vector.wantErr, vector.file);
  }
});

t.test('RFC 6962 consistency vectors', { skip: skipWithoutVectors }, async t => {
  const { tests } = readVectors<ConsistencyVectors>('rfc6962-consistency.json');
  for (const vector of tests) {
    const [oldRoot, root] = [bytes(vector.root1), bytes(vector.root2)];
    const verified = verifyConsistency({
      oldSize: vector.size1,
      size: vector.size2,
      oldRoot,
      root,
      proof: proofBytes(vector.proof),
    });
    // One vector has roots of 12 bytes: here a root is a SHA-256 hash.
    const areHashes = oldRoot.length === 32 && root.length === 32;
    t.equal(verified, !vector.wantErr && areHashes, vector.file);
  }
});

t.test('RFC 9162 section 2.1.1: the empty tree, one leaf, and an odd leaf that stays alone', async t => {
  t.equal(hexText(EMPTY_ROOT), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  t.equal(hexText(rootOfLeaves([])), hexText(EMPTY_ROOT));
  const one = leafHash(utf8Bytes('a'));
  t.equal(hexText(rootOfLeaves([one])), hexText(one));
  t.not(hexText(rootOfLeaves([one, one, one])), hexText(rootOfLeaves([one, one, one, one])));
});

t.test('numbers that are not sizes are refused, not computed with', async t => {
  const hash = leafHash(utf8Bytes('a'));
  for (const index of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    t.notOk(verifyInclusion({ index, size: 2 ** 53 - 1, leafHash: hash, proof: [], root: hash }), `${index}`);
    t.notOk(verifyConsistency({ oldSize: index, size: 1, oldRoot: hash, root: hash, proof: [] }), `${index}`);
  }
  t.ok(verifyInclusion({ index: 0, size: 1, leafHash: hash, proof: [], root: hash }));
});
