import type { BigInteger, Once } from './columns.js';

/** Who read what, and why. The service may add and read, never change. */
export interface AccessLogTable {
  /** 1, 2, 3 and so on, without a gap. */
  readonly entry: Once<BigInteger>;
  readonly at: Once<Date>;
  /** Null where nobody was logged in. */
  readonly officer: Once<string | null>;
  readonly roles: Once<readonly string[]>;
  /** Method and route, with the names of its parameters and of the filters set; never their values. */
  readonly resource: Once<string>;
  /** `<kind>/<UUID>` of what was shown, or asked for in vain. */
  readonly subjects: Once<readonly string[]>;
  readonly purpose: Once<string | null>;
  /** What became of it, e.g. the HTTP status. */
  readonly result: Once<string>;
  /** 32 bytes: of this entry and of the one before (docs/access-log.md). */
  readonly hash: Once<Buffer>;
}
