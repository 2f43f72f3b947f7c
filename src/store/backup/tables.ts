import { type Kysely, sql } from 'kysely';

/** A table as its catalogue describes it. */
export interface StoredTable {
  readonly name: string;
  /** Columns that are stored, not computed, in their order. */
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** What the migrations themselves keep. */
const ofMigrations = ['kysely_migration', 'kysely_migration_lock'];

/**
 * Every table of the database but those of the migrations, each after the tables that it refers to. Read from the
 * catalogue: a table that a later release adds is in its backups without anybody thinking of it.
 */
export async function readTables<Tables>(db: Kysely<Tables>): Promise<readonly StoredTable[]> {
  const { rows } = await sql<StoredTable & { readonly refers_to: readonly string[] }>`
    select relation.relname::text as name,
      array(select attname::text from pg_attribute
        where attrelid = relation.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array(select attname::text from pg_index join pg_attribute
          on attrelid = indrelid and attnum = any(indkey)
        where indrelid = relation.oid and indisprimary order by attname) as key,
      array(select other.relname::text from pg_constraint join pg_class other on other.oid = confrelid
        where conrelid = relation.oid and contype = 'f' and confrelid <> relation.oid) as refers_to
    from pg_class relation
    where relkind = 'r' and relnamespace = 'public'::regnamespace
    order by name`.execute(db);
  const tables = rows.filter(({ name }) => !ofMigrations.includes(name));
  const ordered: StoredTable[] = [];
  while (ordered.length < tables.length) {
    const done = new Set(ordered.map(({ name }) => name));
    const next = tables.filter(
      ({ name, refers_to }) => !done.has(name) && refers_to.every(other => done.has(other)),
    );
    if (next.length === 0) throw new Error('tables refer to each other in a circle');
    ordered.push(...next.map(({ name, columns, key }) => ({ name, columns, key })));
  }
  return ordered;
}
