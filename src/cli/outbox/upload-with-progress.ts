import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SingleBar } from 'cli-progress';
import { type OutboxFile, type Service, ServiceProblem, uploadFile } from '../../client/index.js';
import type { Output } from '../output.js';
import { UsageError } from '../usage-error.js';
import type { FileCopies } from './file-copies.js';

/** Attempts without a byte coming through, before the file is left for the next push. */
const patience = 4;

/** Uploads the device's copy of a file, with its progress on standard error; the next push goes on where it stopped. */
export async function uploadWithProgress(
  service: Service,
  copies: FileCopies,
  file: OutboxFile,
  output: Output,
): Promise<void> {
  const { sha256, mediaType, path } = file;
  // Nothing where the copy is there. Where it is lost, what it was made of may still lie where it lay.
  await copies.take([file]);
  const copy = await copies.open(sha256);
  const bar = progressBar(basename(path), output);
  try {
    const { size } = copy;
    bar.start(kilobytes(size), 0);
    await uploadFile(
      service,
      { sha256, mediaType, size, read: (start, end) => copy.read(start, end) },
      { onProgress: sent => bar.update(kilobytes(sent)), beforeRetry },
    );
  } catch (error) {
    throw isSessionMissing(error) ? sessionNeeded : error;
  } finally {
    bar.stop();
    await copy.close();
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
