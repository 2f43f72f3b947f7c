import { BasicConstraints, type Certificate, type Extension, ExtKeyUsage } from 'pkijs';
import { type Authority, isSameCertificate } from './authority.js';
import { oids } from './oids.js';
import { TimestampError } from './timestamp-error.js';

/** Longer chains of certificates are not followed. */
const MAX_STEPS = 8;
/** `keyCertSign` of KeyUsage (RFC 5280 section 4.2.1.3): bit 5, counted from the left. */
const KEY_CERT_SIGN = 0x04;

/**
 * The certificate is for time-stamping and for nothing else (RFC 3161 section 2.3: extended key usage, critical).
 * @throws {TimestampError}
 */
export function checkPurpose(certificate: Certificate): void {
  const usage = extensionOf(certificate, oids.extendedKeyUsage);
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : [];
  if (usage?.critical !== true || purposes.length !== 1 || purposes[0] !== oids.timeStamping) {
    throw new TimestampError('the certificate is not one for time-stamping alone');
  }
}

/**
 * From the signing certificate, by those that certify it, to one that the verifier was given. All of them were valid at the
 * time of the stamp.
 * @param inside certificates that came with the token; nothing is trusted for being there
 * @returns the given one, or null where the chain leads to none
 */
export async function findAuthority(
  signing: Certificate,
  inside: readonly Certificate[],
  given: readonly Authority[],
  time: Date,
): Promise<Authority | null> {
  let certificate = signing;
  for (let step = 0; step < MAX_STEPS; step++) {
    if (!isValidAt(certificate, time)) return null;
    const current = certificate;
    const known = given.find(authority => isSameCertificate(authority.certificate, current));
    if (known !== undefined) return known;
    const issuer = await findIssuer(current, [...given.map(authority => authority.certificate), ...inside]);
    if (issuer === null) return null;
    certificate = issuer;
  }
  return null;
}

export function isValidAt({ notBefore, notAfter }: Certificate, time: Date): boolean {
  return notBefore.value <= time && time <= notAfter.value;
}

async function findIssuer(
  certificate: Certificate,
  candidates: readonly Certificate[],
): Promise<Certificate | null> {
  for (const candidate of candidates) {
    if (isSameCertificate(candidate, certificate)) continue;
    if (candidate.subject.isEqual(certificate.issuer) && mayCertify(candidate)) {
      if (await isSignedBy(certificate, candidate)) return candidate;
    }
  }
  return null;
}

/** RFC 5280 section 4.2.1.9: only a certificate that says so certifies others. */
function mayCertify(certificate: Certificate): boolean {
  const constraints = extensionOf(certificate, oids.basicConstraints)?.parsedValue;
  const usage = extensionOf(certificate, oids.keyUsage)?.parsedValue;
  const bits = usage === undefined ? KEY_CERT_SIGN : firstByteOf(usage);
  return constraints instanceof BasicConstraints && constraints.cA && (bits & KEY_CERT_SIGN) !== 0;
}

function firstByteOf(value: unknown): number {
  const { valueBlock } = value as { readonly valueBlock?: { readonly valueHexView?: Uint8Array } };
  return valueBlock?.valueHexView?.[0] ?? 0;
}

async function isSignedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  try {
    return await certificate.verify(issuer);
  } catch {
    // An algorithm that the platform does not know, or a key out of form: not shown to be signed.
    return false;
  }
}

function extensionOf({ extensions }: Certificate, oid: string): Extension | undefined {
  return extensions?.find(({ extnID }) => extnID === oid);
}
