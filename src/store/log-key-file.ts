import { open, readFile } from 'node:fs/promises';
import { LocalizedError } from '../custody/text.js';
import { writeFileDurably } from '../disk/write-durably.js';
import {
  createSigner,
  createVerifierKey,
  FormatError,
  generatePrivateJwk,
  isJsonObject,
  type JsonObject,
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
import { LogKeys } from './log-keys.js';

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

/** One sealed key of a key file, as it is stored. */
type StoredLogKey = JsonObject;

/**
 * The keys of a key file, as they are stored: the first is the file itself, those that came later are its `further`.
 * One or more, oldest first; none is opened.
 * @throws LogKeyError
 */
export async function readStoredLogKeys(path: string): Promise<readonly StoredLogKey[]> {
  return parseStoredLogKeys(path, await readKeyFile(path));
}

function parseStoredLogKeys(path: string, text: string): readonly StoredLogKey[] {
  const stored = parseJson(text);
  if (!isJsonObject(stored)) throw notAKeyFile(path);
  const { further = [], ...first } = stored;
  if (!Array.isArray(further) || !further.every(isJsonObject)) throw notAKeyFile(path);
  return [first, ...further];
}

/** Puts these keys in place of what the file held, durably: a crash leaves the one or the other. */
export async function replaceStoredLogKeys(path: string, keys: readonly StoredLogKey[]): Promise<void> {
  const [first, ...further] = keys;
  if (first === undefined) throw new RangeError('a log has a key');
  const content = further.length === 0 ? first : { ...first, further };
  await writeFileDurably(path, `${JSON.stringify(content, null, 2)}\n`, { folderMustSync: true });
}

/** What the log's signatures are checked with; the passphrase is not needed for that. @throws LogKeyError */
export async function readLogVerifierKeys(path: string): Promise<readonly VerifierKey[]> {
  return (await readStoredLogKeys(path)).map(stored => {
    try {
      if (stored.kind === 'scelle-log-key') return parseVerifierKey(String(stored.key), 'key');
    } catch (cause) {
      if (!(cause instanceof FormatError)) throw cause;
    }
    throw notAKeyFile(path);
  });
}

/** The keys of a log's key file, oldest first. @throws LogKeyError */
export async function readLogKeys(path: string, passphrase: string | null): Promise<readonly LogKey[]> {
  return openLogKeysOf(path, await readKeyFile(path), passphrase);
}

async function openLogKeysOf(
  path: string,
  text: string,
  passphrase: string | null,
): Promise<readonly LogKey[]> {
  const keys: LogKey[] = [];
  for (const stored of parseStoredLogKeys(path, text)) {
    const key = await openNoteKey('scelle-log-key', stored, passphrase).catch((error: unknown) => {
      throw explainSecret(path, passphrase, error);
    });
    // A key of another log beside ours would sign under a name that is not its own.
    if (keys.some(({ key: { name } }) => name !== key.key.name)) throw notAKeyFile(path);
    keys.push(key);
  }
  return keys;
}

/** The key of a log that has had one key only. @throws LogKeyError */
export async function readLogKey(path: string, passphrase: string | null): Promise<LogKey> {
  return new LogKeys(await readLogKeys(path, passphrase)).first;
}

/**
 * The keys of a process that goes on running: a key that is added to the file later is found. A passphrase costs a
 * second of processor time by design, so the keys are opened once for each content of the file, whoever asks how often.
 * @throws LogKeyError
 */
export async function openLogKeys(path: string, passphrase: string | null): Promise<LogKeys> {
  let opened: { readonly text: string; readonly keys: Promise<readonly LogKey[]> } | null = null;
  const read = async () => {
    const text = await readKeyFile(path);
    if (opened?.text !== text) opened = { text, keys: openLogKeysOf(path, text, passphrase) };
    return opened.keys;
  };
  return new LogKeys(await read(), read);
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
