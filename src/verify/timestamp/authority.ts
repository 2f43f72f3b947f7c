import { Certificate } from 'pkijs';
import { base64Bytes, equalBytes, FormatError } from '../../log/index.js';

/** A certificate that the verifier was given apart from the bag: of a time-stamp authority, or of who certifies it. */
export interface Authority {
  readonly certificate: Certificate;
}

const PEM = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;
const MAX_BYTES = 1_000_000;

/**
 * Reads certificates, PEM (one or more) or DER (RFC 7468, RFC 5280).
 * @returns null where there is none to read
 */
export function readAuthorities(file: Uint8Array): readonly Authority[] | null {
  if (file.length > MAX_BYTES) return null;
  const blocks = [...new TextDecoder('latin1').decode(file).matchAll(PEM)];
  const found = blocks.length === 0 ? [readDer(file)] : blocks.map(([, text = '']) => readPem(text));
  const certificates = found.filter(certificate => certificate !== null);
  return certificates.length === 0 || certificates.length < found.length
    ? null
    : certificates.map(certificate => ({ certificate }));
}

function readPem(text: string): Certificate | null {
  try {
    return readDer(base64Bytes(text.replaceAll(/\s/g, ''), 'key'));
  } catch (error) {
    if (error instanceof FormatError) return null;
    throw error;
  }
}

function readDer(der: Uint8Array): Certificate | null {
  try {
    return Certificate.fromBER(copyOf(der));
  } catch {
    // The library has no class for broken bytes; whatever it throws, there is no certificate.
    return null;
  }
}

/** DER of a certificate as it is signed. */
export function certificateBytes(certificate: Certificate): Uint8Array {
  return new Uint8Array(certificate.toSchema().toBER());
}

export function isSameCertificate(one: Certificate, other: Certificate): boolean {
  return equalBytes(certificateBytes(one), certificateBytes(other));
}

/** Bytes of their own: the platform's cryptography takes no part of a shared buffer. */
export function copyOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
