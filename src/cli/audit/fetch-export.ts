import { createHash } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { openFolderSink } from '../../audit/bag/folder-sink.js';
import { writePartsDurably } from '../../disk/write-durably.js';
import { type Bag, checkBag } from '../../verify/index.js';
import { UsageError } from '../usage-error.js';
import { openBag } from '../verify/open-bag.js';
import type { FetchProgress } from './fetch-progress.js';
import { removeLeftParts } from './require-new.js';
import { untilInterrupted } from './until-interrupted.js';

/**
 * Writes an export that comes as a ZIP: as a file where the name ends so, else unpacked into a new folder. Its
 * manifests and the hash that was signed are checked before it gets its name; what differs, or is broken off, is removed.
 */
export async function fetchExport(
  bytes: AsyncIterable<Uint8Array>,
  hash: string,
  out: string,
  progress?: FetchProgress,
): Promise<void> {
  const zipped = out.endsWith('.zip');
  const received = zipped ? `${out}.part` : `${out}.zip.part`;
  await removeLeftParts(out);
  try {
    await writePartsDurably(received, counted(untilInterrupted(bytes), progress));
    const { bag, close } = await openBag(received);
    try {
      await checkBag(bag, { createSha256: () => createHash('sha256') });
      await requireHash(bag, hash);
      if (!zipped) await unpack(bag, out, progress);
    } finally {
      await close();
    }
    if (zipped) await rename(received, out);
  } finally {
    progress?.stop();
    await rm(received, { force: true });
  }
}

async function requireHash(bag: Bag, hash: string): Promise<void> {
  const found = createHash('sha256')
    .update(await buffer(bag.open('tagmanifest-sha256.txt')))
    .digest('hex');
  if (found === hash) return;
  throw new UsageError({
    en: `what came is not the export that was signed: its hash is ${found}, not ${hash}`,
    fr: `ce qui est venu n'est pas l'extrait signé : son empreinte est ${found} et non ${hash}`,
  });
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  progress: FetchProgress | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) {
    progress?.came(part.length);
    yield part;
  }
}

async function unpack(bag: Bag, folder: string, progress: FetchProgress | undefined): Promise<void> {
  const sink = await openFolderSink(folder);
  try {
    const paths: string[] = [];
    for await (const { path } of bag.list()) paths.push(path);
    for (const [position, path] of paths.entries()) {
      await sink.write(path, bag.open(path));
      progress?.unpacked(position + 1, paths.length);
    }
    await sink.close();
  } catch (error) {
    await sink.discard();
    throw error;
  }
}
