import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BagSink } from './bag-sink.js';

/**
 * A bag as a folder that is not there yet. It is written beside, under the name with `.part`, and gets its name when
 * it is whole: a crash leaves a folder that nobody takes for an export.
 * @throws Error with code EEXIST where the folder or its `.part` is there
 */
export async function openFolderSink(folder: string): Promise<BagSink & { discard(): Promise<void> }> {
  const beside = `${folder}.part`;
  await mkdir(dirname(folder), { recursive: true });
  // A rename would replace an empty folder in silence.
  await mkdir(folder);
  await rmdir(folder);
  await mkdir(beside);
  return {
    async write(path, parts) {
      const target = join(beside, path);
      await mkdir(dirname(target), { recursive: true });
      const file = await open(target, 'wx', 0o600);
      try {
        for await (const part of parts) await file.appendFile(part);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async close() {
      await rename(beside, folder);
    },
    async discard() {
      await rm(beside, { recursive: true, force: true });
    },
  };
}
