import { isJsonObject, type JsonObject, type JsonValue } from './json.js';
import { openSecret, type Random, SealedSecretError, sealSecret } from './sealed-secret.js';
import { createSigner, type PrivateJwk, type Signer } from './signer.js';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from './verifier-key.js';

/** What a key file of a log or a witness is called in itself. */
export type NoteKeyKind = 'scelle-log-key' | 'scelle-witness-key';

/** A key that signs notes or cosignatures, and who holds it. */
export interface NoteKey {
  readonly key: VerifierKey;
  readonly signer: Signer;
}

/** The content of a key file; the secret part under a passphrase where one is given. */
export async function sealNoteKey(
  kind: NoteKeyKind,
  key: VerifierKey,
  { d, ...jwk }: PrivateJwk,
  passphrase: string | null,
  random: Random,
): Promise<JsonObject> {
  const secret = await sealSecret(d, passphrase, random);
  return { v: 1, kind, key: formatVerifierKey(key), jwk: { ...jwk }, secret };
}

/**
 * @param stored what `sealNoteKey` gave
 * @throws SealedSecretError; {FormatError} `key` where its parts do not fit together
 */
export async function openNoteKey(
  kind: NoteKeyKind,
  stored: JsonValue,
  passphrase: string | null,
): Promise<NoteKey> {
  if (!isJsonObject(stored) || stored.kind !== kind || !isJsonObject(stored.jwk)) {
    throw new SealedSecretError('not-such-a-file', `not a ${kind}`);
  }
  const d = await openSecret(stored.secret ?? null, passphrase);
  return {
    key: parseVerifierKey(String(stored.key), 'key'),
    signer: await createSigner({ ...stored.jwk, d }),
  };
}
