import { concatBytes, utf8Bytes } from './bytes.js';
import { sha256 } from './sha256.js';

const DOMAIN = utf8Bytes('custody-subject/v1\n');

/** Bytes of the salt of a subject: random, one per subject for ever (log-format section 3). */
export const SUBJECT_SALT_BYTES = 32;

/**
 * What stands for the subject in its leaves (log-format section 3).
 * @throws {RangeError} for a salt that is not 32 bytes long
 */
export function subjectTag(salt: Uint8Array, subject: string): Uint8Array {
  if (salt.length !== SUBJECT_SALT_BYTES)
    throw new RangeError(`expected a salt of ${SUBJECT_SALT_BYTES} bytes`);
  return sha256(concatBytes(DOMAIN, salt, utf8Bytes(subject)));
}
