import { FormatError, parseCheckpoint, parseNote, type VerifierKey, verifyNote } from '../log/index.js';
import type { LogKeys } from './log-keys.js';
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
 * Reads notes that this log signed, and verifies their signature: by a key that is held, or by one that the log had before.
 * @param earlierKeys asked where no key that is held did sign: a key that another process added, or one that was destroyed
 * @throws FormatError `checkpoint`, when the note is read
 */
export function verifiedCheckpoints(
  logKeys: Pick<LogKeys, 'held' | 'origin'>,
  earlierKeys: () => Promise<readonly VerifierKey[]>,
): (note: string) => Promise<SignedCheckpoint> {
  // Every append reads the vault, and mostly finds the note that it found before.
  let verified: SignedCheckpoint | null = null;
  return async note => {
    if (verified?.note === note) return verified;
    const checkpoint = readSignedCheckpoint(note, logKeys.origin);
    const parsed = parseNote(note);
    const held = logKeys.held.map(({ key }) => key);
    const signed = parsed.signatures.some(line =>
      held.some(({ name, keyId }) => name === line.name && keyId === line.keyId),
    );
    await verifyNote(parsed, signed ? held : await earlierKeys());
    verified = checkpoint;
    return checkpoint;
  };
}
