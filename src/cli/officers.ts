import { type OfficerKey, readKeyFile, readPublicCard, unlockOfficerKey } from '../client/index.js';
import type { Language } from '../custody/text.js';
import { isJsonObject, type PublicKey, parsePublicJwk } from '../log/index.js';
import { readJsonFile } from './home.js';
import { readPassphrase } from './passphrase.js';
import { UsageError } from './usage-error.js';

/** An officer named on the command line: with his key here, or with his public card only. */
export interface NamedOfficer {
  readonly officer: string;
  readonly key: PublicKey;
  readonly role: string;
  /** Present where the key lies on this device and was unlocked. */
  readonly unlocked: OfficerKey | null;
}

/** What `--as` was given, where the command itself cannot demand it. @throws UsageError */
export function requireSigner(as: string | undefined): string {
  if (as !== undefined) return as;
  throw new UsageError({
    en: 'who acts? --as KEYFILE:ROLE is needed',
    fr: 'qui agit ? --as CLÉ:RÔLE est nécessaire',
  });
}

/** Reads `FILE:ROLE`, where FILE is a key file (unlocked here) or a public card (signs elsewhere). */
export async function readNamedOfficer(text: string, language: Language): Promise<NamedOfficer> {
  const at = text.lastIndexOf(':');
  if (at < 1) {
    throw new UsageError({
      en: `expected KEYFILE:ROLE, received ${text}`,
      fr: `attendu CLÉ:RÔLE, reçu ${text}`,
    });
  }
  const [path, role] = [text.slice(0, at), text.slice(at + 1)];
  const stored = await readJsonFile(path).catch((cause: unknown) => {
    throw new UsageError(
      { en: `the key file ${path} cannot be read`, fr: `le fichier de clé ${path} ne peut être lu` },
      { cause },
    );
  });
  if (isJsonObject(stored) && stored.kind === 'scelle-public-card') {
    const { officer, jwk } = readPublicCard(stored);
    return { officer, key: parsePublicJwk(jwk), role, unlocked: null };
  }
  const { label, secret } = readKeyFile(stored);
  const passphrase = secret.sealed === false ? null : await readPassphrase(label, language);
  const unlocked = await unlockOfficerKey(stored, passphrase);
  return { officer: unlocked.officer, key: unlocked.key, role, unlocked };
}

export type NamedCountersigner = NamedOfficer & { readonly as: string };

/** Reads `FILE:ROLE:CAPACITY`, several times; each unlocks his own key, one after the other. */
export async function readCountersigners(
  texts: readonly string[] | undefined,
  language: Language,
): Promise<readonly NamedCountersigner[]> {
  const countersigners: NamedCountersigner[] = [];
  for (const text of texts ?? []) {
    const at = text.lastIndexOf(':');
    if (at < 1) {
      throw new UsageError({
        en: `--with takes KEYFILE:ROLE:CAPACITY, not ${text}`,
        fr: `--with prend CLÉ:RÔLE:QUALITÉ, pas ${text}`,
      });
    }
    countersigners.push({ ...(await readNamedOfficer(text.slice(0, at), language)), as: text.slice(at + 1) });
  }
  return countersigners;
}
