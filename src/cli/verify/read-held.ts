import { readFile } from 'node:fs/promises';
import { FormatError, parseCheckpoint, parseNote } from '../../log/index.js';
import { type Held, type KeptReceipt, readReceipts } from '../../verify/index.js';
import { UsageError } from '../usage-error.js';
import { readGiven } from './read-given.js';

const PROOF = 'c2sp.org/tlog-proof@v1\n';
const SUFFIX = '.tlog-proof';

/**
 * What somebody holds beside an export: the file of a checkpoint, or receipts: JSON as `scelle verify --receipt` takes
 * it, or `<index>.tlog-proof` with `<index>.jws` beside it, as `scelle receipt show --out` leaves both. Nothing in it
 * is judged here.
 * @throws {UsageError} for a file that is none of these
 */
export async function readHeld(path: string): Promise<readonly Held[]> {
  const bytes = await readGiven(path);
  if (path.endsWith(SUFFIX) && bytes.subarray(0, PROOF.length).equals(Buffer.from(PROOF))) {
    const jws = await readFile(`${path.slice(0, -SUFFIX.length)}.jws`, 'utf8');
    return [{ jws: jws.trimEnd(), proof: bytes.toString('utf8') }];
  }
  const receipts = readKeptReceipts(bytes);
  if (receipts !== null) return receipts;
  requireCheckpoint(path, bytes);
  return [bytes];
}

/** Null of what is no JSON, or none of receipts. */
function readKeptReceipts(bytes: Buffer): readonly KeptReceipt[] | null {
  try {
    return readReceipts(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof FormatError) return null;
    throw error;
  }
}

/** @throws {UsageError} for bytes that are no signed note of a log */
export function requireCheckpoint(path: string, bytes: Uint8Array): void {
  try {
    parseCheckpoint(parseNote(bytes).text);
  } catch (cause) {
    if (!(cause instanceof FormatError)) throw cause;
    throw new UsageError({
      en: `${path} is neither a checkpoint nor a receipt: --known cannot compare it`,
      fr: `${path} n'est ni un point de contrôle ni un récépissé : --known ne peut le comparer`,
    });
  }
}
