import { constants } from 'node:fs';
import { access, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileLock, tryFileLock } from '../disk/file-lock.js';
import { writeFileDurably } from '../disk/write-durably.js';
import {
  createVerifierKey,
  generatePrivateJwk,
  type JsonValue,
  type NoteKey,
  openNoteKey,
  parsePublicJwk,
  type Random,
  SealedSecretError,
  sealNoteKey,
  type VerifierKey,
} from '../log/index.js';
import { LastCheckpointFiles } from './last-checkpoints.js';
import { Witness } from './witness.js';
import { WitnessHomeError } from './witness-home-error.js';
import { beginWitnessedLogs, readWitnessedLogs } from './witnessed-logs.js';

export interface NewWitness {
  /** Key name of the witness (C2SP signed-note), e.g. `witness.example/laboratory`. */
  readonly name: string;
  readonly logs: readonly VerifierKey[];
  readonly passphrase: string | null;
  readonly random: Random;
}

/**
 * Makes the home of a new witness: `last/` for its record, `logs.txt`, `witness.key`. The key comes last, so what a
 * crash leaves is no witness, and making it again is possible.
 * @throws WitnessHomeError `already-made`; {FormatError} `key` for a name out of form
 */
export async function makeWitnessHome(
  home: string,
  { name, logs, passphrase, random }: NewWitness,
): Promise<VerifierKey> {
  const path = join(home, 'witness.key');
  if (await exists(path)) throw new WitnessHomeError('already-made', path);
  const privateJwk = await generatePrivateJwk('Ed25519');
  const { d: _secret, ...jwk } = privateJwk;
  const key = createVerifierKey(name, 'cosignature', parsePublicJwk(jwk));
  const sealed = await sealNoteKey('scelle-witness-key', key, privateJwk, passphrase, random);
  await mkdir(join(home, 'last'), { recursive: true, mode: 0o700 });
  await beginWitnessedLogs(home, logs);
  await writeFileDurably(path, `${JSON.stringify(sealed, null, 2)}\n`, { folderMustSync: true });
  return key;
}

export interface OpenWitness {
  readonly witness: Witness;
  readonly key: VerifierKey;
  readonly logs: readonly VerifierKey[];
  /** Origins whose record is gone: nothing of them is cosigned. */
  readonly forgotten: readonly string[];
  /** Lets another process be this witness. */
  close(): void;
}

/**
 * Opens a witness for one process: two with one record would cosign what contradicts each other.
 * @throws WitnessHomeError
 */
export async function openWitnessHome(
  home: string,
  passphrase: string | null,
  now: () => number,
): Promise<OpenWitness> {
  const { key, signer } = await readKey(home, passphrase);
  const logs = await readWitnessedLogs(home);
  if (logs.length === 0) throw new WitnessHomeError('no-logs', join(home, 'logs.txt'));
  // Never made anew here: a witness that has forgotten what it cosigned would cosign anything.
  if (!(await exists(join(home, 'last')))) throw new WitnessHomeError('record-missing', join(home, 'last'));
  const lock = lockHome(home);
  const last = new LastCheckpointFiles(home);
  const witness = new Witness({ key, signer, logs, last, now });
  return { witness, key, logs, forgotten: await withoutRecord(last, logs), close: () => lock.release() };
}

function lockHome(home: string): FileLock {
  const path = join(home, 'witness.lock');
  const lock = tryFileLock(path);
  if (lock === null) throw new WitnessHomeError('in-use', path);
  return lock;
}

async function readKey(home: string, passphrase: string | null): Promise<NoteKey> {
  const path = join(home, 'witness.key');
  if (!(await exists(path))) throw new WitnessHomeError('not-made', path);
  try {
    return await openNoteKey('scelle-witness-key', parseJson(await readFile(path, 'utf8')), passphrase);
  } catch (cause) {
    const missing = cause instanceof SealedSecretError && cause.fault === 'passphrase-missing';
    throw new WitnessHomeError(missing ? 'passphrase-missing' : 'key-unreadable', path, { cause });
  }
}

async function withoutRecord(
  last: LastCheckpointFiles,
  logs: readonly VerifierKey[],
): Promise<readonly string[]> {
  const origins = [...new Set(logs.map(({ name }) => name))];
  const records = await Promise.all(
    // A damaged one is found at the first question, and told then.
    origins.map(async origin => ({ origin, record: await last.read(origin).catch(() => undefined) })),
  );
  return records.filter(({ record }) => record === null).map(({ origin }) => origin);
}

function parseJson(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.F_OK).then(
    () => true,
    () => false,
  );
}
