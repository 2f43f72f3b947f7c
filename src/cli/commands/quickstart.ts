import { readConfig } from '../../config.js';
import { makeDatabaseAvailable } from '../../store/available-database.js';
import { isHomeEmpty, makeQuickstart } from '../cast/quickstart.js';
import { exampleHelp } from '../example-help.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

/** `scelle quickstart`: a log for demonstration with a cast of officers, for whoever wants to look around. */
export const addQuickstartCommand: AddCommand = (program, language, surroundings) => {
  const french = language === 'fr';
  program
    .command('quickstart')
    .description(
      french
        ? 'Fonder un journal de démonstration et ses officiers DEMO-…'
        : 'Found a log for demonstration and its officers DEMO-…',
    )
    .addHelpText('after', exampleHelp(language, 'scelle --home demo-home quickstart'))
    .action(async () => {
      const { output, home } = surroundings();
      if (!(await isHomeEmpty(home))) {
        throw new UsageError({
          en: `${home} already holds a log: start it with \`scelle serve\``,
          fr: `${home} contient déjà un journal : démarrez-le avec \`scelle serve\``,
        });
      }
      const { databaseUrl, migrationDatabaseUrl: ownerUrl } = readConfig(process.env, false);
      output.note(french ? 'Démarrage de PostgreSQL…' : 'Starting PostgreSQL…');
      const database = await makeDatabaseAvailable({ home, databaseUrl, ownerUrl });
      try {
        const made = await makeQuickstart(home, database.serviceUrl, output);
        output.result(made, [
          french
            ? `Journal de démonstration ${made.origin} ; clés non protégées dans ${made.officers}`
            : `Log for demonstration ${made.origin}; keys, not protected, in ${made.officers}`,
          french
            ? `Les officiers de la mission appartiennent à ${made.setting.unit.name} (${made.setting.unit.id})`
            : `The mission's officers belong to ${made.setting.unit.name} (${made.setting.unit.id})`,
          ...made.setting.sites.map(({ id, name }) => `  ${name} (${id})`),
          french ? 'Ensuite : npx scelle serve' : 'Next: npx scelle serve',
        ]);
      } finally {
        await database.stop();
      }
    });
};
