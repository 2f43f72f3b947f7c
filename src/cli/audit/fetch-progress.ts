import type { Output } from '../output.js';
import { percentReports } from '../percent-reports.js';

/** What was done of the fetching of an export, on standard error. */
export interface FetchProgress {
  /** Bytes that came. */
  came(bytes: number): void;
  /** Files that were unpacked, of how many. */
  unpacked(done: number, total: number): void;
  /** However it ended. */
  stop(): void;
}

/** @param bytes of all files of the export: the ZIP is a little more */
export function fetchProgress(output: Output, bytes: number): FetchProgress {
  const coming = percentReports(output, { en: 'KiB fetched', fr: 'Kio retirés' });
  const unpacking = percentReports(output, { en: 'files unpacked', fr: 'fichiers extraits' });
  const total = Math.max(1, Math.ceil(bytes / 1024));
  let done = 0;
  return {
    came(more) {
      const before = Math.floor(done / 1024);
      done += more;
      const now = Math.min(total, Math.floor(done / 1024));
      if (now > before) coming.report(now, total);
    },
    unpacked: (files, of) => unpacking.report(files, of),
    stop() {
      coming.stop();
      unpacking.stop();
    },
  };
}
