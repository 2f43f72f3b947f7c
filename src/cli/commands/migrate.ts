import { readConfig } from '../../config.js';
import { migrateToLatest } from '../../store/migrate.js';
import { exampleHelp } from '../example-help.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

/** `scelle migrate`: the schema of a database that somebody else runs. The embedded one is migrated at its start. */
export const addMigrateCommand: AddCommand = (program, language, surroundings) => {
  const french = language === 'fr';
  program
    .command('migrate')
    .description(
      french
        ? 'Mettre à jour le schéma de la base (MIGRATION_DATABASE_URL)'
        : "Bring the database's schema up to date (MIGRATION_DATABASE_URL)",
    )
    .addHelpText(
      'after',
      exampleHelp(
        language,
        'DATABASE_URL=postgres://service@db/scelle MIGRATION_DATABASE_URL=postgres://owner@db/scelle scelle migrate',
      ),
    )
    .action(async () => {
      const { output } = surroundings();
      const { migrationDatabaseUrl } = readConfig(process.env, false);
      if (migrationDatabaseUrl === null) {
        throw new UsageError({
          en: 'set DATABASE_URL and MIGRATION_DATABASE_URL; the embedded database is brought up to date by `scelle serve`',
          fr: 'indiquez DATABASE_URL et MIGRATION_DATABASE_URL ; la base embarquée est mise à jour par `scelle serve`',
        });
      }
      const migrated = await migrateToLatest(migrationDatabaseUrl);
      output.result(
        { migrated },
        migrated.length > 0 ? migrated : [french ? 'Rien à faire' : 'Nothing to do'],
      );
    });
};
