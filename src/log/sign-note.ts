import { utf8Bytes } from './bytes.js';
import type { NoteSignature } from './note.js';
import type { Signer } from './signer.js';
import { requireSignerOf, type VerifierKey } from './verifier-key.js';

/**
 * The line of a key over the text of a note (C2SP signed-note, Ed25519 signatures).
 * @throws {FormatError} `key` where the signer does not hold the key
 */
export async function signNote(text: string, key: VerifierKey, signer: Signer): Promise<NoteSignature> {
  requireSignerOf(key, 'note', signer);
  return { name: key.name, keyId: key.keyId, signature: await signer.sign(utf8Bytes(text)) };
}
