import { base64Bytes, base64Text, base64urlBytes, base64urlText } from './base64.js';
import { concatBytes, hexText, utf8Bytes } from './bytes.js';
import { type FormatCheck, FormatError, failCheck } from './error.js';
import { type PublicKey, parsePublicJwk } from './key.js';
import { sha256 } from './sha256.js';

/** What a key signs: a note's text (0x01), or a checkpoint with the time it was seen (0x04). */
export type NoteSignatureType = 'note' | 'cosignature';

/** A key that verifies lines of notes (C2SP signed-note, Verifier keys). */
export interface VerifierKey {
  readonly name: string;
  /** First four bytes of SHA-256(name || 0x0A || type || public key), hexadecimal. */
  readonly keyId: string;
  readonly type: NoteSignatureType;
  /** An Ed25519 key. */
  readonly key: PublicKey;
}

const TYPE_BYTES: Record<NoteSignatureType, number> = { note: 0x01, cosignature: 0x04 };
const NEWLINE = Uint8Array.of(0x0a);
const NOT_IN_NAME = /[\p{White_Space}\p{Cc}\p{Surrogate}+]/u;
const PARTS = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/;

/** Not empty, no Unicode space, no plus (C2SP signed-note, Format). */
export function isKeyName(name: string): boolean {
  return name !== '' && !NOT_IN_NAME.test(name);
}

function typedKeyBytes(type: NoteSignatureType, key: PublicKey): Uint8Array {
  return concatBytes(Uint8Array.of(TYPE_BYTES[type]), base64urlBytes(key.jwk.x, 'key'));
}

function computeKeyId(name: string, typedKey: Uint8Array): string {
  return hexText(sha256(concatBytes(utf8Bytes(name), NEWLINE, typedKey)).subarray(0, 4));
}

/** @throws {FormatError} `key` for a name out of form, or a key that is not Ed25519 */
export function createVerifierKey(name: string, type: NoteSignatureType, key: PublicKey): VerifierKey {
  if (!isKeyName(name)) throw new FormatError('key', `not a key name: ${JSON.stringify(name)}`);
  if (key.alg !== 'Ed25519') throw new FormatError('key', `expected an Ed25519 key, received ${key.alg}`);
  return { name, keyId: computeKeyId(name, typedKeyBytes(type, key)), type, key };
}

/** `<name>+<key id, hexadecimal>+<b64 of type and public key>`. */
export function formatVerifierKey({ name, keyId, type, key }: VerifierKey): string {
  return `${name}+${keyId}+${base64Text(typedKeyBytes(type, key))}`;
}

function readType(byte: number | undefined, check: FormatCheck): NoteSignatureType {
  if (byte === TYPE_BYTES.note) return 'note';
  if (byte === TYPE_BYTES.cosignature) return 'cosignature';
  throw new FormatError(check, `expected a verifier key of type 1 or 4, received ${byte}`);
}

function readEd25519Key(bytes: Uint8Array, check: FormatCheck): PublicKey {
  try {
    return parsePublicJwk({ crv: 'Ed25519', kty: 'OKP', x: base64urlText(bytes) });
  } catch (cause) {
    throw failCheck(check, cause);
  }
}

/** @throws {FormatError} with `check` */
export function parseVerifierKey(text: string, check: FormatCheck): VerifierKey {
  const [, name, keyId, encoded] = PARTS.exec(text) ?? [];
  if (name === undefined || keyId === undefined || encoded === undefined || !isKeyName(name)) {
    throw new FormatError(check, 'expected a verifier key name+id+key');
  }
  const typedKey = base64Bytes(encoded, check);
  if (computeKeyId(name, typedKey) !== keyId) {
    throw new FormatError(check, `the id ${keyId} is not that of the key of ${name}`);
  }
  return {
    name,
    keyId,
    type: readType(typedKey[0], check),
    key: readEd25519Key(typedKey.subarray(1), check),
  };
}

/** @throws {FormatError} `key` where the signer holds another key, or the key is for something else */
export function requireSignerOf(
  { key, name, type }: VerifierKey,
  expectedType: NoteSignatureType,
  signer: { readonly kid: string },
): void {
  if (type !== expectedType) throw new FormatError('key', `expected a key for a ${expectedType}`);
  if (key.kid !== signer.kid) throw new FormatError('key', `the signer does not hold the key of ${name}`);
}
