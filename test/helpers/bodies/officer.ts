import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { type JsonObject, type PublicKey, parsePublicJwk } from '../../../src/log/index.js';
import { type Intent, uuidOf } from '../procedure.js';

/** An Ed25519 public key made from a name: the same name gives the same key. */
export function publicKeyOf(name: string): PublicKey {
  const seed = createHash('sha256').update(`key ${name}`).digest();
  const x = Buffer.from(ed25519.getPublicKey(seed)).toString('base64url');
  return parsePublicJwk({ kty: 'OKP', crv: 'Ed25519', x });
}

export function jwkOf(name: string): JsonObject {
  return { ...publicKeyOf(name).jwk };
}

export function officerSubject(name: string): string {
  return `officer/${uuidOf(name)}`;
}

/** An act about an officer by `DEMO-REG-1`, countersigned by `DEMO-REG-2`. */
export function byRegistrars(word: string, name: string, body: JsonObject): Intent {
  return {
    subject: officerSubject(name),
    type: `officer.${word}`,
    by: 'DEMO-REG-1/REG',
    countersigned: ['DEMO-REG-2/REG as registrar'],
    body,
  };
}

export function registerOfficer(name: string, changes: JsonObject = {}): Intent {
  return byRegistrars('registered', name, { name, unit: null, kind: 'PERSON', national: false, ...changes });
}

/** The proof of possession is checked with the signatures, before the rules. */
export function registerKey(name: string, key: string, changes: JsonObject = {}): Intent {
  return byRegistrars('key-registered', name, { jwk: jwkOf(key), pop: 'DEMO', ...changes });
}

export function revokeKey(name: string, kid: string, reason: string, changes: JsonObject = {}): Intent {
  return byRegistrars('key-revoked', name, { kid, reason, ...changes });
}

export function grantRole(name: string, role: string, changes: JsonObject = {}): Intent {
  return byRegistrars('role-granted', name, {
    grant: uuidOf(`grant ${name} ${role}`),
    role,
    from: '2021-04-01T00:00:00Z',
    until: '2021-10-01T00:00:00Z',
    ...changes,
  });
}

export function endRole(name: string, grant: string): Intent {
  return byRegistrars('role-ended', name, { grant, reason: 'DEMO: rotation of the contingent' });
}
