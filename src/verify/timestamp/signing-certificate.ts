import { Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import type { Certificate, SignerInfo } from 'pkijs';
import { equalBytes } from '../../log/index.js';
import { certificateBytes, copyOf } from './authority.js';
import { hashNames, oids, sha256Oid } from './oids.js';
import { TimestampError } from './timestamp-error.js';

/**
 * The signing-certificate attribute (RFC 3161 section 2.4.2, RFC 5035): the signature names the certificate it is to be
 * verified with, so that no other one with the same key takes its place. The first ESSCertID or ESSCertIDv2 counts.
 * @throws {TimestampError} where there is none, or it names another certificate
 */
export async function checkSigningCertificate(signer: SignerInfo, certificate: Certificate): Promise<void> {
  const attributes = signer.signedAttrs?.attributes ?? [];
  const named = attributes.filter(
    ({ type }) => type === oids.signingCertificate || type === oids.signingCertificateV2,
  );
  if (named.length === 0) throw new TimestampError('the token does not name its signing certificate');
  for (const { type, values } of named) {
    const { hash, digest, issuerSerial } = readFirst(values, type === oids.signingCertificateV2);
    const actual = await globalThis.crypto.subtle.digest(hash, copyOf(certificateBytes(certificate)));
    if (!equalBytes(new Uint8Array(actual), digest)) {
      throw new TimestampError('the token names another signing certificate');
    }
    if (issuerSerial !== null && !namesSerial(issuerSerial, certificate)) {
      throw new TimestampError('the token names a signing certificate with another serial number');
    }
  }
}

interface CertificateId {
  /** As WebCrypto names it. */
  readonly hash: string;
  readonly digest: Uint8Array;
  readonly issuerSerial: Sequence | null;
}

/** `SigningCertificate ::= SEQUENCE { certs SEQUENCE OF ESSCertID, … }`. */
function readFirst(values: readonly unknown[], isSecondForm: boolean): CertificateId {
  const [id] = membersOf(membersOf(values.length === 1 ? values[0] : undefined)[0]);
  const members = [...membersOf(id)];
  const hash = isSecondForm ? takeHash(members) : 'SHA-1';
  const digest = members.shift();
  if (!(digest instanceof OctetString))
    throw new TimestampError('the signing certificate is named unreadably');
  const issuerSerial = members.shift();
  return {
    hash,
    digest: new Uint8Array(digest.getValue()),
    issuerSerial: issuerSerial instanceof Sequence ? issuerSerial : null,
  };
}

/** `hashAlgorithm AlgorithmIdentifier DEFAULT {algorithm id-sha256}` of ESSCertIDv2. */
function takeHash(members: unknown[]): string {
  if (!(members[0] instanceof Sequence)) return hashNames[sha256Oid] ?? '';
  const [algorithm] = membersOf(members.shift());
  const name = algorithm instanceof ObjectIdentifier ? hashNames[algorithm.getValue()] : undefined;
  if (name === undefined) throw new TimestampError('the signing certificate is named by an unknown hash');
  return name;
}

/** `IssuerSerial ::= SEQUENCE { issuer GeneralNames, serialNumber }`. */
function namesSerial(issuerSerial: Sequence, { serialNumber }: Certificate): boolean {
  const serial = membersOf(issuerSerial)[1];
  return serial instanceof Integer && serial.isEqual(serialNumber);
}

function membersOf(value: unknown): readonly unknown[] {
  return value instanceof Sequence ? value.valueBlock.value : [];
}
