import { FormatError, parseCheckpoint, parseNote, type VerifierKey, verifyNote } from '../log/index.js';
import type { SignedCheckpoint } from './vault.js';

/**
 * Reads a note that this log signed. That it is of this log, and whole, is checked; its signature is not.
 * @throws FormatError `checkpoint`
 */
export function readSignedCheckpoint(note: string, origin: string): SignedCheckpoint {
  const checkpoint = parseCheckpoint(parseNote(note).text);
  if (checkpoint.origin !== origin) {
    throw new FormatError(
      'checkpoint',
      `expected a checkpoint of ${origin}, received one of ${checkpoint.origin}`,
    );
  }
  return { size: checkpoint.size, root: checkpoint.root, note };
}

/**
 * Reads notes that this log signed, and verifies their signature: by the key it has now, or by one that it had before.
 * @param earlierKeys asked where the key of now did not sign: after a change of keys the last note is one of the key before
 * @throws FormatError `checkpoint`, when the note is read
 */
export function verifiedCheckpoints(
  key: VerifierKey,
  earlierKeys: () => Promise<readonly VerifierKey[]>,
): (note: string) => Promise<SignedCheckpoint> {
  // Every append reads the vault, and mostly finds the note that it found before.
  let verified: SignedCheckpoint | null = null;
  return async note => {
    if (verified?.note === note) return verified;
    const checkpoint = readSignedCheckpoint(note, key.name);
    const parsed = parseNote(note);
    const ofNow = parsed.signatures.some(({ name, keyId }) => name === key.name && keyId === key.keyId);
    await verifyNote(parsed, ofNow ? [key] : await earlierKeys());
    verified = checkpoint;
    return checkpoint;
  };
}
