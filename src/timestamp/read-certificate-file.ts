import { readFile } from 'node:fs/promises';
import { LocalizedError } from '../custody/text.js';
import { type Authority, readAuthorities } from '../verify/index.js';

/** The file that was named holds no certificates. */
class CertificateFileError extends LocalizedError {
  override readonly name = 'CertificateFileError';
}

/**
 * Certificates of time-stamp authorities, PEM or DER.
 * @throws CertificateFileError where one cannot be read; a fault of the disk as it comes
 */
export async function readCertificateFile(file: string): Promise<readonly Authority[]> {
  const found = readAuthorities(await readFile(file));
  if (found !== null) return found;
  throw new CertificateFileError({
    en: `${file} holds no certificate that can be read: PEM or DER is expected`,
    fr: `${file} ne contient pas de certificat lisible : il faut du PEM ou du DER`,
  });
}
