import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from '../disk/write-durably.js';
import {
  FormatError,
  formatPolicy,
  formatTime,
  parseCheckpoint,
  parseNote,
  parsePolicy,
  type VerifierKey,
  verifyNote,
} from '../log/index.js';
import { LastCheckpointFiles, nothingYet, type WitnessedCheckpoint } from './last-checkpoints.js';
import { WitnessHomeError } from './witness-home-error.js';

/** From where on a log is witnessed. */
export interface Beginning {
  /** A note that the log signed: what is cosigned goes on from there. Null: from its first checkpoint on. */
  readonly note: string | null;
  /** Why a log whose record is gone is begun again. Null: it was never witnessed here. */
  readonly reason: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Logs of a new witness, each from its first checkpoint on. Its record is durable before the log is known. */
export async function beginWitnessedLogs(home: string, logs: readonly VerifierKey[]): Promise<void> {
  const last = new LastCheckpointFiles(home);
  for (const origin of new Set(logs.map(({ name }) => name))) {
    // What a crash left of an earlier attempt to make this witness is as good.
    if ((await last.read(origin)) === null) await last.write(nothingYet(origin));
  }
  await writeLogs(home, logs);
}

/**
 * Adds a log, or the next key of a log, of which the two newest are kept; a running witness knows it after a restart. A log whose record is gone is begun
 * again for a reason alone, which is kept in `restarts.ndjson` before the record: a witness that has forgotten what it
 * cosigned would otherwise cosign another history. A crash before the last write leaves a record without its log: the
 * same again ends it.
 * @returns the size from which on it is witnessed
 * @throws WitnessHomeError `record-lost`, `record-there`, `not-signed`, `logs-unreadable`
 */
export async function addWitnessedLog(
  home: string,
  added: VerifierKey,
  { note, reason, now }: Beginning,
): Promise<number> {
  const { name: origin } = added;
  const logs = await readWitnessedLogs(home);
  const last = new LastCheckpointFiles(home);
  const record = await last.read(origin);
  const known = logs.some(({ name }) => name === origin);
  const keys = withKey(logs, added);
  const elsewhere = note !== null && record?.note !== note && (known || record?.size !== 0);
  if (record !== null && (reason !== null || elsewhere)) throw new WitnessHomeError('record-there', origin);
  if (record === null && known && reason === null) throw new WitnessHomeError('record-lost', origin);
  const begun = note === null ? (record ?? nothingYet(origin)) : await readBeginning(note, origin, keys);
  if (reason !== null) await keepReason(home, { origin, size: begun.size, reason, at: formatTime(now) });
  // A witness that runs may have gone on meanwhile: what is there is not written again.
  if (begun !== record) await last.write(begun);
  await writeLogs(home, keys);
  return begun.size;
}

/** @throws WitnessHomeError `logs-unreadable` */
export async function readWitnessedLogs(home: string): Promise<readonly VerifierKey[]> {
  const path = join(home, 'logs.txt');
  try {
    return parsePolicy(await readFile(path)).logs;
  } catch (cause) {
    throw new WitnessHomeError('logs-unreadable', path, { cause });
  }
}

/** Two keys sign for a log at most (log-format section 8): one before them may be anybody's by now. */
function withKey(logs: readonly VerifierKey[], added: VerifierKey): readonly VerifierKey[] {
  if (logs.some(({ name, key }) => name === added.name && key.kid === added.key.kid)) return logs;
  const before = logs.filter(({ name }) => name === added.name).slice(-1);
  return [...logs.filter(({ name }) => name !== added.name), ...before, added];
}

async function readBeginning(
  note: string,
  origin: string,
  keys: readonly VerifierKey[],
): Promise<WitnessedCheckpoint> {
  try {
    const parsed = parseNote(note);
    const checkpoint = parseCheckpoint(parsed.text);
    await verifyNote(
      parsed,
      keys.filter(({ name }) => name === origin),
    );
    if (checkpoint.origin !== origin)
      throw new FormatError('checkpoint', `it is one of ${checkpoint.origin}`);
    return { ...checkpoint, note };
  } catch (cause) {
    if (cause instanceof FormatError) throw new WitnessHomeError('not-signed', origin, { cause });
    throw cause;
  }
}

async function keepReason(home: string, restart: object): Promise<void> {
  const path = join(home, 'restarts.ndjson');
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  await writeFileDurably(path, `${before}${JSON.stringify(restart)}\n`);
}

/** In the form of C2SP tlog-policy, which has lines for logs. */
function writeLogs(home: string, logs: readonly VerifierKey[]): Promise<void> {
  return writeFileDurably(
    join(home, 'logs.txt'),
    formatPolicy({ logs, witnesses: [], groups: [], quorum: null }),
  );
}
