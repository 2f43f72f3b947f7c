import { type Readable, Transform } from 'node:stream';

/** How fast whoever fetches an export has to take it: each is one of two turns. */
export interface ReaderPace {
  /** Bytes to be taken between two looks, where that many wait. */
  readonly leastBytes: number;
  readonly lookMs: number;
}

/** 8 KiB a second: a satellite link of 64 kbit/s. */
export const usualReaderPace: ReaderPace = { leastBytes: 480 * 1024, lookMs: 60_000 };

/** Whoever fetched an export took it too slowly: it was ended. */
class SlowReader extends Error {
  override readonly name = 'SlowReader';

  constructor({ leastBytes, lookMs }: ReaderPace) {
    super(`fewer than ${leastBytes} bytes were taken in ${lookMs / 1000} s, and more were waiting`);
  }
}

/**
 * What is read out of `input`, as long as it is read at this pace. While nothing waits to be read nobody is slow.
 * Destroyed, with `input`, where the reader is too slow, and where `input` or the reader ends early.
 */
export function atReaderPace(input: Readable, pace: ReaderPace): Readable {
  let taken = 0;
  const output = new Transform({
    transform(part: Uint8Array, _encoding, done) {
      taken += part.length;
      done(null, part);
    },
  });
  let before = 0;
  const looking = setInterval(() => {
    const slow = output.readableLength > 0 && taken - before < pace.leastBytes && !output.writableEnded;
    before = taken;
    if (slow) output.destroy(new SlowReader(pace));
  }, pace.lookMs);
  looking.unref();
  input.on('error', error => output.destroy(error));
  output.on('close', () => {
    clearInterval(looking);
    input.destroy(output.errored ?? undefined);
  });
  return input.pipe(output);
}
