import { PassThrough, Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { BagSink } from './bag-sink.js';

/** A ZIP that is read while it is written. */
export interface ZipSink extends BagSink {
  /** The bytes of the ZIP. Nothing is written that is not read; destroying it fails the write that waits. */
  readonly output: Readable;
}

/**
 * A bag as a ZIP with one top folder (log-format section 11). Stored, not deflated, so that no version of a
 * compressor is in the bytes; the same bytes in every time zone.
 * @param topFolder name of the folder inside
 * @param time ms since 1970, of every entry
 */
export function openZipSink(topFolder: string, time: number): ZipSink {
  const zip = new ZipFile();
  const output = new PassThrough();
  zip.outputStream.pipe(output);
  zip.on('error', (error: Error) => output.destroy(error));
  const options = { mtime: new UtcDate(time), mode: 0o100644, compress: false, forceDosTimestamp: true };
  const ended = finished(output, { readable: false });
  // It is awaited where it matters; a reader that leaves is told to whoever writes then.
  ended.catch(() => {});
  return {
    output,
    async write(path, parts) {
      const input = Readable.from(parts, { objectMode: false });
      zip.addReadStream(input, `${topFolder}/${path}`, options);
      try {
        await Promise.race([finished(input, { writable: false }), ended.then(failLeft)]);
      } catch (error) {
        // Whoever reads learns that there is no more to come, instead of waiting for it.
        output.destroy(error instanceof Error ? error : undefined);
        throw error;
      }
    },
    async close() {
      zip.end();
      await ended;
    },
  };
}

function failLeft(): never {
  throw new Error('the ZIP ended before all was written');
}

/** ZIP entries bear the time of day of whoever writes them: here that is always UTC. */
class UtcDate extends Date {
  override getFullYear = (): number => this.getUTCFullYear();
  override getMonth = (): number => this.getUTCMonth();
  override getDate = (): number => this.getUTCDate();
  override getHours = (): number => this.getUTCHours();
  override getMinutes = (): number => this.getUTCMinutes();
  override getSeconds = (): number => this.getUTCSeconds();
}
