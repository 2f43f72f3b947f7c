import { isJsonObject, type JsonValue, readDisclosure } from '../log/index.js';
import { type BatchFile, BatchFileError } from './batch-file.js';

/** A file as an event binds it. */
export interface NamedFile {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
}

/** The files that the events of a batch name, withheld claims included; each once. */
export function filesNamedBy({ events }: BatchFile): readonly NamedFile[] {
  const found = new Map<string, NamedFile>();
  for (const { payload, disclosures } of events) {
    const values = [payload.body, ...disclosures.map(text => readDisclosure(text).value)];
    for (const file of values.flatMap(filesIn)) found.set(file.sha256, file);
  }
  return [...found.values()];
}

function filesIn(value: JsonValue): readonly NamedFile[] {
  if (typeof value !== 'object' || value === null) return [];
  const members: readonly JsonValue[] = isJsonObject(value) ? Object.values(value) : value;
  const { sha256, size, mediaType } = isJsonObject(value) ? value : {};
  const isFile = typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
  const own =
    isFile && typeof size === 'number' && typeof mediaType === 'string' ? [{ sha256, size, mediaType }] : [];
  return [...own, ...members.flatMap(filesIn)];
}

/**
 * A batch on its way to another device, and the hashes of the files that go beside it. Others that its events name
 * were not at hand where it was made: they are owed.
 */
export interface CarriedBatch extends BatchFile {
  readonly files?: readonly string[];
}

/**
 * The files that go beside a batch somebody brought: what they are is taken from its events, never from the list.
 * @throws BatchFileError where the list names a file that no event does
 */
export function filesBeside(stored: JsonValue, batch: BatchFile): readonly NamedFile[] {
  const { files = [] } = isJsonObject(stored) ? stored : {};
  if (!Array.isArray(files)) {
    throw new BatchFileError({
      en: 'the list of files beside the batch is no list',
      fr: "la liste des fichiers joints au lot n'en est pas une",
    });
  }
  const named = new Map(filesNamedBy(batch).map(file => [file.sha256, file]));
  return [...new Set(files)].map(sha256 => {
    const file = named.get(String(sha256));
    if (file !== undefined) return file;
    throw new BatchFileError({
      en: `no event of the batch names the file ${sha256}`,
      fr: `aucun événement du lot ne désigne le fichier ${sha256}`,
    });
  });
}
