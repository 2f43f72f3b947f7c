import { readFile } from 'node:fs/promises';
import { base64Text, parseCheckpoint, parseNote, utf8Text } from '../log/index.js';
import { UsageError } from './usage-error.js';

/** b64 of the note, as `log.opened` names it. Its signature is for who has the older log's key apart. */
export async function readOlderNote(path: string): Promise<string> {
  const bytes = await readFile(path);
  try {
    parseCheckpoint(parseNote(utf8Text(bytes)).text);
  } catch (cause) {
    throw new UsageError(
      {
        en: `${path} is no signed checkpoint of a log`,
        fr: `${path} n'est pas un point de contrôle signé d'un journal`,
      },
      { cause },
    );
  }
  return base64Text(bytes);
}
