import { type RawBuilder, sql } from 'kysely';
import type { TSchema } from '../../custody/schema/described.js';
import type { Kind } from '../../custody/schema/identifiers.js';
import type { Resource } from '../../custody/sop/document.js';
import type { Text } from '../../custody/text.js';
import type { Reading } from './visibility.js';

/** One member of what a list and a summary show, and where it comes from. */
export interface Column {
  readonly schema: TSchema;
  /** What is made of other subjects is made of those the reader may know of. */
  from(reading: Reading): RawBuilder<unknown>;
}

/** One way to narrow a list. The value has passed its schema; it is text. */
export interface Filter {
  readonly schema: TSchema;
  /** What is wrong with a value that its schema lets pass; null: nothing. */
  readonly fault?: (value: string) => Text | null;
  /** It looks at what no summary shows: rows of which the reader may not see the record do not match. */
  readonly ofRecord?: true;
  where(value: string, reading: Reading): RawBuilder<boolean>;
}

/**
 * A kind of subject as readers see it. One definition serves the list, the item, its history and the OpenAPI
 * document, and one predicate decides what is there at all.
 */
export interface ResourceDefinition {
  readonly resource: Resource;
  /** Plural, as in the address: `/v1/<path>`. */
  readonly path: string;
  /** Also the name of its table, where it has one. */
  readonly kind: Kind;
  readonly title: Text;
  readonly columns: Readonly<Record<string, Column>>;
  readonly filters: Readonly<Record<string, Filter>>;
}

/** `column` of `table`; both are names in this code, never input. */
export function column(schema: TSchema, table: string, name: string): Column {
  return { schema, from: () => sql.ref(`${table}.${name}`) };
}
