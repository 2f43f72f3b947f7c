import { readFile } from 'node:fs/promises';
import { FormatError, parseCheckpoint, parseNote } from '../../log/index.js';
import type { Held } from '../../verify/index.js';
import { UsageError } from '../usage-error.js';

const PROOF = 'c2sp.org/tlog-proof@v1\n';
const SUFFIX = '.tlog-proof';

/**
 * What somebody holds beside an export: the file of a checkpoint, or of a receipt as `scelle receipt show --out` leaves
 * it, `<index>.tlog-proof` with `<index>.jws` beside it. Nothing in it is judged here.
 * @throws {UsageError} for a file that is neither
 */
export async function readHeld(path: string): Promise<Held> {
  const bytes = await readFile(path);
  const isReceipt = path.endsWith(SUFFIX) && bytes.subarray(0, PROOF.length).equals(Buffer.from(PROOF));
  if (!isReceipt) {
    requireCheckpoint(path, bytes);
    return bytes;
  }
  const jws = await readFile(`${path.slice(0, -SUFFIX.length)}.jws`, 'utf8');
  return { jws: jws.trimEnd(), proof: bytes.toString('utf8') };
}

function requireCheckpoint(path: string, bytes: Uint8Array): void {
  try {
    parseCheckpoint(parseNote(bytes).text);
  } catch (cause) {
    if (!(cause instanceof FormatError)) throw cause;
    throw new UsageError({
      en: `${path} is neither a checkpoint nor a receipt (.tlog-proof): --known cannot compare it`,
      fr: `${path} n'est ni un point de contrôle ni un récépissé (.tlog-proof) : --known ne peut le comparer`,
    });
  }
}
