import {
  equalBytes,
  FormatError,
  parseCheckpoint,
  parseNote,
  type VerifierKey,
  verifyNote,
} from '../../log/index.js';
import type { SignedCheckpoint } from '../vault.js';
import { RecoverError, recoverFaults } from './recover-error.js';

/** A note of the log and where it was found. */
export interface FoundNote {
  readonly from: string;
  readonly note: string;
  /** A note that somebody vouches for (the vault, the operator) must be good; others that are not are left. */
  readonly must: boolean;
}

/** A checkpoint that the log signed, and who had it. */
export interface FoundCheckpoint extends SignedCheckpoint {
  readonly from: string;
}

/**
 * Every checkpoint that the log is known to have signed, one of each size. All of them have to be beginnings of the
 * log that comes of a recovery.
 * @throws RecoverError where a note that is vouched for is not signed, or where two of one size prove a fork
 */
export async function signedCheckpoints(
  notes: readonly FoundNote[],
  origin: string,
  keys: readonly VerifierKey[],
): Promise<readonly FoundCheckpoint[]> {
  const signed = new Map<number, FoundCheckpoint>();
  for (const { from, note, must } of notes) {
    const checkpoint = await readSigned(note, origin, keys).catch((error: unknown) => {
      if (!(error instanceof FormatError)) throw error;
      if (must) throw new RecoverError(recoverFaults.badNote(from, error.message), { cause: error });
      return null;
    });
    if (checkpoint === null) continue;
    const other = signed.get(checkpoint.size);
    if (other === undefined) signed.set(checkpoint.size, { ...checkpoint, from });
    else if (!equalBytes(other.root, checkpoint.root))
      throw new RecoverError(recoverFaults.forked(other.from, from, checkpoint.size));
  }
  return [...signed.values()];
}

/**
 * So far the log has to reach again, and not one leaf less.
 * @throws RecoverError where there is none
 */
export function newestOf(signed: readonly FoundCheckpoint[]): FoundCheckpoint {
  const [first, ...rest] = signed;
  if (first === undefined) throw new RecoverError(recoverFaults.noCheckpoint());
  return rest.reduce((newest, other) => (other.size > newest.size ? other : newest), first);
}

/** @throws FormatError */
export async function readSigned(
  note: string,
  origin: string,
  keys: readonly VerifierKey[],
): Promise<SignedCheckpoint> {
  const parsed = parseNote(note);
  const { size, root, origin: named } = parseCheckpoint(parsed.text);
  if (named !== origin) throw new FormatError('checkpoint', `it is one of ${named}`);
  await verifyNote(parsed, keys);
  return { size, root, note };
}
