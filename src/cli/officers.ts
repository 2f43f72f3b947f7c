import { type OfficerKey, readKeyFile, readPublicCard, unlockOfficerKey } from '../client/index.js';
import type { Language, Text } from '../custody/text.js';
import {
  isJsonObject,
  type JsonValue,
  type PublicKey,
  parsePublicJwk,
  SealedSecretError,
} from '../log/index.js';
import { readJsonFile } from './home.js';
import { readPassphrase } from './passphrase.js';
import { UsageError } from './usage-error.js';

/** An officer named on the command line: with his key here, or with his public card only. */
export interface NamedOfficer {
  readonly officer: string;
  readonly key: PublicKey;
  readonly role: string;
  /** What the holder calls his key. */
  readonly label: string;
  /** Present where the key lies on this device and was unlocked. */
  readonly unlocked: OfficerKey | null;
}

/** An officer named on the command line whose key nobody has unlocked yet. */
export interface LockedOfficer extends Omit<NamedOfficer, 'unlocked'> {
  /** Asks for the passphrase where there is one, once; null: he signs elsewhere, only his card is here. */
  readonly unlock: (() => Promise<OfficerKey>) | null;
}

export type Countersigner = LockedOfficer & { readonly as: string };

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
  const { officer, key, role, label, unlock } = await readLockedOfficer(text, language, {
    en: `--as takes KEYFILE:ROLE, e.g. my.key.json:WIT, not ${text}`,
    fr: `--as prend CLÉ:RÔLE, p. ex. my.key.json:WIT, pas ${text}`,
  });
  return { officer, key, role, label, unlocked: unlock === null ? null : await unlock() };
}

/** Reads `FILE:ROLE:CAPACITY`, several times; no key is used before its holder was shown the act. */
export function readCountersigners(
  texts: readonly string[] | undefined,
  language: Language,
): Promise<readonly Countersigner[]> {
  return Promise.all((texts ?? []).map(text => readCountersigner(text, language)));
}

async function readCountersigner(text: string, language: Language): Promise<Countersigner> {
  const wrong = {
    en: `--with takes FILE:ROLE:CAPACITY, e.g. their.key.json:WIT:witness, not ${text}`,
    fr: `--with prend FICHIER:RÔLE:QUALITÉ, p. ex. their.key.json:WIT:witness, pas ${text}`,
  };
  const at = text.lastIndexOf(':');
  if (at < 1) throw new UsageError(wrong);
  return { ...(await readLockedOfficer(text.slice(0, at), language, wrong)), as: text.slice(at + 1) };
}

async function readLockedOfficer(text: string, language: Language, wrong: Text): Promise<LockedOfficer> {
  const at = text.lastIndexOf(':');
  if (at < 1) throw new UsageError(wrong);
  const [path, role] = [text.slice(0, at), text.slice(at + 1)];
  const stored = await readKeyOrCard(path);
  if (isJsonObject(stored) && stored.kind === 'scelle-public-card') {
    const { officer, label, jwk } = readPublicCard(stored);
    return { officer, label, key: parsePublicJwk(jwk), role, unlock: null };
  }
  const { officer, label, jwk } = readKeyFile(stored);
  let unlocked: Promise<OfficerKey> | undefined;
  const unlock = () => {
    unlocked ??= unlockNamed(stored, language);
    return unlocked;
  };
  return { officer, label, key: parsePublicJwk(jwk), role, unlock };
}

/**
 * The officer of a public card or a key file: how an act names him whose name the register withholds.
 * @returns his UUID, and what is written on the card
 * @throws UsageError
 */
export async function officerOnCard(
  path: string,
): Promise<{ readonly officer: string; readonly label: string }> {
  const stored = await readKeyOrCard(path);
  const isCard = isJsonObject(stored) && stored.kind === 'scelle-public-card';
  const { officer, label } = isCard ? readPublicCard(stored) : readKeyFile(stored);
  return { officer, label };
}

async function readKeyOrCard(path: string): Promise<JsonValue> {
  const stored = await readJsonFile(path).catch((cause: unknown) => {
    if (cause instanceof UsageError) throw notAKey(path, cause);
    throw new UsageError(
      { en: `the key file ${path} cannot be read`, fr: `le fichier de clé ${path} ne peut être lu` },
      { cause },
    );
  });
  const { kind } = isJsonObject(stored) ? stored : {};
  if (kind !== 'scelle-officer-key' && kind !== 'scelle-public-card') throw notAKey(path);
  return stored;
}

function notAKey(path: string, cause?: unknown): UsageError {
  return new UsageError(
    {
      en: `${path} is not a key file: \`scelle key new\` makes one`,
      fr: `${path} n'est pas un fichier de clé : \`scelle key new\` en crée un`,
    },
    { cause },
  );
}

/** Of two who sign at one laptop, whose passphrase it is has to be said. */
async function unlockNamed(stored: JsonValue, language: Language): Promise<OfficerKey> {
  const { label, secret } = readKeyFile(stored);
  const passphrase = secret.sealed === false ? null : await readPassphrase(label, language);
  try {
    return await unlockOfficerKey(stored, passphrase);
  } catch (cause) {
    if (!(cause instanceof SealedSecretError) || cause.fault !== 'passphrase-wrong') throw cause;
    throw new UsageError(
      {
        en: `the passphrase of ${label} is wrong, or his key file was changed`,
        fr: `la phrase secrète de ${label} est fausse, ou son fichier de clé a été modifié`,
      },
      { cause },
    );
  }
}
