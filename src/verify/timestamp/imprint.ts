import { formatSignatureLine, parseNote, sha256, utf8Bytes } from '../../log/index.js';

/**
 * The bytes that a time-stamp of a checkpoint is of (log-format section 5): note text || 0x0A || the log's line with its
 * newline. One for each line of the log's name, in their order: while a key is renewed a checkpoint has two.
 * @param note a signed note whose signatures were verified
 * @throws {FormatError} `checkpoint`
 */
export function imprintedBytesOf(note: string | Uint8Array): readonly Uint8Array[] {
  const { text, signatures } = parseNote(note);
  const [origin = ''] = text.split('\n');
  return signatures
    .filter(({ name }) => name === origin)
    .map(line => utf8Bytes(`${text}\n${formatSignatureLine(line)}`));
}

/** What is sent to a time-stamp authority: SHA-256 of those bytes, with the first of the log's lines. */
export function imprintOf(note: string | Uint8Array): Uint8Array {
  const [bytes] = imprintedBytesOf(note);
  if (bytes === undefined) throw new RangeError('the note has no line of its log');
  return sha256(bytes);
}
