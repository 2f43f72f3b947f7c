import { ObjectIdentifier } from 'asn1js';
import { Certificate, type SignedData, type SignerInfo, type TSTInfo } from 'pkijs';
import { equalBytes, sha256 } from '../../log/index.js';
import { type Authority, copyOf } from './authority.js';
import { checkPurpose, findAuthority, isValidAt } from './certification.js';
import { imprintedBytesOf } from './imprint.js';
import { hashNames, oids, sha256Oid, withSha1 } from './oids.js';
import { readToken, type Token } from './read-token.js';
import { checkSigningCertificate } from './signing-certificate.js';
import { TimestampError } from './timestamp-error.js';

export interface VerifiedTimestamp {
  /** ms since 1970: the checkpoint, and all that it covers, existed then. */
  readonly time: number;
  /** Which of the given authorities stands behind it; null where none does, and the time is not proven. */
  readonly authority: Authority | null;
  readonly info: TSTInfo;
}

/**
 * Verifies a time-stamp token (RFC 3161) over a checkpoint, against certificates that the verifier was given.
 * @param token DER of a TimeStampToken
 * @param note the signed note; its signatures were verified
 * @throws {TimestampError} where it is no token over this note, or its signature does not hold
 */
export function verifyTimestamp(
  token: Uint8Array,
  note: string | Uint8Array,
  given: readonly Authority[],
): Promise<VerifiedTimestamp> {
  return verifyToken(token, imprintedBytesOf(note), given);
}

/**
 * The same over any bytes.
 * @param candidates one of them is what was stamped
 */
export async function verifyToken(
  token: Uint8Array,
  candidates: readonly Uint8Array[],
  given: readonly Authority[],
): Promise<VerifiedTimestamp> {
  const { signed, info } = readToken(token);
  const imprinted = findImprinted(info, candidates);
  checkExtensions(info);
  const signer = onlySigner(signed);
  checkAttributes(signer);
  const inside = (signed.certificates ?? []).filter(certificate => certificate instanceof Certificate);
  const certificate = await verifySignature({ signed, info }, imprinted, inside, given);
  await checkSigningCertificate(signer, certificate);
  checkPurpose(certificate);
  if (!isValidAt(certificate, info.genTime)) throw new TimestampError('the certificate was not valid then');
  return {
    time: info.genTime.getTime(),
    authority: await findAuthority(certificate, inside, given, info.genTime),
    info,
  };
}

/** @returns the bytes that the imprint of the token is of */
function findImprinted({ version, messageImprint }: TSTInfo, candidates: readonly Uint8Array[]): Uint8Array {
  if (version !== 1) throw new TimestampError(`expected a time-stamp of version 1, received ${version}`);
  const { hashAlgorithm, hashedMessage } = messageImprint;
  const imprint = new Uint8Array(hashedMessage.getValue());
  const found = candidates.find(bytes => equalBytes(sha256(bytes), imprint));
  if (hashAlgorithm.algorithmId !== sha256Oid || found === undefined) {
    throw new TimestampError('the time-stamp is of something else');
  }
  return found;
}

/** RFC 3161 section 2.4.2: what is critical and not understood refuses the token. */
function checkExtensions({ extensions = [] }: TSTInfo): void {
  if (extensions.some(({ critical }) => critical)) throw new TimestampError('an unknown critical extension');
}

/** "The time-stamp token MUST NOT contain any signatures other than the signature of the TSA." */
function onlySigner({ signerInfos }: SignedData): SignerInfo {
  const [signer] = signerInfos;
  if (signer === undefined || signerInfos.length !== 1) throw new TimestampError('expected one signature');
  const { digestAlgorithm, signatureAlgorithm } = signer;
  if (hashNames[digestAlgorithm.algorithmId] === undefined || withSha1.has(signatureAlgorithm.algorithmId)) {
    throw new TimestampError('the hash function of the signature is not accepted');
  }
  return signer;
}

/** RFC 5652 section 5.3: signed attributes are there, and say that it is a time-stamp that is signed. */
function checkAttributes({ signedAttrs }: SignerInfo): void {
  const types = (signedAttrs?.attributes ?? []).filter(({ type }) => type === oids.contentType);
  const [value] = types[0]?.values ?? [];
  if (types.length !== 1 || !(value instanceof ObjectIdentifier) || value.getValue() !== oids.tstInfo) {
    throw new TimestampError('the signature is not one over a time-stamp');
  }
}

/** The signature over the signed attributes, which name the hash of the time-stamp. @returns who signed */
async function verifySignature(
  { signed }: Token,
  imprinted: Uint8Array,
  inside: readonly Certificate[],
  given: readonly Authority[],
): Promise<Certificate> {
  // A token need not bring its certificate: then it is one of those given.
  signed.certificates = [...given.map(({ certificate }) => certificate), ...inside];
  try {
    const data = copyOf(imprinted);
    const result = await signed.verify({ signer: 0, data, checkChain: false, extendedMode: true });
    if (result.signatureVerified === true && result.signerCertificate instanceof Certificate) {
      return result.signerCertificate;
    }
  } catch (cause) {
    throw new TimestampError('the signature of the token does not hold', { cause });
  }
  throw new TimestampError('the signature of the token does not hold');
}
