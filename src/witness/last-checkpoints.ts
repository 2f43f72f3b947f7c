import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from '../disk/write-durably.js';
import { type Checkpoint, parseCheckpoint, parseNote } from '../log/index.js';

/** A checkpoint that was cosigned, with its signed note. */
export interface WitnessedCheckpoint extends Checkpoint {
  readonly note: string;
}

/**
 * The last checkpoint that a witness cosigned of each log. `write` is durable when it returns; there is one witness
 * that writes, and it changes one log's at a time.
 */
export interface LastCheckpoints {
  /** Null: of this log none was cosigned yet. @throws Error where the record cannot be read */
  read(origin: string): Promise<WitnessedCheckpoint | null>;
  write(checkpoint: WitnessedCheckpoint): Promise<void>;
  /** Keeps two notes of one size and two roots: both signed by the log, they prove that it shows two histories. */
  keepFork(known: WitnessedCheckpoint, other: WitnessedCheckpoint): Promise<void>;
}

/** As many proofs of a fork as are kept; one would do, and whoever holds the log's key can make any number. */
const maxForks = 100;

/** Files in a witness's home: `last/<hash of the origin>`, the note; `forks/…`, two notes. */
export class LastCheckpointFiles implements LastCheckpoints {
  readonly #home: string;

  constructor(home: string) {
    this.#home = home;
  }

  async read(origin: string): Promise<WitnessedCheckpoint | null> {
    const note = await readFile(this.#pathOf(origin), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (note === null) return null;
    const checkpoint = parseCheckpoint(parseNote(note).text);
    // Written by this witness alone: another origin in it is damage, and nothing is cosigned on top of that.
    if (checkpoint.origin !== origin)
      throw new Error(`${this.#pathOf(origin)} is a checkpoint of another log`);
    return { ...checkpoint, note };
  }

  write({ origin, note }: WitnessedCheckpoint): Promise<void> {
    return writeFileDurably(this.#pathOf(origin), note, { folderMustSync: true });
  }

  async keepFork(known: WitnessedCheckpoint, other: WitnessedCheckpoint): Promise<void> {
    const kept = await readdir(this.#forks).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    if (kept.length >= maxForks) return;
    await writeFileDurably(join(this.#forks, `${hashOf(other.note)}.txt`), `${known.note}\n${other.note}`);
  }

  get #forks(): string {
    return join(this.#home, 'forks');
  }

  #pathOf(origin: string): string {
    return join(this.#home, 'last', hashOf(origin));
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
