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
 * log that comes of a recovery. Once a newer key has signed, an older one alone signs for no larger tree: whoever holds a
 * key that was destroyed here does not say how far the log had come.
 * @param keys in the order they came into force
 * @throws RecoverError where a note that is vouched for is not signed, or where two of one size prove a fork
 */
export async function signedCheckpoints(
  notes: readonly FoundNote[],
  origin: string,
  keys: readonly VerifierKey[],
): Promise<readonly FoundCheckpoint[]> {
  const found: { checkpoint: AgedCheckpoint; from: string; must: boolean }[] = [];
  for (const { from, note, must } of notes) {
    const checkpoint = await readAged(note, origin, keys).catch((error: unknown) => {
      if (!(error instanceof FormatError)) throw error;
      if (must) throw new RecoverError(recoverFaults.badNote(from, error.message), { cause: error });
      return null;
    });
    if (checkpoint !== null) found.push({ checkpoint, from, must });
  }
  const signed = new Map<number, FoundCheckpoint>();
  for (const { checkpoint: aged, from, must } of found) {
    const { age, ...checkpoint } = aged;
    if (found.some(({ checkpoint: other }) => other.size < aged.size && other.age > age)) {
      if (must)
        throw new RecoverError(recoverFaults.badNote(from, 'a newer key of the log had signed before'));
      continue;
    }
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

/** A checkpoint, and the place of the newest key that signed it. */
interface AgedCheckpoint extends SignedCheckpoint {
  readonly age: number;
}

/** @throws FormatError */
export async function readSigned(
  note: string,
  origin: string,
  keys: readonly VerifierKey[],
): Promise<SignedCheckpoint> {
  const { age: _age, ...checkpoint } = await readAged(note, origin, keys);
  return checkpoint;
}

async function readAged(note: string, origin: string, keys: readonly VerifierKey[]): Promise<AgedCheckpoint> {
  const parsed = parseNote(note);
  const { size, root, origin: named } = parseCheckpoint(parsed.text);
  if (named !== origin) throw new FormatError('checkpoint', `it is one of ${named}`);
  const lines = await verifyNote(parsed, keys);
  return { size, root, note, age: Math.max(...lines.map(({ key }) => keys.indexOf(key))) };
}
