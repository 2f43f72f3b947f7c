import { base64Bytes, base64Text } from './base64.js';
import { concatBytes, hexBytes, hexText, utf8Text } from './bytes.js';
import { hasControlCharacter } from './control-character.js';
import { FormatError } from './error.js';
import { isKeyName } from './verifier-key.js';

/** One line `— <name> <b64(key id || signature)>` of a note. */
export interface NoteSignature {
  readonly name: string;
  /** Four bytes, hexadecimal. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/** C2SP signed-note: text, an empty line, signature lines. */
export interface SignedNote {
  /** With its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const MAX_NOTE_CHARACTERS = 1_000_000;
const MAX_SIGNATURES = 100;
const KEY_ID_BYTES = 4;
const SIGNATURE_LINE = /^\u2014 ([^ ]+) ([A-Za-z0-9+/=]+)$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

function readNoteText(note: string | Uint8Array): string {
  if (typeof note === 'string') return note;
  try {
    return utf8Text(note);
  } catch (cause) {
    throw new FormatError('checkpoint', 'the note is not UTF-8', { cause });
  }
}

function parseSignatureLine(line: string): NoteSignature {
  const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) {
    throw new FormatError('checkpoint', `not a signature line: ${JSON.stringify(line.slice(0, 100))}`);
  }
  const bytes = base64Bytes(encoded, 'checkpoint');
  if (bytes.length <= KEY_ID_BYTES)
    throw new FormatError('checkpoint', `no signature in the line of ${name}`);
  return { name, keyId: hexText(bytes.subarray(0, KEY_ID_BYTES)), signature: bytes.subarray(KEY_ID_BYTES) };
}

/**
 * Reads a note; nothing is verified. The text ends at the last empty line.
 * @throws {FormatError} `checkpoint`
 */
export function parseNote(note: string | Uint8Array): SignedNote {
  if (note.length > MAX_NOTE_CHARACTERS) throw new FormatError('checkpoint', 'the note is too long');
  const whole = readNoteText(note);
  if (hasControlCharacter(whole, '\n') || LONE_SURROGATE.test(whole))
    throw new FormatError('checkpoint', 'a control character or a lone surrogate');
  const end = whole.lastIndexOf('\n\n');
  if (end < 0 || !whole.endsWith('\n')) {
    throw new FormatError(
      'checkpoint',
      'expected text, an empty line and signature lines, each with a newline',
    );
  }
  const lines = whole.slice(end + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) {
    throw new FormatError(
      'checkpoint',
      `expected at most ${MAX_SIGNATURES} signatures, received ${lines.length}`,
    );
  }
  return { text: whole.slice(0, end + 1), signatures: lines.map(parseSignatureLine) };
}

/** The signature line with its newline. */
export function formatSignatureLine({ name, keyId, signature }: NoteSignature): string {
  return `\u2014 ${name} ${base64Text(concatBytes(hexBytes(keyId), signature))}\n`;
}

export function formatNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(formatSignatureLine).join('')}`;
}
