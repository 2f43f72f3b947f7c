import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileDurably } from '../disk/write-durably.js';
import {
  base64Text,
  type Checkpoint,
  EMPTY_ROOT,
  formatCheckpoint,
  formatNote,
  parseCheckpoint,
} from '../log/index.js';

/** A checkpoint that was cosigned, with its signed note. */
export interface WitnessedCheckpoint extends Checkpoint {
  readonly note: string;
}

/** Two signed notes of a log that do not go together, as far as the proof that came with the second shows. */
export interface Contradiction {
  readonly known: WitnessedCheckpoint;
  readonly other: WitnessedCheckpoint;
  /** Consistency proof that failed; none for two notes of one size. */
  readonly proof: readonly Uint8Array[];
  /** Notes and proof alone show two histories. Otherwise whoever sent them may have made the proof up. */
  readonly proven: boolean;
}

/**
 * The last checkpoint that a witness cosigned of each log. `write` is durable when it returns; there is one witness
 * that writes, and it changes one log's at a time.
 */
export interface LastCheckpoints {
  /**
   * Null: there is no record of this log; a log that was added has one from the start. Then nothing of it may be
   * cosigned. @throws Error where the record cannot be read
   */
  read(origin: string): Promise<WitnessedCheckpoint | null>;
  write(checkpoint: WitnessedCheckpoint): Promise<void>;
  keepContradiction(contradiction: Contradiction): Promise<void>;
}

/** As many as are kept: one proof would do, and whoever holds the log's key can make any number. */
const mostKept = 100;

/** Where a witness begins that was never shown a checkpoint of a log: with the tree that is the beginning of every tree. */
export function nothingYet(origin: string): WitnessedCheckpoint {
  const checkpoint = { origin, size: 0, root: EMPTY_ROOT };
  return { ...checkpoint, note: formatNote({ text: formatCheckpoint(checkpoint), signatures: [] }) };
}

/**
 * Files in a witness's home: `last/<hash of the origin>`, the note; `forks/…`, two notes and what shows that they are of
 * two histories; `unproven/…`, two notes and a proof that shows nothing.
 */
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
    // What a log begins with bears no signature yet.
    const checkpoint = parseCheckpoint(note.slice(0, note.lastIndexOf('\n\n') + 1));
    // Written by this witness alone: another origin in it is damage, and nothing is cosigned on top of that.
    if (checkpoint.origin !== origin)
      throw new Error(`${this.#pathOf(origin)} is a checkpoint of another log`);
    return { ...checkpoint, note };
  }

  write({ origin, note }: WitnessedCheckpoint): Promise<void> {
    return writeFileDurably(this.#pathOf(origin), note, { folderMustSync: true });
  }

  async keepContradiction({ known, other, proof, proven }: Contradiction): Promise<void> {
    const folder = join(this.#home, proven ? 'forks' : 'unproven');
    const kept = await namesIn(folder);
    // Of what anybody may have made up the oldest goes; proof stays for ever.
    if (kept.length >= mostKept && proven) return;
    if (kept.length >= mostKept) await rm(await oldestOf(kept.map(name => join(folder, name))));
    const shown = [`consistency ${known.size} ${other.size}`, ...proof.map(base64Text), ''].join('\n');
    const text = `${known.note}\n${other.note}${proof.length === 0 ? '' : `\n${shown}`}`;
    await writeFileDurably(join(folder, `${hashOf(text)}.txt`), text);
  }

  #pathOf(origin: string): string {
    return join(this.#home, 'last', hashOf(origin));
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

async function oldestOf(paths: readonly string[]): Promise<string> {
  const found = await Promise.all(paths.map(async path => ({ path, at: (await stat(path)).mtimeMs })));
  return found.reduce((oldest, one) => (one.at < oldest.at ? one : oldest)).path;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
