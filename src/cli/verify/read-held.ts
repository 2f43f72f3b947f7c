import { readFile } from 'node:fs/promises';
import type { Held } from '../../verify/index.js';

const PROOF = 'c2sp.org/tlog-proof@v1\n';
const SUFFIX = '.tlog-proof';

/**
 * What somebody holds beside an export: the file of a checkpoint, or of a receipt as `scelle receipt show --out` leaves
 * it, `<index>.tlog-proof` with `<index>.jws` beside it. Nothing in it is judged here.
 */
export async function readHeld(path: string): Promise<Held> {
  const bytes = await readFile(path);
  const isReceipt = path.endsWith(SUFFIX) && bytes.subarray(0, PROOF.length).equals(Buffer.from(PROOF));
  if (!isReceipt) return bytes;
  const jws = await readFile(`${path.slice(0, -SUFFIX.length)}.jws`, 'utf8');
  return { jws: jws.trimEnd(), proof: bytes.toString('utf8') };
}
