/** What was compared where a difference was found; the first ten are the checks of log-format section 12. */
export type FsckCheck =
  | 'jws'
  | 'jcs'
  | 'key'
  | 'disclosure'
  | 'leaf'
  | 'sequence'
  | 'prev'
  | 'prev-leaf'
  | 'root'
  | 'checkpoint'
  /** The columns of an event against what it says itself, or a place of the log without an event. */
  | 'event'
  | 'tile'
  /** The checkpoint vault against the database. */
  | 'vault'
  /** The one row that says how far the log has come. */
  | 'position'
  | 'state'
  | 'claim'
  /** A table for reading. */
  | 'projection'
  | 'file'
  /** An entry of the access log (docs/access-log.md). */
  | 'access-log';

/** Something stored is not what it should be. */
export interface Difference {
  readonly check: FsckCheck;
  /** Leaf index of the event that it belongs to; null where it belongs to none. */
  readonly index: number | null;
  /** Row or path; null where the index says it all. Never what stands there: it may be withheld. */
  readonly where: string | null;
  readonly detail: string;
}
