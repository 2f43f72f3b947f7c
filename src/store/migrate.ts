import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { migrations } from '../../migrations/index.js';
import { LocalizedError } from '../custody/text.js';
import { openDatabase } from './database.js';
import { checkBeforeMigration } from './database-setup.js';
import { serviceRole } from './roles.js';

/** The database's schema does not fit this release. The message names the migrations. */
export class MigrationError extends LocalizedError {
  override readonly name = 'MigrationError';
}

type Migrations = Readonly<Record<string, Migration>>;

const historyTable = 'kysely_migration';

/**
 * Brings the database to this release's schema, as its owner. Starts at the same time wait for each other.
 * Each run is one transaction: a migration that fails leaves the schema as it was. Returns the names of the
 * migrations that ran; throws `MigrationError` on a failure and on a database newer than this release.
 */
export async function migrateToLatest(ownerUrl: string, known: Migrations = migrations): Promise<string[]> {
  const database = openDatabase<Record<string, never>>(ownerUrl, { maxConnections: 2 });
  try {
    await checkBeforeMigration(database);
    refuseNewer(await readHistory(database), known);
    const migrator = new Migrator({
      db: database,
      provider: { getMigrations: async () => known },
      migrationTableName: historyTable,
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) {
      const failed = results?.find(result => result.status === 'Error')?.migrationName;
      const reason = error instanceof Error ? error.message : '';
      throw new MigrationError(
        {
          en: `migration ${failed ?? ''} failed, the schema is as it was: ${reason}`,
          fr: `la migration ${failed ?? ''} a échoué, le schéma est resté tel quel : ${reason}`,
        },
        { cause: error },
      );
    }
    await grantHistory(database);
    return (results ?? []).map(result => result.migrationName);
  } finally {
    await database.destroy();
  }
}

/** The migrator's own lock is gone by now, and PostgreSQL lets two grants on one table at once fail: they wait too. */
function grantHistory(database: Kysely<Record<string, never>>): Promise<void> {
  return database.transaction().execute(async trx => {
    await sql`select pg_advisory_xact_lock(hashtext(${historyTable}))`.execute(trx);
    await sql`grant select on ${sql.table(historyTable)} to ${sql.id(serviceRole)}`.execute(trx);
  });
}

/** Throws `MigrationError` unless the database has exactly this release's migrations. For the service's role. */
export async function checkMigrated<Tables>(
  database: Kysely<Tables>,
  known: Migrations = migrations,
): Promise<void> {
  const done = await readHistory(database);
  refuseNewer(done, known);
  const missing = Object.keys(known).filter(name => !done.includes(name));
  if (missing.length === 0) return;
  const names = missing.join(', ');
  throw new MigrationError({
    en: `the database lacks ${names}: run \`scelle migrate\``,
    fr: `il manque à la base ${names} : lancez \`scelle migrate\``,
  });
}

async function readHistory<Tables>(database: Kysely<Tables>): Promise<string[]> {
  const table = await sql<{ present: boolean }>`
    select to_regclass(${`public.${historyTable}`}) is not null as present`.execute(database);
  if (table.rows[0]?.present !== true) return [];
  const rows = await sql<{ name: string }>`select name from ${sql.table(historyTable)} order by name`.execute(
    database,
  );
  return rows.rows.map(row => row.name);
}

function refuseNewer(done: readonly string[], known: Migrations): void {
  const unknown = done.filter(name => !Object.hasOwn(known, name));
  if (unknown.length === 0) return;
  const names = unknown.join(', ');
  throw new MigrationError({
    en: `the database is newer than this release: it has ${names}`,
    fr: `la base est plus récente que cette version : elle a ${names}`,
  });
}
