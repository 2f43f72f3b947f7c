import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The rows of a table of a backup, each as the JSON of its columns. */
export async function* readRows(path: string): AsyncGenerator<string> {
  let failed: unknown = null;
  const unzipped = pipeline(createReadStream(path), createGunzip(), error => {
    failed = error ?? null;
  });
  yield* createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY });
  if (failed !== null) throw failed;
}
