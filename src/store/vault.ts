import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LocalizedError } from '../custody/text.js';
import { acquireFileLock, type FileLock } from '../disk/file-lock.js';
import { writeFileDurably } from '../disk/write-durably.js';

/** The last checkpoint the log signed: what it may never contradict. */
export interface SignedCheckpoint {
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** The signed note, as it was given out. */
  readonly note: string;
}

/** No vault, or one that cannot be read: never made anew in silence, for that is how a fork begins. */
export class VaultError extends LocalizedError {
  override readonly name = 'VaultError';
}

/**
 * Where the last signed checkpoint is kept (log-format section 5): one for all processes of a log, outside the
 * main database, so that restoring an old database is noticed. `write` is durable when it returns; `read` sees
 * the last write; `exclusively` orders all processes.
 */
export interface CheckpointVault {
  read(): Promise<SignedCheckpoint>;
  /** Runs `sign` while no other process can; what it returns is made durable before this returns. */
  exclusively(sign: (last: SignedCheckpoint) => Promise<SignedCheckpoint>): Promise<SignedCheckpoint>;
}

const lockTimeoutMs = 30_000;

/** A vault in a folder: `checkpoint`, the signed note, and `lock`, held only while signing. */
export class FileVault implements CheckpointVault {
  readonly #folder: string;
  readonly #parse: (note: string) => SignedCheckpoint | Promise<SignedCheckpoint>;

  /** @param parse reads a signed note of this log, and verifies it where its keys are at hand */
  constructor(folder: string, parse: (note: string) => SignedCheckpoint | Promise<SignedCheckpoint>) {
    this.#folder = folder;
    this.#parse = parse;
  }

  /**
   * Creates the vault of a new log. Only `init` and `recover` may.
   * @throws VaultError where there is one already
   */
  static async create(folder: string, note: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (await FileVault.exists(folder)) {
      throw new VaultError({
        en: `${folder} already holds the checkpoint of a log`,
        fr: `${folder} contient déjà le point de contrôle d'un journal`,
      });
    }
    await writeFileDurably(join(folder, 'checkpoint'), note, { folderMustSync: true });
  }

  /** Whether a folder holds a vault: then a log was founded with it. */
  static async exists(folder: string): Promise<boolean> {
    return (await readFile(join(folder, 'checkpoint'), 'utf8').catch(ifMissing)) !== undefined;
  }

  async read(): Promise<SignedCheckpoint> {
    const path = join(this.#folder, 'checkpoint');
    const note = await readFile(path, 'utf8').catch((cause: unknown) => {
      throw new VaultError(
        {
          en: `the checkpoint vault ${path} cannot be read`,
          fr: `le coffre des points de contrôle ${path} est illisible`,
        },
        { cause },
      );
    });
    try {
      return await this.#parse(note);
    } catch (cause) {
      throw new VaultError(
        {
          en: `the checkpoint vault ${path} holds no checkpoint of this log`,
          fr: `le coffre ${path} ne contient aucun point de contrôle de ce journal`,
        },
        { cause },
      );
    }
  }

  async exclusively(sign: (last: SignedCheckpoint) => Promise<SignedCheckpoint>): Promise<SignedCheckpoint> {
    const lock = await this.#lock();
    try {
      const last = await this.read();
      const next = await sign(last);
      // A crash before this line: the old checkpoint stands, the new one left nobody's hands, and the next
      // signing covers the same leaves. After it: the new one stands, and is given out again on request.
      if (next.note !== last.note) await this.#write(next);
      return next;
    } finally {
      lock.release();
    }
  }

  async #lock(): Promise<FileLock> {
    const path = join(this.#folder, 'lock');
    return acquireFileLock(path, lockTimeoutMs).catch((cause: unknown) => {
      throw new VaultError(
        {
          en: `the checkpoint vault cannot be locked at ${path}`,
          fr: `le coffre des points de contrôle ne peut être verrouillé : ${path}`,
        },
        { cause },
      );
    });
  }

  async #write({ note }: SignedCheckpoint): Promise<void> {
    const path = join(this.#folder, 'checkpoint');
    await writeFileDurably(path, note, { folderMustSync: true }).catch((cause: unknown) => {
      throw new VaultError(
        {
          en: `the checkpoint vault ${path} cannot be written`,
          fr: `le coffre des points de contrôle ${path} ne peut être écrit`,
        },
        { cause },
      );
    });
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
