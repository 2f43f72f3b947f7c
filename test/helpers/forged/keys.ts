import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { base64, base64url, canonical, type JsonMembers, sha256, u64 } from './bytes.js';

type ForgedAlgorithm = 'ES256' | 'ES384' | 'Ed25519';

/** A private key in a forger's hands: an officer's, the log's, a witness's, or one nobody knows. */
export interface ForgedKey {
  readonly kid: string;
  readonly alg: ForgedAlgorithm;
  /** Exactly the members of the thumbprint. */
  readonly jwk: JsonMembers;
  sign(bytes: Uint8Array | string): Buffer;
}

const curves: Readonly<Record<string, ForgedAlgorithm>> = {
  'P-256': 'ES256',
  'P-384': 'ES384',
  Ed25519: 'Ed25519',
};

export function newForgedKey(alg: ForgedAlgorithm): ForgedKey {
  if (alg === 'Ed25519') return forgedKeyOf(generateKeyPairSync('ed25519').privateKey);
  const namedCurve = alg === 'ES256' ? 'P-256' : 'P-384';
  return forgedKeyOf(generateKeyPairSync('ec', { namedCurve }).privateKey);
}

/** @param key private; a JWK with `d`, or Node's own form */
export function forgedKeyOf(key: KeyObject | JsonMembers): ForgedKey {
  const secret =
    'type' in key && typeof key !== 'string' && key.type === 'private' ? (key as KeyObject) : undefined;
  const object = secret ?? createPrivateKey({ key: key as JsonMembers, format: 'jwk' });
  const { d: _secret, ...jwk } = object.export({ format: 'jwk' }) as JsonMembers;
  const alg = curves[String(jwk.crv)];
  if (alg === undefined) throw new Error(`no key of a log: ${jwk.crv}`);
  const hash = { ES256: 'sha256', ES384: 'sha384', Ed25519: null }[alg];
  return {
    kid: base64url(sha256(canonical(jwk))),
    alg,
    jwk,
    sign: bytes => sign(hash, Buffer.from(bytes), { key: object, dsaEncoding: 'ieee-p1363' }),
  };
}

/** `custody-pop+jws` of section 8: whoever has the key can make it, for whatever officer. */
export function forgeProofOfPossession(log: string, officer: string, key: ForgedKey): string {
  return signJws('custody-pop+jws', { v: 1, log, officer, kid: key.kid }, key);
}

export function signJws(typ: string, payload: JsonMembers, key: ForgedKey): string {
  const header = canonical({ alg: key.alg, kid: key.kid, typ });
  const input = `${base64url(header)}.${base64url(canonical(payload))}`;
  return `${input}.${base64url(key.sign(input))}`;
}

/** `<name>+<key id>+<key>` of C2SP signed-note; type 1 signs notes, 4 cosigns them. */
export function verifierKeyOf(name: string, key: ForgedKey, type: 1 | 4): string {
  const { typed, id } = typedKey(name, key, type);
  return `${name}+${id.toString('hex')}+${base64(typed)}`;
}

/** The line of the log's key. */
export function noteLine(name: string, key: ForgedKey, text: string): string {
  const { id } = typedKey(name, key, 1);
  return `— ${name} ${base64(Buffer.concat([id, key.sign(text)]))}\n`;
}

/** A witness's line (C2SP tlog-cosignature v1). @param time seconds since 1970 */
export function cosignatureLine(name: string, key: ForgedKey, text: string, time: number): string {
  const { id } = typedKey(name, key, 4);
  const signature = key.sign(`cosignature/v1\ntime ${time}\n${text}`);
  return `— ${name} ${base64(Buffer.concat([id, u64(time), signature]))}\n`;
}

function typedKey(name: string, { jwk }: ForgedKey, type: 1 | 4): { typed: Buffer; id: Buffer } {
  const typed = Buffer.concat([Uint8Array.of(type), Buffer.from(String(jwk.x), 'base64url')]);
  return { typed, id: sha256(name, '\n', typed).subarray(0, 4) };
}
