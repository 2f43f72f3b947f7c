import { concatBytes, readU64, u64Bytes, utf8Bytes } from './bytes.js';
import type { NoteSignature } from './note.js';
import { verifySignature } from './signature.js';
import type { Signer } from './signer.js';
import { requireSignerOf, type VerifierKey } from './verifier-key.js';

const TIME_BYTES = 8;

/** `"cosignature/v1" 0x0A "time " t 0x0A || note text` (C2SP tlog-cosignature, Ed25519 signed message). */
function cosignedMessage(time: number, text: string): Uint8Array {
  return utf8Bytes(`cosignature/v1\ntime ${time}\n${text}`);
}

/**
 * A witness's line for a checkpoint.
 * @param time seconds since 1970
 * @throws {FormatError} `key` where the signer does not hold the key
 */
export async function cosignNote(
  text: string,
  key: VerifierKey,
  signer: Signer,
  time: number,
): Promise<NoteSignature> {
  requireSignerOf(key, 'cosignature', signer);
  const signature = await signer.sign(cosignedMessage(time, text));
  return { name: key.name, keyId: key.keyId, signature: concatBytes(u64Bytes(time), signature) };
}

/** Seconds since 1970 at which the witness saw the checkpoint; `undefined` where the signature is bad. */
export async function verifyCosignature(
  text: string,
  key: VerifierKey,
  timedSignature: Uint8Array,
): Promise<number | undefined> {
  let time: number;
  try {
    time = readU64(timedSignature);
  } catch {
    return undefined;
  }
  const signature = timedSignature.subarray(TIME_BYTES);
  return (await verifySignature(key.key, cosignedMessage(time, text), signature)) ? time : undefined;
}
