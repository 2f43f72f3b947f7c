import { Presets, SingleBar } from 'cli-progress';

/** Progress of long work on standard error: a bar at a terminal, nothing in a script. */
export interface Progress {
  step(): void;
  stop(): void;
}

export function startProgress(what: string, total: number): Progress {
  if (!process.stderr.isTTY) return { step: () => {}, stop: () => {} };
  const format = `${what} {bar} {value}/{total}`;
  const bar = new SingleBar(
    { format, stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}
