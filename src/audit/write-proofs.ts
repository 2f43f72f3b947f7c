import { formatTlogProof, inclusionProofsFromTiles } from '../log/index.js';
import type { LogSnapshot } from '../store/readers/snapshot/log-snapshot.js';
import type { BagWriter } from './bag/bag-writer.js';

/** Proofs made at once: the tiles they share are read once for all of them. */
const proofsAtOnce = 500;

/** `proof/<index>.tlog-proof` for each event (log-format section 7), all under the checkpoint of the export. */
export async function writeProofs(
  bag: BagWriter,
  snapshot: LogSnapshot,
  indexes: Iterable<number>,
): Promise<void> {
  const all = [...indexes];
  for (let from = 0; from < all.length; from += proofsAtOnce) {
    const some = all.slice(from, from + proofsAtOnce);
    const proofs = await inclusionProofsFromTiles(some, snapshot.size, snapshot.tiles);
    let position = 0;
    for await (const { index, leaf } of snapshot.events(some)) {
      const proof = proofs[position++] ?? [];
      const text = formatTlogProof({ extra: leaf, index, proof, checkpoint: snapshot.note });
      await bag.addText(`proof/${index}.tlog-proof`, text);
    }
  }
}
