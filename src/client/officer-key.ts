import {
  type Algorithm,
  createSigner,
  generatePrivateJwk,
  isJsonObject,
  isUuid,
  type JsonObject,
  type JsonValue,
  openSecret,
  type PublicKey,
  parsePublicJwk,
  type Random,
  SealedSecretError,
  type Signer,
  sealSecret,
} from '../log/index.js';

/** An officer's key, unlocked. The private part is inside `signer` and comes out nowhere. */
export interface OfficerKey {
  readonly officer: string;
  /** What the holder calls the key; never sent. */
  readonly label: string;
  readonly key: PublicKey;
  readonly signer: Signer;
}

/** What a key file holds: the public part in clear, the private part sealed. Made on the officer's own device. */
export interface OfficerKeyFile {
  readonly v: 1;
  readonly kind: 'scelle-officer-key';
  readonly officer: string;
  readonly label: string;
  readonly jwk: JsonObject;
  readonly secret: JsonObject;
}

/** What a registrar needs: no secret in it. */
export interface PublicCard {
  readonly v: 1;
  readonly kind: 'scelle-public-card';
  readonly officer: string;
  readonly label: string;
  readonly jwk: JsonObject;
}

/** Makes a key with the platform's randomness. */
export async function makeOfficerKey(
  { officer, label, alg }: { readonly officer: string; readonly label: string; readonly alg: Algorithm },
  passphrase: string | null,
  random: Random,
): Promise<OfficerKeyFile> {
  const privateJwk = await generatePrivateJwk(alg);
  const { d, ...jwk } = privateJwk;
  return {
    v: 1,
    kind: 'scelle-officer-key',
    officer,
    label,
    jwk,
    secret: await sealSecret(d, passphrase, random),
  };
}

export function publicCard({ officer, label, jwk }: OfficerKeyFile): PublicCard {
  return { v: 1, kind: 'scelle-public-card', officer, label, jwk };
}

/** @throws SealedSecretError where the file is no key file, or the passphrase is wrong */
export async function unlockOfficerKey(stored: JsonValue, passphrase: string | null): Promise<OfficerKey> {
  const file = readKeyFile(stored);
  const d = await openSecret(file.secret, passphrase);
  const signer = await createSigner({ ...file.jwk, d });
  return { officer: file.officer, label: file.label, key: parsePublicJwk(file.jwk), signer };
}

export function readKeyFile(stored: JsonValue): OfficerKeyFile {
  const { officer, label, jwk, secret } = requireKind(stored, 'scelle-officer-key');
  if (!isJsonObject(secret)) throw new SealedSecretError('not-such-a-file', 'the key file holds no secret');
  return { v: 1, kind: 'scelle-officer-key', officer, label, jwk, secret };
}

export function readPublicCard(stored: JsonValue): PublicCard {
  const { officer, label, jwk } = requireKind(stored, 'scelle-public-card');
  return { v: 1, kind: 'scelle-public-card', officer, label, jwk };
}

function requireKind(stored: JsonValue, kind: string) {
  if (!isJsonObject(stored) || stored.v !== 1 || stored.kind !== kind) {
    throw new SealedSecretError('not-such-a-file', `not a file of kind ${kind}`);
  }
  const { officer, label, jwk, secret } = stored;
  if (typeof officer !== 'string' || !isUuid(officer) || typeof label !== 'string' || !isJsonObject(jwk)) {
    throw new SealedSecretError('not-such-a-file', `a member of the ${kind} file is missing`);
  }
  return { officer, label, jwk, secret };
}
