import type { ColumnType, Generated } from 'kysely';
import type { AdministeredBody } from '../../custody/log/events/administered.js';
import type { Once } from './columns.js';

/** Administrative acts that were done and that no event tells of yet. */
export interface AdministrativeActOwedTable {
  /** UUID of the act, as the event will name it. */
  readonly number: Once<string>;
  /** The order in which they were noted. */
  readonly noted: Generated<number>;
  /** Body of `log.administered`. */
  readonly body: ColumnType<AdministeredBody, string, never>;
}
