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

/**
 * The newest checkpoint that the log is known to have signed: so far it has to reach again, and not one leaf less.
 * @throws RecoverError where there is none, or where two of them prove a fork
 */
export async function newestCheckpoint(
  notes: readonly FoundNote[],
  origin: string,
  keys: readonly VerifierKey[],
): Promise<SignedCheckpoint & { readonly from: string }> {
  let newest: (SignedCheckpoint & { readonly from: string }) | null = null;
  for (const { from, note, must } of notes) {
    const signed = await readSigned(note, origin, keys).catch((error: unknown) => {
      if (!(error instanceof FormatError)) throw error;
      if (must) throw new RecoverError(recoverFaults.badNote(from, error.message), { cause: error });
      return null;
    });
    if (signed === null) continue;
    if (newest?.size === signed.size && !equalBytes(newest.root, signed.root)) {
      throw new RecoverError(recoverFaults.forked(newest.from, from, signed.size));
    }
    if (newest === null || signed.size > newest.size) newest = { ...signed, from };
  }
  if (newest === null) throw new RecoverError(recoverFaults.noCheckpoint());
  return newest;
}

/** @throws FormatError */
async function readSigned(
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
