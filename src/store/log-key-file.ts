import { open, readFile } from 'node:fs/promises';
import { LocalizedError } from '../custody/text.js';
import {
  createSigner,
  createVerifierKey,
  FormatError,
  generatePrivateJwk,
  isJsonObject,
  type JsonValue,
  openNoteKey,
  type PrivateJwk,
  parsePublicJwk,
  parseVerifierKey,
  type Random,
  SealedSecretError,
  sealNoteKey,
  type VerifierKey,
} from '../log/index.js';
import type { LogKey } from './appender/checkpoint-signer.js';

/** The log's key file is missing, is not one, or does not open. */
export class LogKeyError extends LocalizedError {
  override readonly name = 'LogKeyError';
}

/** Makes the key of a new log. Nothing is written before its origin is known. */
export async function makeLogKey(): Promise<PrivateJwk> {
  return generatePrivateJwk('Ed25519');
}

/** What the log's signatures are checked with. */
export function verifierKeyOf(origin: string, { d: _secret, ...jwk }: PrivateJwk): VerifierKey {
  return createVerifierKey(origin, 'note', parsePublicJwk(jwk));
}

/** Writes the log's key to a new file, mode 600; under a passphrase where one is given. Never over another. */
export async function writeLogKey(
  path: string,
  origin: string,
  privateJwk: PrivateJwk,
  passphrase: string | null,
  random: Random,
): Promise<LogKey> {
  const key = verifierKeyOf(origin, privateJwk);
  const content = await sealNoteKey('scelle-log-key', key, privateJwk, passphrase, random);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return { key, signer: await createSigner(privateJwk) };
}

/** What the log's signatures are checked with; the passphrase is not needed for that. @throws LogKeyError */
export async function readLogVerifierKey(path: string): Promise<VerifierKey> {
  const stored = parseJson(await readKeyFile(path));
  try {
    if (isJsonObject(stored) && stored.kind === 'scelle-log-key') {
      return parseVerifierKey(String(stored.key), 'key');
    }
  } catch (cause) {
    if (!(cause instanceof FormatError)) throw cause;
  }
  throw notAKeyFile(path);
}

/** @throws LogKeyError */
export async function readLogKey(path: string, passphrase: string | null): Promise<LogKey> {
  const text = await readKeyFile(path);
  try {
    return await openNoteKey('scelle-log-key', parseJson(text), passphrase);
  } catch (error) {
    throw explainSecret(path, passphrase, error);
  }
}

function readKeyFile(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LogKeyError(
      { en: `the log's key ${path} cannot be read`, fr: `la clé du journal ${path} est illisible` },
      { cause },
    );
  });
}

function notAKeyFile(path: string, cause?: unknown): LogKeyError {
  return new LogKeyError(
    { en: `${path} is not the key file of a log`, fr: `${path} n'est pas le fichier de clé d'un journal` },
    { cause },
  );
}

function explainSecret(path: string, passphrase: string | null, cause: unknown): unknown {
  if (!(cause instanceof SealedSecretError)) return cause;
  if (cause.fault === 'not-such-a-file') {
    return notAKeyFile(path, cause);
  }
  const text =
    passphrase === null
      ? {
          en: `the log's key ${path} is under a passphrase: set SCELLE_LOG_KEY_PASSPHRASE`,
          fr: `la clé du journal ${path} est protégée : indiquez SCELLE_LOG_KEY_PASSPHRASE`,
        }
      : {
          en: `the passphrase of the log's key ${path} is wrong, or the file was changed`,
          fr: `la phrase secrète de la clé du journal ${path} est fausse, ou le fichier a été modifié`,
        };
  return new LogKeyError(text, { cause });
}

function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
