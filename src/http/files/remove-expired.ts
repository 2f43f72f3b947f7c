import { expireUploads, settleUploads } from '../../store/files/uploads.js';
import type { OpenLog } from '../../store/open-log.js';
import { ResumableUploads } from './resumable-uploads.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long what was sent is kept, in milliseconds. */
export const fileTerms = {
  /** A file that no event names: whoever delivers files may come before whoever delivers the acts. */
  unnamed: 30 * dayMs,
  /** An upload that nobody goes on with, since its last byte: a device may be offline for a week. */
  unfinished: 14 * dayMs,
  /** What a crash or a lost connection left: no upload is silent for so long. */
  abandoned: hourMs,
} as const;

/**
 * Removes files that nothing names, uploads that nobody goes on with, and what crashes left. May be interrupted
 * anywhere and run in several processes at once: the next run goes on.
 * @param diskNow the time by the disk's clock, ms since 1970: the log's own may be another's, e.g. a demonstration's
 * @returns how many files expired
 */
export async function removeExpired(
  { db, files, uploadsFolder, now }: Pick<OpenLog, 'db' | 'files' | 'uploadsFolder' | 'now'>,
  diskNow: number,
): Promise<number> {
  await files.removeAbandoned(diskNow - fileTerms.abandoned);
  await settleUploads(db, files, diskNow - fileTerms.abandoned);
  await new ResumableUploads(uploadsFolder).removeAbandoned(diskNow - fileTerms.unfinished);
  return (await expireUploads(db, files, new Date(now() - fileTerms.unnamed))).length;
}
