import { createHash, type webcrypto } from 'node:crypto';
import { Integer, Null, ObjectIdentifier, OctetString, Sequence, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  Time,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

/** What is otherwise than it should be. */
export interface Faults {
  readonly purposes?: readonly string[];
  readonly purposeNotCritical?: true;
  /** How the signature names its certificate; `another`: wrongly, `none`: not at all. */
  readonly names?: 'v1' | 'v2' | 'another' | 'none';
  readonly validUntil?: string;
  readonly issuerIsNoAuthority?: true;
  readonly genTime?: string;
  readonly version?: number;
  readonly nonce?: Uint8Array;
  readonly policy?: string;
  readonly criticalExtension?: true;
  readonly imprint?: Uint8Array;
  readonly withoutCertificate?: true;
  readonly contentType?: string;
  readonly digest?: 'SHA-1';
  readonly refused?: true;
}

interface Identity {
  readonly certificate: Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

const timeStamping = '1.3.6.1.5.5.7.3.8';
const tstInfo = '1.2.840.113549.1.9.16.1.4';
const sha256Oid = '2.16.840.1.101.3.4.2.1';

function hash(name: 'sha1' | 'sha256', bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash(name).update(bytes).digest());
}

/** A time-stamp authority made for one test: a root, and a certificate under it that signs tokens (RFC 3161). */
export class TestAuthority {
  readonly #root: Identity;
  readonly #signing: Identity;
  readonly #faults: Faults;

  private constructor(root: Identity, signing: Identity, faults: Faults) {
    this.#root = root;
    this.#signing = signing;
    this.#faults = faults;
  }

  static async create(faults: Faults = {}): Promise<TestAuthority> {
    const constraints = new BasicConstraints({ cA: faults.issuerIsNoAuthority !== true });
    const root = await newIdentity('DEMO TSA root', null, [
      extension('2.5.29.19', true, constraints.toSchema()),
    ]);
    const { purposes = [timeStamping], validUntil } = faults;
    const usage = new ExtKeyUsage({ keyPurposes: [...purposes] });
    const signing = await newIdentity(
      'DEMO TSA',
      root,
      [extension('2.5.29.37', faults.purposeNotCritical !== true, usage.toSchema())],
      validUntil,
    );
    return new TestAuthority(root, signing, faults);
  }

  /** DER of the certificate that a verifier is given. */
  get root(): Uint8Array {
    return derOf(this.#root.certificate);
  }

  /** DER of the certificate that signs. */
  get signing(): Uint8Array {
    return derOf(this.#signing.certificate);
  }

  /** The answer to a query, as it is sent over HTTP. */
  async answer(query: Uint8Array): Promise<Uint8Array> {
    const { messageImprint, nonce, reqPolicy } = TimeStampReq.fromBER(new Uint8Array(query).buffer);
    if (this.#faults.refused) return bytesOf(new TimeStampResp({ status: new PKIStatusInfo({ status: 2 }) }));
    const imprint = new Uint8Array(messageImprint.hashedMessage.getValue());
    const token = await this.token(imprint, nonce, reqPolicy);
    return bytesOf(
      new TimeStampResp({
        status: new PKIStatusInfo({ status: 0 }),
        timeStampToken: ContentInfo.fromBER(new Uint8Array(token).buffer),
      }),
    );
  }

  /** DER of a TimeStampToken over this hash. */
  async token(imprint: Uint8Array, askedNonce?: Integer, askedPolicy?: string): Promise<Uint8Array> {
    const { names = 'v2', contentType = tstInfo, digest = 'SHA-256', withoutCertificate } = this.#faults;
    const { certificate, keys } = this.#signing;
    const content = bytesOf(this.#info(imprint, askedNonce, askedPolicy));
    const digested = hash(digest === 'SHA-1' ? 'sha1' : 'sha256', content);
    const attributes = [
      attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: contentType })),
      attribute('1.2.840.113549.1.9.4', new OctetString({ valueHex: digested })),
      ...namedCertificate(names, certificate),
    ];
    const signed = new SignedData({
      version: 3,
      encapContentInfo: new EncapsulatedContentInfo({
        eContentType: tstInfo,
        eContent: new OctetString({ valueHex: content }),
      }),
      ...(withoutCertificate ? {} : { certificates: [certificate] }),
      signerInfos: [
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({
            issuer: certificate.issuer,
            serialNumber: certificate.serialNumber,
          }),
          signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
        }),
      ],
    });
    await signed.sign(keys.privateKey, 0, digest, content.buffer);
    return bytesOf(new ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) }));
  }

  #info(imprint: Uint8Array, askedNonce?: Integer, askedPolicy?: string): TSTInfo {
    const { version = 1, genTime, criticalExtension, policy = askedPolicy ?? '1.2.3.4.1' } = this.#faults;
    const nonce = this.#faults.nonce
      ? new Integer({ valueHex: new Uint8Array(this.#faults.nonce) })
      : askedNonce;
    return new TSTInfo({
      version,
      policy,
      messageImprint: new MessageImprint({
        hashAlgorithm: new AlgorithmIdentifier({ algorithmId: sha256Oid, algorithmParams: new Null() }),
        hashedMessage: new OctetString({ valueHex: new Uint8Array(this.#faults.imprint ?? imprint) }),
      }),
      serialNumber: new Integer({ value: 7 }),
      genTime: genTime === undefined ? new Date() : new Date(genTime),
      ...(nonce === undefined ? {} : { nonce }),
      ...(criticalExtension ? { extensions: [extension('1.2.3.4.5', true, new Null())] } : {}),
    });
  }
}

/** ESSCertID or ESSCertIDv2 (RFC 5035) in its attribute. */
function namedCertificate(
  names: NonNullable<Faults['names']>,
  certificate: Certificate,
): readonly Attribute[] {
  if (names === 'none') return [];
  const der = names === 'another' ? new Uint8Array(1) : derOf(certificate);
  const digest = new OctetString({ valueHex: hash(names === 'v1' ? 'sha1' : 'sha256', der) });
  const list = new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [digest] })] })] });
  return [attribute(`1.2.840.113549.1.9.16.2.${names === 'v1' ? 12 : 47}`, list)];
}

function attribute(type: string, value: object): Attribute {
  return new Attribute({ type, values: [value] });
}

function extension(extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() as never });
}

let serial = 0;

async function newIdentity(
  name: string,
  issuer: Identity | null,
  extensions: Extension[],
  validUntil = '2040-01-01T00:00:00Z',
): Promise<Identity> {
  const keys = (await globalThis.crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const certificate = new Certificate({
    version: 2,
    serialNumber: new Integer({ value: ++serial }),
    notBefore: new Time({ type: 0, value: new Date('2020-01-01T00:00:00Z') }),
    notAfter: new Time({ type: 0, value: new Date(validUntil) }),
    extensions,
  });
  certificate.subject.typesAndValues.push(commonName(name));
  if (issuer === null) certificate.issuer.typesAndValues.push(commonName(name));
  else certificate.issuer = issuer.certificate.subject;
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((issuer ?? { keys }).keys.privateKey, 'SHA-256');
  return { certificate: Certificate.fromBER(derOf(certificate).buffer), keys };
}

function commonName(name: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) });
}

function derOf(certificate: Certificate): Uint8Array<ArrayBuffer> {
  return bytesOf(certificate);
}

function bytesOf(object: { toSchema(): { toBER(): ArrayBuffer } }): Uint8Array<ArrayBuffer> {
  return new Uint8Array(object.toSchema().toBER());
}
