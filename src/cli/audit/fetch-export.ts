import { createHash } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { openFolderSink } from '../../audit/bag/folder-sink.js';
import { writePartsDurably } from '../../disk/write-durably.js';
import { type Bag, checkBag } from '../../verify/index.js';
import { UsageError } from '../usage-error.js';
import { openBag } from '../verify/open-bag.js';

/**
 * Writes an export that comes as a ZIP: as a file where the name ends so, else unpacked into a new folder. Its
 * manifests and the hash that was signed are checked before it gets its name; what differs is removed.
 */
export async function fetchExport(
  bytes: AsyncIterable<Uint8Array>,
  hash: string,
  out: string,
): Promise<void> {
  const zipped = out.endsWith('.zip');
  const received = zipped ? `${out}.part` : `${out}.zip.part`;
  try {
    await writePartsDurably(received, bytes);
    const { bag, close } = await openBag(received);
    try {
      await checkBag(bag, { createSha256: () => createHash('sha256') });
      await requireHash(bag, hash);
      if (!zipped) await unpack(bag, out);
    } finally {
      await close();
    }
    if (zipped) await rename(received, out);
  } finally {
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

async function unpack(bag: Bag, folder: string): Promise<void> {
  const sink = await openFolderSink(folder);
  try {
    for await (const { path } of bag.list()) await sink.write(path, bag.open(path));
    await sink.close();
  } catch (error) {
    await sink.discard();
    throw error;
  }
}
