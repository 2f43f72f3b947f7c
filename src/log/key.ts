import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384 } from '@noble/curves/nist.js';
import { base64urlBytes, base64urlText } from './base64.js';
import { concatBytes, utf8Bytes } from './bytes.js';
import { FormatError } from './error.js';
import type { Algorithm } from './event.js';
import { canonicalText } from './jcs.js';
import { isJsonObject, type JsonObject } from './json.js';
import { sha256 } from './sha256.js';

/** Exactly the members of the thumbprint (RFC 7638 section 3.2, log-format section 8). */
export interface EcPublicJwk<Curve extends 'P-256' | 'P-384'> {
  readonly crv: Curve;
  readonly kty: 'EC';
  readonly x: string;
  readonly y: string;
}

/** RFC 8037 section 2. */
export interface OkpPublicJwk {
  readonly crv: 'Ed25519';
  readonly kty: 'OKP';
  readonly x: string;
}

export type PublicJwk = EcPublicJwk<'P-256'> | EcPublicJwk<'P-384'> | OkpPublicJwk;

/** A public key that was checked: members, lengths, a valid point that is not of small order. */
export interface PublicKey {
  readonly jwk: PublicJwk;
  /** RFC 7638 SHA-256 thumbprint. */
  readonly kid: string;
  readonly alg: Algorithm;
}

const ALGORITHM_OF_CURVE = { 'P-256': 'ES256', 'P-384': 'ES384', Ed25519: 'Ed25519' } as const;
const EC_CURVES = { 'P-256': p256, 'P-384': p384 } as const;
const EC_FIELD_BYTES = { 'P-256': 32, 'P-384': 48 } as const;
const ED25519_BYTES = 32;
const UNCOMPRESSED_POINT = Uint8Array.of(4);

function readCoordinate(
  jwk: JsonObject,
  name: 'x' | 'y',
  length: number,
): { text: string; bytes: Uint8Array } {
  const text = jwk[name];
  if (typeof text !== 'string') throw new FormatError('key', `expected ${name} to be a string`);
  const bytes = base64urlBytes(text, 'key');
  if (bytes.length !== length) {
    throw new FormatError('key', `expected ${name} of ${length} bytes, received ${bytes.length}`);
  }
  return { text, bytes };
}

function requireMembers(jwk: JsonObject, names: string): void {
  const received = Object.keys(jwk).sort().join();
  if (received !== names) throw new FormatError('key', `expected the members ${names}, received ${received}`);
}

/** The curves have no point of small order but infinity, which has no coordinates. */
function requireEcPoint(crv: 'P-256' | 'P-384', x: Uint8Array, y: Uint8Array): void {
  try {
    EC_CURVES[crv].Point.fromBytes(concatBytes(UNCOMPRESSED_POINT, x, y)).assertValidity();
  } catch (cause) {
    throw new FormatError('key', `not a point of ${crv}`, { cause });
  }
}

/** RFC 8032 section 5.1.3 decoding, without the leniency of ZIP 215. */
function requireEd25519Point(x: Uint8Array): void {
  let smallOrder: boolean;
  try {
    smallOrder = ed25519.Point.fromBytes(x, false).isSmallOrder();
  } catch (cause) {
    throw new FormatError('key', 'not a point of Ed25519', { cause });
  }
  if (smallOrder) throw new FormatError('key', 'a point of small order');
}

function parseEcJwk(jwk: JsonObject, crv: 'P-256' | 'P-384'): PublicJwk {
  requireMembers(jwk, 'crv,kty,x,y');
  if (jwk.kty !== 'EC') throw new FormatError('key', `expected kty EC for ${crv}`);
  const x = readCoordinate(jwk, 'x', EC_FIELD_BYTES[crv]);
  const y = readCoordinate(jwk, 'y', EC_FIELD_BYTES[crv]);
  requireEcPoint(crv, x.bytes, y.bytes);
  return crv === 'P-256'
    ? { crv, kty: 'EC', x: x.text, y: y.text }
    : { crv, kty: 'EC', x: x.text, y: y.text };
}

function parseOkpJwk(jwk: JsonObject): PublicJwk {
  requireMembers(jwk, 'crv,kty,x');
  if (jwk.kty !== 'OKP') throw new FormatError('key', 'expected kty OKP for Ed25519');
  const x = readCoordinate(jwk, 'x', ED25519_BYTES);
  requireEd25519Point(x.bytes);
  return { crv: 'Ed25519', kty: 'OKP', x: x.text };
}

function parseJwk(value: unknown): PublicJwk {
  if (!isJsonObject(value)) throw new FormatError('key', 'expected a JWK object');
  if (value.crv === 'P-256' || value.crv === 'P-384') return parseEcJwk(value, value.crv);
  if (value.crv === 'Ed25519') return parseOkpJwk(value);
  throw new FormatError('key', 'expected crv P-256, P-384 or Ed25519');
}

/**
 * Reads a public key that may be hostile (log-format section 8, Keys).
 * @throws {FormatError} `key`
 */
export function parsePublicJwk(value: unknown): PublicKey {
  const jwk = parseJwk(value);
  return { jwk, kid: keyThumbprint(jwk), alg: ALGORITHM_OF_CURVE[jwk.crv] };
}

/** RFC 7638 with SHA-256: the JCS form of exactly these members is the form it asks for. */
export function keyThumbprint(jwk: PublicJwk): string {
  return base64urlText(sha256(utf8Bytes(canonicalText({ ...jwk }))));
}
