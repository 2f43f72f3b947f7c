import fc from 'fast-check';
import t from 'tap';
import {
  appendToTiles,
  concatBytes,
  consistencyProof,
  consistencyProofFromTiles,
  equalBytes,
  holdTiles,
  inclusionProof,
  inclusionProofFromTiles,
  inclusionProofsFromTiles,
  leafHash,
  parseTilePath,
  rootFromTiles,
  rootOfLeaves,
  type SizedTile,
  type Tile,
  type TreeNode,
  tilePath,
  tilesOfSize,
  u64Bytes,
  verifyConsistency,
  verifyInclusion,
} from '../../src/log/index.js';

function makeLeaves(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => leafHash(u64Bytes(i)));
}

/** Appends in batches of the given sizes and keeps every tile, as a store does. */
function build(leaves: readonly Uint8Array[], batches: readonly number[]) {
  const stored = new Map<string, Tile>();
  let size = 0;
  let edgeTiles: readonly Tile[] = [];
  for (const batch of batches) {
    const appended = appendToTiles(size, edgeTiles, leaves.slice(size, size + batch));
    for (const tile of appended.changedTiles) stored.set(`${tile.level}/${tile.index}`, tile);
    ({ size, edgeTiles } = appended);
  }
  return { stored, size, edgeTiles };
}

t.test('C2SP tlog-tiles: paths', async t => {
  t.equal(tilePath({ level: 0, index: 0, width: 256 }), 'tile/0/000');
  t.equal(tilePath({ level: 0, index: 273, width: 112 }), 'tile/0/273.p/112');
  t.equal(tilePath({ level: 3, index: 1_234_067, width: 256 }), 'tile/3/x001/x234/067');
  t.equal(tilePath({ level: 1, index: 1000, width: 1 }), 'tile/1/x001/000.p/1');
});

t.test('C2SP tlog-tiles: a path is read in one spelling alone', async t => {
  const good: SizedTile[] = [
    { level: 0, index: 0, width: 256 },
    { level: 0, index: 273, width: 112 },
    { level: 3, index: 1_234_067, width: 255 },
    { level: 63, index: 999_999_999_999_999, width: 1 },
  ];
  for (const tile of good) t.strictSame(parseTilePath(tilePath(tile)), tile);
  const bad = [
    '',
    'tile/',
    'tile/0',
    'tile/0/0',
    'tile/00/000',
    'tile/100/000',
    'tile/0/x000/001',
    'tile/0/1000',
  ];
  const partial = ['.p', '.p/', '.p/0', '.p/01', '.p/256', '.p/1x', '.p/1/', '.p/999'].map(
    end => `tile/0/000${end}`,
  );
  const deep = `tile/0/${'x001/'.repeat(5)}001`;
  for (const path of [...bad, ...partial, deep, 'x/tile/0/000', 'tile/0/000\n', 'tile/0/٠٠٠'])
    t.equal(parseTilePath(path), undefined, path);
});

t.test('C2SP tlog-tiles: the tiles of a tree of 70,000, of 256 and of none', async t => {
  const tiles = [...tilesOfSize(70_000)];
  const full = (level: number) => tiles.filter(tile => tile.level === level && tile.width === 256).length;
  const partial = tiles.filter(tile => tile.width < 256).map(tilePath);
  t.strictSame([full(0), full(1), full(2)], [273, 1, 0]);
  t.strictSame(partial, ['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1']);
  t.strictSame([...tilesOfSize(256)].map(tilePath), ['tile/0/000', 'tile/1/000.p/1']);
  t.strictSame([...tilesOfSize(0)], []);
});

t.test('tiles hold what the naive tree says, whatever the batches', async t => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 8 }), async batches => {
      const total = batches.reduce((sum, batch) => sum + batch, 0);
      const leaves = makeLeaves(total);
      const { stored, size, edgeTiles } = build(leaves, batches);
      const widths = (tile: SizedTile) => `${tile.level}/${tile.index}/${tile.width}`;
      const expected = [...tilesOfSize(size)].map(widths).sort();
      const actual = [...stored.values()]
        .map(tile => widths({ ...tile, width: tile.hashes.length / 32 }))
        .sort();
      if (expected.join() !== actual.join()) return false;
      const root = await rootFromTiles(size, holdTiles(edgeTiles));
      return equalBytes(root, rootOfLeaves(leaves));
    }),
    { numRuns: 60 },
  );
  t.pass('60 random sequences of batches');
});

t.test('every proof for every size up to 300 from tiles equals the naive one and verifies', async t => {
  const leaves = makeLeaves(300);
  const nodes = new Map<string, Uint8Array>();
  const readNode = ({ level, index }: TreeNode): Uint8Array => {
    const name = `${level}/${index}`;
    const known = nodes.get(name);
    if (known !== undefined) return known;
    const hash = rootOfLeaves(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
    nodes.set(name, hash);
    return hash;
  };
  // The tiles of size 300 serve every smaller tree.
  const source = holdTiles(build(leaves, [300]).stored.values());
  const roots = leaves.map((_, i) => rootOfLeaves(leaves.slice(0, i + 1)));
  const aroundTiles = new Set([255, 256, 257, 300]);
  let failures = 0;
  for (let size = 1; size <= leaves.length; size++) {
    const root = roots[size - 1] ?? new Uint8Array();
    if (!equalBytes(await rootFromTiles(size, source), root)) failures++;
    const indexes = Array.from({ length: size }, (_, i) => i);
    const proofs = await inclusionProofsFromTiles(indexes, size, source);
    for (const index of indexes) {
      const proof = proofs[index] ?? [];
      const expected = inclusionProof(index, size, readNode);
      const claim = { index, size, leafHash: leaves[index] ?? new Uint8Array(), proof, root };
      if (!equalBytes(concatBytes(...proof), concatBytes(...expected)) || !verifyInclusion(claim)) failures++;
      const oldSize = index + 1;
      const oldRoot = roots[index] ?? new Uint8Array();
      const path = consistencyProof(oldSize, size, readNode);
      if (!verifyConsistency({ oldSize, size, oldRoot, root, proof: path })) failures++;
      if (size > 40 && !aroundTiles.has(size)) continue;
      const pathFromTiles = await consistencyProofFromTiles(oldSize, size, source);
      if (!equalBytes(concatBytes(...path), concatBytes(...pathFromTiles))) failures++;
    }
  }
  t.equal(failures, 0);
});

t.test('a proof in a tree of 10 million leaves reads a few tiles only', async t => {
  const size = 10_000_000;
  const reads: SizedTile[] = [];
  const hash = leafHash(u64Bytes(1));
  const source = {
    readTile(tile: SizedTile) {
      reads.push(tile);
      return concatBytes(...Array.from({ length: tile.width }, () => hash));
    },
  };
  const proof = await inclusionProofFromTiles(1_234_567, size, source);
  t.equal(proof.length, 24);
  t.ok(reads.length <= 8, `${reads.length} tiles`);
});

t.test('faults of a store are not hidden', async t => {
  const leaves = makeLeaves(300);
  const { edgeTiles, stored } = build(leaves, [300]);
  t.throws(() => appendToTiles(299, edgeTiles, leaves), RangeError, 'edge of another size');
  t.throws(() => appendToTiles(300, [], leaves), RangeError, 'no edge');
  t.throws(() => appendToTiles(300, [...stored.values()], leaves), RangeError, 'more than the edge');
  await t.rejects(rootFromTiles(300, holdTiles([])), RangeError, 'missing tile');
  await t.rejects(rootFromTiles(300, { readTile: () => new Uint8Array(31) }), RangeError, 'short tile');
  await t.rejects(inclusionProofFromTiles(300, 300, holdTiles(stored.values())), RangeError, 'no such leaf');
  await t.rejects(consistencyProofFromTiles(0, 300, holdTiles(stored.values())), RangeError, 'size 0');
  await t.rejects(consistencyProofFromTiles(301, 300, holdTiles(stored.values())), RangeError, 'larger size');
});
