import type { ColumnType } from 'kysely';
import type { BigInteger, Once } from './columns.js';

/** A file that was uploaded whole. Its bytes are in the file store under its hash. */
export interface FileTable {
  /** Hexadecimal. */
  readonly sha256: Once<string>;
  readonly size: Once<BigInteger>;
  readonly media_type: Once<string>;
  /** Null where nobody was logged in: the service's own. */
  readonly uploaded_by: Once<string | null>;
  readonly uploaded_at: Once<Date>;
}

/** A file that an event binds (log-format section 1), uploaded or not. */
export interface FileReferenceTable {
  readonly sha256: Once<string>;
  readonly event_id: Once<string>;
  /** Digest of the withheld claim it stands in; empty: it stands in the open body. */
  readonly digest: Once<string>;
  readonly subject: Once<string>;
  readonly log_index: Once<BigInteger>;
  /** Null for an SOP document, which is named by its hash alone. */
  readonly size: Once<BigInteger | null>;
  readonly media_type: Once<string>;
  /** It stands in the open, and its bytes can tell what is withheld beside it (`filesKeptBack`). */
  readonly kept_back: ColumnType<boolean, boolean | undefined, never>;
}

/** Kept by the database itself: every file that is owed, and maybe some that came meanwhile. */
export interface FileAwaitedTable {
  readonly sha256: Once<string>;
}
