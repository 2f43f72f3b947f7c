import { rm, rmdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BatchFile, CarriedBatch, NamedFile } from '../../client/index.js';
import { writeFileDurably, writePartsDurably } from '../../disk/write-durably.js';
import type { BoundFile } from '../act/body.js';
import { extensionOf, isMissing } from '../home.js';
import { readHashed } from '../read-hashed.js';
import { UsageError } from '../usage-error.js';

/** Folder of the files that go with a batch: `half.json` and `half.json.files/<sha256>.jpg` travel together. */
function folderBeside(path: string): string {
  return `${path}.files`;
}

/** Where a file of the batch at `path` lies, so that whoever signs can open and look at it. */
function pathBeside(path: string, { sha256, mediaType }: Pick<NamedFile, 'sha256' | 'mediaType'>) {
  return join(folderBeside(path), `${sha256}${extensionOf(mediaType)}`);
}

/**
 * Writes a batch for another device: its files first, each durable and its hash checked, then the batch that lists
 * them. A batch without files is one file. Where it fails nothing of it is left.
 */
export async function writeBatchAndFiles(
  path: string,
  batch: BatchFile,
  files: readonly BoundFile[],
): Promise<void> {
  const fresh: string[] = [];
  try {
    for (const file of files) {
      const target = pathBeside(path, file);
      if (await isThere(target)) await checkFile(target, file);
      else {
        await writePartsDurably(target, readHashed(file.path, file.sha256));
        fresh.push(target);
      }
    }
    await writeBatch(path, batch, files);
  } catch (error) {
    for (const target of fresh) await rm(target, { force: true });
    await rmdir(folderBeside(path)).catch(() => {});
    throw error;
  }
}

/** The batch alone, with the list of what lies beside it. */
export function writeBatch(
  path: string,
  batch: BatchFile,
  files: readonly Pick<NamedFile, 'sha256'>[],
): Promise<void> {
  const carried: CarriedBatch =
    files.length === 0 ? batch : { ...batch, files: files.map(({ sha256 }) => sha256) };
  return writeFileDurably(path, `${JSON.stringify(carried, null, 2)}\n`);
}

/** The files beside a batch that somebody brought, each read and its hash checked. @throws UsageError */
export async function checkFilesBeside(
  path: string,
  files: readonly NamedFile[],
): Promise<readonly BoundFile[]> {
  const checked: BoundFile[] = [];
  for (const file of files) {
    const target = pathBeside(path, file);
    if (!(await isThere(target))) throw missingBeside(path, target);
    await checkFile(target, file);
    checked.push({ ...file, path: target });
  }
  return checked;
}

async function checkFile(path: string, { sha256 }: Pick<NamedFile, 'sha256'>): Promise<void> {
  for await (const _ of readHashed(path, sha256));
}

async function isThere(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  return found !== undefined;
}

function missingBeside(path: string, target: string): UsageError {
  return new UsageError({
    en: `${target} is missing: the folder ${basename(folderBeside(path))} has to lie beside ${basename(path)}`,
    fr: `${target} manque : le dossier ${basename(folderBeside(path))} doit se trouver à côté de ${basename(path)}`,
  });
}
