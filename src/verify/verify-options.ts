import type { Language } from '../custody/text.js';
import type { Account } from './account.js';
import type { CreateHash } from './bag/verified-bytes.js';
import type { Examiner } from './events/examiner.js';
import type { ExportReading } from './export-reading.js';
import type { Authority } from './timestamp/index.js';
import type { Held } from './whole/read-held.js';

/** What a verifier has beside the bag. */
export interface VerifyOptions {
  /** C2SP tlog-policy, obtained apart from the bag; without it the verdict is `fail`. */
  readonly policy: string | Uint8Array | null;
  /** Checkpoints already held: signed notes, and receipts. */
  readonly known?: readonly Held[];
  /** Certificates of time-stamp authorities that are trusted. */
  readonly timestampAuthorities?: readonly Authority[];
  /** The access log, exported after the export was made; absent: nothing is said of it. */
  readonly accessLog?: AsyncIterable<Uint8Array>;
  /** Where lines are examined: this thread, or others. */
  readonly examiner?: Examiner;
  readonly createSha256?: CreateHash;
  readonly reading?: ExportReading;
  /** Of what was not proven; English where it is not said. */
  readonly language?: Language;
  /** Bytes hashed, then events checked, of all. */
  readonly onProgress?: (step: 'files' | 'events', done: number, total: number) => void;
  /**
   * What people are told of an export that holds; not called of one that fails. Called again where an access log was
   * given and holds too.
   */
  readonly onAccount?: (account: Account) => void;
}
