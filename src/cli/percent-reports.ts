import { SingleBar } from 'cli-progress';
import type { Text } from '../custody/text.js';
import type { Output } from './output.js';

/** Progress of long work, on standard error. */
export interface PercentReports {
  report(done: number, total: number): void;
  /** Of the last report. */
  total(): number;
  /** However the work ends: a bar that is left standing keeps the terminal from breaking lines. */
  stop(): void;
}

/**
 * A bar at a terminal; elsewhere a line for every tenth.
 * @param unit what is counted
 */
export function percentReports(
  { note, language }: Output,
  unit: Text = { en: 'events', fr: 'actes' },
): PercentReports {
  const bar = process.stderr.isTTY
    ? new SingleBar({
        stream: process.stderr,
        format: `{bar} {percentage} %  {value}/{total} ${unit[language]}`,
        clearOnComplete: true,
      })
    : null;
  let started = false;
  let tenths = 0;
  let known = 0;
  return {
    report(done, total) {
      known = total;
      if (bar !== null) {
        if (!started) bar.start(total, 0);
        started = true;
        bar.update(done);
        if (done === total) bar.stop();
        return;
      }
      const reached = Math.floor((done * 10) / total);
      if (reached > tenths) note(`${reached * 10} %  ${done}/${total}`);
      tenths = reached;
    },
    total: () => known,
    stop: () => bar?.stop(),
  };
}
