import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { checkEvent } from '../../src/store/fsck/check-event.js';
import type { BeginChecks } from '../../src/store/fsck/check-events.js';
import { type FsckParts, type FsckProgress, fsck } from '../../src/store/fsck/fsck.js';
import type { OpenLog } from '../../src/store/open-log.js';
import type { Database } from '../../src/store/schema/index.js';

/** Checks in this thread. */
const checkHere: BeginChecks = ground => ({
  check: events => Promise.all(events.map(event => checkEvent(event, ground))),
  end: async () => {},
});

/** Everything of a log read again, in one process. */
export function runFsck(
  log: OpenLog,
  owner: Kysely<Database>,
  changes: Partial<FsckParts> = {},
  begun: FsckProgress | null = null,
): Promise<FsckProgress> {
  const { db, vault, files, sopDocuments } = log;
  const parts = { db, owner, vault, files, sopDocuments, beginChecks: checkHere, stretch: 7 };
  return fsck({ ...parts, keep: async () => {}, report: () => {}, ...changes }, begun);
}

/** Where a file of a hash lies in the folder of files. */
export function fileAt(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}
