import { FormatError, parseCheckpoint, parseNote } from '../log/index.js';
import type { SignedCheckpoint } from './vault.js';

/**
 * Reads a note that this log signed. The vault is trusted to hold the log's own notes; that it is of this log,
 * and whole, is checked.
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
