import { readFile, stat } from 'node:fs/promises';
import type { JsonValue } from '../../log/index.js';
import { readJsonFile } from '../home.js';
import { UsageError } from '../usage-error.js';

/**
 * The bytes of a file that was handed over.
 * @throws {UsageError} for a folder; a fault of the disk as it comes
 */
export async function readGiven(path: string): Promise<Buffer> {
  await requireFile(path);
  return readFile(path);
}

/** As `readGiven`, of JSON. */
export async function readGivenJson(path: string): Promise<JsonValue> {
  await requireFile(path);
  return readJsonFile(path);
}

/** A folder that is read as a file is refused without its name. */
async function requireFile(path: string): Promise<void> {
  if ((await stat(path)).isDirectory()) {
    throw new UsageError({
      en: `${path} is a folder, not a file`,
      fr: `${path} est un dossier, pas un fichier`,
    });
  }
}
