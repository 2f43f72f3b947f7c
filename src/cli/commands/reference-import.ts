import { openDeviceSession } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { readNamedOfficer } from '../officers.js';
import { importEntries, type ReferenceImportOptions } from '../reference/import-entries.js';
import type { AddCommand } from '../surroundings.js';

interface Options extends ReferenceImportOptions {
  readonly as: string;
}

/** `scelle reference import`: a table of headstamps, producers or models becomes entries of a collection. */
export const addReferenceImportCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const group = program.commands.find(command => command.name() === 'reference');
  group
    ?.command('import')
    .description(
      say(
        'Add the entries of a table (CSV: key, kind, source, mark, producer, country, from, to, model, calibre, confidence)',
        'Ajouter les entrées d’un tableau (CSV : key, kind, source, mark, producer, country, from, to, model, calibre, confidence)',
      ),
    )
    .argument('<file>', say('the table', 'le tableau'))
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .requiredOption('--name <text>', say('name of the collection', 'nom du recueil'))
    .option(
      '--describes <text>',
      say('what it is, where it is opened', "objet du recueil, s'il est à ouvrir"),
    )
    .option(
      '--source <text>',
      say('where it comes from, where it is opened', "sa provenance, s'il est à ouvrir"),
    )
    .requiredOption('--place <text>', say('where you enter it', 'lieu de la saisie'))
    .option('--zone <name>', say('time zone of that place', 'fuseau horaire de ce lieu'), 'Africa/Bamako')
    .addHelpText(
      'after',
      exampleHelp(
        language,
        "scelle reference import headstamps.csv --name DEMO-HEADSTAMPS --describes 'DEMO: small calibre' --source 'DEMO handbook' --place DEMO-BAMAKO --as my.key.json:JMAC",
      ),
    )
    .action(async (file: string, options: Options) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      const signer = await readNamedOfficer(options.as, language);
      const done = await session.outbox.exclusively(() =>
        importEntries(session, signer, file, options, output),
      );
      const { name, added, known } = done;
      output.result({ ...done }, [
        say(`${name}: ${added} entries added`, `${name} : ${added} entrées ajoutées`),
        ...(known.length === 0
          ? []
          : [say(`there already: ${known.join(', ')}`, `déjà présentes : ${known.join(', ')}`)]),
      ]);
    });
};
