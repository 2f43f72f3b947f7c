import type { Generated } from 'kysely';
import type { BigInteger, Once } from './columns.js';

/** Who read what, and why. The service may add and read, never change. */
export interface AccessLogTable {
  readonly entry: Generated<BigInteger>;
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
}
