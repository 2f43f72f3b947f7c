import { base64urlBytes, base64urlText } from './base64.js';
import { utf8Bytes, utf8Text } from './bytes.js';
import { isDigestText } from './digest.js';
import { FormatError } from './error.js';
import type { Algorithm } from './event.js';
import { canonicalText, MAX_PAYLOAD_BYTES } from './jcs.js';
import { isJsonObject, type JsonValue } from './json.js';
import type { PublicKey } from './key.js';
import { sha256 } from './sha256.js';
import { SIGNATURE_BYTES, verifySignature } from './signature.js';
import type { Signer } from './signer.js';

const OFFICER_ALGORITHMS: readonly Algorithm[] = ['ES256', 'ES384', 'Ed25519'];

/** Every `typ` of the format, with the algorithms allowed for it (log-format sections 1, 8 and 9). */
const ALLOWED_ALGORITHMS = {
  'custody-event+jws': OFFICER_ALGORITHMS,
  'custody-pop+jws': OFFICER_ALGORITHMS,
  'custody-session+jws': OFFICER_ALGORITHMS,
  'custody-head+jws': ['Ed25519'],
} as const satisfies Record<string, readonly Algorithm[]>;

export type JwsType = keyof typeof ALLOWED_ALGORITHMS;

export interface JwsHeader {
  readonly alg: Algorithm;
  /** RFC 7638 thumbprint of the signer's key, b64u. */
  readonly kid: string;
  readonly typ: JwsType;
}

/** The parts of a compact JWS (RFC 7515 section 7.1). Nothing here is verified. */
export interface SplitJws {
  readonly header: JwsHeader;
  readonly payloadBytes: Uint8Array;
  /** `b64u(H) "." b64u(P)`: what is signed. */
  readonly signingInput: string;
  readonly signature: Uint8Array;
  /** b64u of SHA-256 of the signing input: of an event, its `event_id`. */
  readonly eventId: string;
}

const MAX_HEADER_CHARACTERS = 256;
const MAX_PAYLOAD_CHARACTERS = Math.ceil((MAX_PAYLOAD_BYTES * 4) / 3);
const MAX_SIGNATURE_CHARACTERS = 128;

function parseHeaderText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FormatError('jws', 'the header is not JSON', { cause });
  }
}

function findAlgorithm(value: unknown, typ: JwsType): Algorithm {
  const alg = ALLOWED_ALGORITHMS[typ].find(allowed => allowed === value);
  if (alg === undefined) {
    throw new FormatError('jws', `expected alg ${ALLOWED_ALGORITHMS[typ].join(' or ')} for ${typ}`);
  }
  return alg;
}

/** Exactly `alg`, `kid` and `typ`, in canonical form; `crit`, `jwk`, `jku`, `x5u`, `b64` and the rest fail here. */
function readHeader(encoded: string, typ: JwsType): JwsHeader {
  let text: string;
  try {
    text = utf8Text(base64urlBytes(encoded, 'jws'));
  } catch (cause) {
    throw new FormatError('jws', 'the header is not base64url of UTF-8', { cause });
  }
  const value = parseHeaderText(text);
  if (!isJsonObject(value)) throw new FormatError('jws', 'the header is not an object');
  if (value.typ !== typ) throw new FormatError('jws', `expected typ ${typ}`);
  const alg = findAlgorithm(value.alg, typ);
  const { kid } = value;
  if (typeof kid !== 'string' || !isDigestText(kid)) {
    throw new FormatError('jws', 'expected kid to be a SHA-256 thumbprint');
  }
  if (text !== formatHeader(alg, kid, typ)) {
    throw new FormatError('jws', 'expected the header to be the canonical form of alg, kid and typ alone');
  }
  return { alg, kid, typ };
}

function formatHeader(alg: Algorithm, kid: string, typ: JwsType): string {
  return canonicalText({ alg, kid, typ });
}

function splitAtDots(text: string): readonly [string, string, string] {
  const [header, payload, signature, ...rest] = text.split('.', 4);
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) {
    throw new FormatError('jws', 'expected three parts');
  }
  return [header, payload, signature];
}

function requireLength(part: string, name: string, max: number): void {
  if (part.length > max) {
    throw new FormatError('jws', `expected a ${name} of at most ${max} characters, received ${part.length}`);
  }
}

/**
 * Splits and decodes a compact JWS of one `typ` (log-format section 1). Sizes are checked before anything else.
 * @throws {FormatError} `jws`
 */
export function splitJws(text: string, typ: JwsType): SplitJws {
  requireLength(text, 'JWS', MAX_HEADER_CHARACTERS + MAX_PAYLOAD_CHARACTERS + MAX_SIGNATURE_CHARACTERS + 2);
  const [encodedHeader, encodedPayload, encodedSignature] = splitAtDots(text);
  requireLength(encodedHeader, 'header', MAX_HEADER_CHARACTERS);
  requireLength(encodedPayload, 'payload', MAX_PAYLOAD_CHARACTERS);
  const header = readHeader(encodedHeader, typ);
  const signature = base64urlBytes(encodedSignature, 'jws');
  if (signature.length !== SIGNATURE_BYTES[header.alg]) {
    throw new FormatError('jws', `expected ${SIGNATURE_BYTES[header.alg]} bytes of signature`);
  }
  const payloadBytes = base64urlBytes(encodedPayload, 'jws');
  if (payloadBytes.length > MAX_PAYLOAD_BYTES) {
    throw new FormatError('jws', `expected a payload of at most ${MAX_PAYLOAD_BYTES} bytes`);
  }
  const signingInput = `${encodedHeader}.${encodedPayload}`;
  return { header, payloadBytes, signingInput, signature, eventId: eventIdOf(signingInput) };
}

/**
 * Checks the signature over the bytes received.
 * @throws {FormatError} `key` where the key is not the one the header names, `jws` where the signature is bad
 */
export async function verifyJws(split: SplitJws, key: PublicKey): Promise<void> {
  if (key.kid !== split.header.kid) throw new FormatError('key', `expected key ${split.header.kid}`);
  if (key.alg !== split.header.alg) {
    throw new FormatError('key', `expected a key for ${split.header.alg}, the key is for ${key.alg}`);
  }
  if (!(await verifySignature(key, utf8Bytes(split.signingInput), split.signature))) {
    throw new FormatError('jws', 'bad signature');
  }
}

/** `event_id` of a JWS Signing Input, b64u (log-format section 1). */
export function eventIdOf(signingInput: string): string {
  return base64urlText(sha256(utf8Bytes(signingInput)));
}

/**
 * The JWS Signing Input over the canonical form of `payload`.
 * @throws {FormatError} `jcs` where the payload has no canonical form, `jws` where it is too long
 */
export function jwsSigningInput(
  typ: JwsType,
  key: { readonly alg: Algorithm; readonly kid: string },
  payload: JsonValue,
): string {
  const payloadBytes = utf8Bytes(canonicalText(payload));
  if (payloadBytes.length > MAX_PAYLOAD_BYTES) {
    throw new FormatError('jws', `expected a payload of at most ${MAX_PAYLOAD_BYTES} bytes`);
  }
  const header = utf8Bytes(formatHeader(findAlgorithm(key.alg, typ), key.kid, typ));
  return `${base64urlText(header)}.${base64urlText(payloadBytes)}`;
}

/** The compact serialization of a signing input that was signed elsewhere. */
export function assembleJws(signingInput: string, signature: Uint8Array): string {
  return `${signingInput}.${base64urlText(signature)}`;
}

export async function signJws(typ: JwsType, payload: JsonValue, signer: Signer): Promise<string> {
  const signingInput = jwsSigningInput(typ, signer, payload);
  return assembleJws(signingInput, await signer.sign(utf8Bytes(signingInput)));
}
