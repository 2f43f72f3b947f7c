import { utf8Bytes } from './bytes.js';
import { verifyCosignature } from './cosignature.js';
import { FormatError } from './error.js';
import type { NoteSignature, SignedNote } from './note.js';
import { verifySignature } from './signature.js';
import type { VerifierKey } from './verifier-key.js';

/** A good signature line of a note. */
export interface VerifiedLine {
  readonly key: VerifierKey;
  /** Seconds since 1970, of a cosignature only. */
  readonly time?: number;
}

async function verifyLine(
  text: string,
  key: VerifierKey,
  line: NoteSignature,
): Promise<VerifiedLine | undefined> {
  if (key.type === 'cosignature') {
    const time = await verifyCosignature(text, key, line.signature);
    return time === undefined ? undefined : { key, time };
  }
  return (await verifySignature(key.key, utf8Bytes(text), line.signature)) ? { key } : undefined;
}

/**
 * The good lines of known keys, in the order of the note. Lines of unknown keys are ignored; a key is known by
 * name and id together.
 * @throws {FormatError} `checkpoint` where a known key has a bad signature, or no known key has signed
 */
export async function verifyNote(
  note: SignedNote,
  keys: readonly VerifierKey[],
): Promise<readonly VerifiedLine[]> {
  const verified: VerifiedLine[] = [];
  for (const line of note.signatures) {
    const key = keys.find(known => known.name === line.name && known.keyId === line.keyId);
    if (key === undefined) continue;
    const good = await verifyLine(note.text, key, line);
    if (good === undefined) throw new FormatError('checkpoint', `bad signature of ${key.name}+${key.keyId}`);
    verified.push(good);
  }
  if (verified.length === 0) throw new FormatError('checkpoint', 'no signature of a known key');
  return verified;
}
