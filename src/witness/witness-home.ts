import { constants } from 'node:fs';
import { access, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileLock, tryFileLock } from '../disk/file-lock.js';
import { writeFileDurably } from '../disk/write-durably.js';
import {
  createVerifierKey,
  formatPolicy,
  generatePrivateJwk,
  type JsonValue,
  type NoteKey,
  openNoteKey,
  parsePolicy,
  parsePublicJwk,
  type Random,
  SealedSecretError,
  sealNoteKey,
  type VerifierKey,
} from '../log/index.js';
import { LastCheckpointFiles } from './last-checkpoints.js';
import { Witness } from './witness.js';

/** What keeps a witness from being made or started. */
export type WitnessHomeFault =
  | 'already-made'
  | 'not-made'
  | 'record-missing'
  | 'in-use'
  | 'no-logs'
  | 'logs-unreadable'
  | 'passphrase-missing'
  | 'key-unreadable';

export class WitnessHomeError extends Error {
  override readonly name = 'WitnessHomeError';
  readonly fault: WitnessHomeFault;
  /** The file or folder concerned. */
  readonly path: string;

  constructor(fault: WitnessHomeFault, path: string, options?: { cause?: unknown }) {
    super(`${fault}: ${path}`, options);
    this.fault = fault;
    this.path = path;
  }
}

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
  await writeLogs(home, logs);
  await writeFileDurably(path, `${JSON.stringify(sealed, null, 2)}\n`, { folderMustSync: true });
  return key;
}

/** Adds keys to the logs that are witnessed; those that are there stay. A running witness knows them after a restart. */
export async function addWitnessedLogs(home: string, added: readonly VerifierKey[]): Promise<void> {
  const known = await readLogs(home);
  const fresh = added.filter(key => !known.some(other => other.key.kid === key.key.kid));
  await writeLogs(home, [...known, ...fresh]);
}

export interface OpenWitness {
  readonly witness: Witness;
  readonly key: VerifierKey;
  readonly logs: readonly VerifierKey[];
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
  const logs = await readLogs(home);
  if (logs.length === 0) throw new WitnessHomeError('no-logs', join(home, 'logs.txt'));
  // Never made anew here: a witness that has forgotten what it cosigned would cosign anything.
  if (!(await exists(join(home, 'last')))) throw new WitnessHomeError('record-missing', join(home, 'last'));
  const lock = lockHome(home);
  const witness = new Witness({ key, signer, logs, last: new LastCheckpointFiles(home), now });
  return { witness, key, logs, close: () => lock.release() };
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

async function readLogs(home: string): Promise<readonly VerifierKey[]> {
  const path = join(home, 'logs.txt');
  try {
    return parsePolicy(await readFile(path)).logs;
  } catch (cause) {
    throw new WitnessHomeError('logs-unreadable', path, { cause });
  }
}

/** In the form of C2SP tlog-policy, which has lines for logs. */
function writeLogs(home: string, logs: readonly VerifierKey[]): Promise<void> {
  return writeFileDurably(
    join(home, 'logs.txt'),
    formatPolicy({ logs, witnesses: [], groups: [], quorum: null }),
  );
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
