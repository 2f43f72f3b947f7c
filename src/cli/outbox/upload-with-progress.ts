import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SingleBar } from 'cli-progress';
import { type OutboxFile, type Service, ServiceProblem, uploadFile } from '../../client/index.js';
import type { Output } from '../output.js';
import { UsageError } from '../usage-error.js';

/** Attempts without a byte coming through, before the file is left for the next push. */
const patience = 4;

/** Uploads a file from where it lies, with its progress on standard error; the next push goes on where it stopped. */
export async function uploadWithProgress(
  service: Service,
  { sha256, mediaType, path }: OutboxFile,
  output: Output,
): Promise<void> {
  const file = await open(path, 'r');
  const bar = progressBar(basename(path), output);
  try {
    const { size } = await file.stat();
    bar.start(kilobytes(size), 0);
    await uploadFile(
      service,
      { sha256, mediaType, size, read: (start, end) => readPart(file, start, end) },
      { onProgress: sent => bar.update(kilobytes(sent)), beforeRetry },
    );
  } catch (error) {
    throw isSessionMissing(error) ? sessionNeeded : error;
  } finally {
    bar.stop();
    await file.close();
  }
}

/** Drawn in a terminal only: elsewhere standard error would fill with it. */
function progressBar(name: string, { language }: Output): SingleBar {
  const unit = language === 'fr' ? 'ko' : 'kB';
  return new SingleBar({
    stream: process.stderr,
    format: `${name}  {bar}  {percentage} %  {value}/{total} ${unit}`,
    barsize: 24,
    barCompleteChar: '#',
    barIncompleteChar: '.',
  });
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1000);
}

/** A file that became shorter since it was signed gives what it has: the service finds that its hash differs. */
async function readPart(file: FileHandle, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  const part = new Uint8Array(end - start);
  let filled = 0;
  while (filled < part.length) {
    const { bytesRead } = await file.read(part, filled, part.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return part.subarray(0, filled);
}

async function beforeRetry(attempt: number): Promise<boolean> {
  if (attempt > patience) return false;
  await sleep(250 * 2 ** attempt);
  return true;
}

function isSessionMissing(error: unknown): boolean {
  return error instanceof ServiceProblem && error.problem.status === 401;
}

const sessionNeeded = new UsageError({
  en: 'files are taken from officers only: say who you are with --as FILE:ROLE',
  fr: 'les fichiers ne sont reçus que des officiers : indiquez qui vous êtes avec --as FICHIER:RÔLE',
});
