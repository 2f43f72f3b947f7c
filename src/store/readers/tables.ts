import { type RawBuilder, sql } from 'kysely';
import type { Kind } from '../../custody/schema/identifiers.js';
import { hasTable } from './matrix.js';

/** Rows of a kind under the names `subject` and, where it has a table of its own, the kind's. */
export function fromKind(kind: Kind): RawBuilder<unknown> {
  if (!hasTable(kind)) return sql`from subject`;
  return sql`from ${sql.table(kind)} join subject on subject.subject = ${`${kind}/`}::text || ${sql.ref(`${kind}.id`)}`;
}

/** The UUID of a row's subject, found by an index where the kind has a table. */
export function idOf(kind: Kind): RawBuilder<string> {
  return hasTable(kind)
    ? sql<string>`${sql.ref(`${kind}.id`)}`
    : sql<string>`split_part(subject.subject, '/', 2)::uuid`;
}

/** Place of a row in the register: the leaf index of the event that began its subject. */
export function positionOf(kind: Kind): RawBuilder<number> {
  return hasTable(kind)
    ? sql<number>`${sql.ref(`${kind}.first_index`)}`
    : sql<number>`(select began.log_index from event began where began.subject = subject.subject and began.seq = 1)`;
}
