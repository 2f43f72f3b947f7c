import { readFile } from 'node:fs/promises';
import { parseCheckpoint, parseNote } from '../../log/index.js';
import { UsageError } from '../usage-error.js';

/** What the recipient holds already: a size of the log, or the signed note of a checkpoint. */
interface SinceCheckpoint {
  readonly size: number;
  /** As the service is asked for it. */
  readonly asked: number | string;
}

/** @param typed a size, or the file of a checkpoint @throws UsageError for what is neither */
export async function readSince(typed: string): Promise<SinceCheckpoint> {
  if (/^[1-9]\d{0,14}$/.test(typed)) return { size: Number(typed), asked: Number(typed) };
  const note = await readFile(typed, 'utf8');
  try {
    return { size: parseCheckpoint(parseNote(note).text).size, asked: note };
  } catch (cause) {
    throw new UsageError(
      {
        en: `${typed} is neither a size of the log nor the file of a checkpoint`,
        fr: `${typed} n'est ni une taille du journal ni le fichier d'un point de contrôle`,
      },
      { cause },
    );
  }
}
