import { base64urlBytes, base64urlText } from './base64.js';
import { utf8Bytes, utf8Text } from './bytes.js';
import { FormatError } from './error.js';
import { canonicalText } from './jcs.js';
import { isJsonObject, type JsonObject, type JsonValue } from './json.js';

/** OWASP's figure for PBKDF2 with SHA-256: what a guess at the passphrase costs whoever steals the file. */
const iterations = 600_000;
const maxIterations = 10_000_000;

type CryptoKey = Awaited<ReturnType<typeof globalThis.crypto.subtle.deriveKey>>;

export type Random = (length: number) => Uint8Array;

/** `not-such-a-file`: it is of another kind, or damaged. */
export type SealedSecretFault = 'not-such-a-file' | 'passphrase-missing' | 'passphrase-wrong';

/** A secret cannot be opened: wrong passphrase, or not such a file. */
export class SealedSecretError extends Error {
  override readonly name = 'SealedSecretError';
  readonly fault: SealedSecretFault;

  constructor(fault: SealedSecretFault, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.fault = fault;
  }
}

/**
 * A JSON value under a passphrase: PBKDF2-SHA-256, AES-256-GCM. Where there is no passphrase the value stands
 * there in clear, and whoever keeps the file answers for it (mode 600).
 */
export async function sealSecret(
  value: JsonValue,
  passphrase: string | null,
  random: Random,
): Promise<JsonObject> {
  if (passphrase === null) return { sealed: false, value };
  const salt = random(16);
  const iv = random(12);
  const key = await deriveKey(passphrase, salt, iterations);
  const clear = copyOf(utf8Bytes(canonicalText(value)));
  const data = await globalThis.crypto.subtle.encrypt({ name: 'AES-GCM', iv: copyOf(iv) }, key, clear);
  return {
    sealed: true,
    kdf: 'PBKDF2-SHA-256',
    iterations,
    salt: base64urlText(salt),
    iv: base64urlText(iv),
    data: base64urlText(new Uint8Array(data)),
  };
}

/** @throws SealedSecretError */
export async function openSecret(stored: JsonValue, passphrase: string | null): Promise<JsonValue> {
  if (!isJsonObject(stored)) throw new SealedSecretError('not-such-a-file', 'not a sealed secret');
  if (stored.sealed === false && stored.value !== undefined) return stored.value;
  const { kdf, iterations: rounds, salt, iv, data } = stored;
  const known =
    kdf === 'PBKDF2-SHA-256' && typeof rounds === 'number' && rounds > 0 && rounds <= maxIterations;
  if (!known || typeof salt !== 'string' || typeof iv !== 'string' || typeof data !== 'string') {
    throw new SealedSecretError('not-such-a-file', 'not a sealed secret of a known kind');
  }
  if (passphrase === null) throw new SealedSecretError('passphrase-missing', 'a passphrase is needed');
  const key = await deriveKey(passphrase, base64urlBytes(salt, 'key'), rounds);
  return decrypt(key, base64urlBytes(iv, 'key'), base64urlBytes(data, 'key'));
}

async function decrypt(key: CryptoKey, iv: Uint8Array, data: Uint8Array): Promise<JsonValue> {
  try {
    const clear = await globalThis.crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: copyOf(iv) },
      key,
      copyOf(data),
    );
    return JSON.parse(utf8Text(new Uint8Array(clear)));
  } catch (cause) {
    if (cause instanceof FormatError) throw cause;
    throw new SealedSecretError('passphrase-wrong', 'the passphrase is wrong, or the file was changed', {
      cause,
    });
  }
}

async function deriveKey(passphrase: string, salt: Uint8Array, rounds: number): Promise<CryptoKey> {
  const { subtle } = globalThis.crypto;
  const base = await subtle.importKey('raw', copyOf(utf8Bytes(passphrase)), 'PBKDF2', false, ['deriveKey']);
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: copyOf(salt), iterations: rounds },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** WebCrypto takes views of plain buffers only. */
function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
