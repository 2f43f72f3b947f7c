import type { Language } from '../../custody/text.js';
import { openDeviceSession } from '../device-session.js';
import { exampleHelp } from '../example-help.js';
import { type ImportOptions, type ImportOutcome, importTable } from '../import/import-table.js';
import { readNamedOfficer } from '../officers.js';
import { exitStatus } from '../output.js';
import type { AddCommand } from '../surroundings.js';

interface Options extends ImportOptions {
  readonly as: string;
}

/** How many refused rows are told at the terminal; the file beside the table has all. */
const toldRows = 20;

/** `scelle import table`: an existing table is taken over row by row. */
export const addImportTableCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const group = program.commands.find(command => command.name() === 'import');
  group
    ?.command('table')
    .description(
      say(
        'Take over a table that was kept before (CSV): rehearse every row, enter them, close the import',
        'Reprendre un tableau tenu auparavant (CSV) : contrôler chaque ligne, les enregistrer, clore l’import',
      ),
    )
    .argument('<file>', say('the table (CSV)', 'le tableau (CSV)'))
    .requiredOption('--as <file:role>', say('your key file and role', 'votre clé et votre rôle'))
    .requiredOption(
      '--mapping <file>',
      say('which column is what (JSON)', 'correspondance des colonnes (JSON)'),
    )
    .requiredOption('--reference <text>', say('reference of the import', "référence de l'import"))
    .requiredOption(
      '--origin <text>',
      say(
        'who kept the table, since when, and where it lies',
        'qui tenait le tableau, depuis quand, où il se trouve',
      ),
    )
    .requiredOption('--place <text>', say('where you take it over', 'lieu de la reprise'))
    .option('--zone <name>', say('time zone of that place', 'fuseau horaire de ce lieu'), 'Africa/Bamako')
    .option('--rehearse', say('only tell what would be refused', 'indiquer seulement ce qui serait refusé'))
    .option(
      '--leave-out',
      say(
        'enter the others where some rows are refused',
        'enregistrer les autres si des lignes sont refusées',
      ),
    )
    .addHelpText(
      'after',
      exampleHelp(
        language,
        "scelle import table incidents.csv --mapping incidents.json --reference DEMO-1 --origin 'DEMO: kept since 2014' --place DEMO-BAMAKO --as my.key.json:JMAC --rehearse",
      ),
    )
    .action(async (file: string, options: Options) => {
      const { output, home } = surroundings();
      const session = await openDeviceSession(home, output);
      const signer = await readNamedOfficer(options.as, language);
      const outcome = await session.outbox.exclusively(() =>
        importTable(session, signer, file, options, output),
      );
      output.result({ ...outcome }, linesOf(outcome, language));
      if (outcome.standing === 'REFUSED') process.exitCode = exitStatus.refused;
    });
};

function linesOf(outcome: ImportOutcome, language: Language): readonly string[] {
  const { faults, refusals, rows, entered, standing, reference } = outcome;
  const french = language === 'fr';
  const told = faults.slice(0, toldRows).map(({ row, column, message }) => {
    const where = french ? `ligne ${row}` : `row ${row}`;
    return `${where} [${column}]: ${message[language]}`;
  });
  const refused = new Set(faults.map(({ row }) => row)).size;
  const more = french
    ? `${refused} lignes sur ${rows} seraient refusées ; toutes, avec leurs motifs : ${refusals}`
    : `${refused} of ${rows} rows would be refused; all of them, and why: ${refusals}`;
  return [
    ...told,
    ...(refused > 0 ? [more] : []),
    lastLine(standing, { reference, rows, entered, refused }, french),
  ];
}

function lastLine(
  standing: ImportOutcome['standing'],
  {
    reference,
    rows,
    entered,
    refused,
  }: { reference: string; rows: number; entered: number; refused: number },
  french: boolean,
): string {
  switch (standing) {
    case 'REHEARSED':
      return french
        ? `${rows - refused} lignes sur ${rows} seraient enregistrées ; rien n'a été signé.`
        : `${rows - refused} of ${rows} rows would be entered; nothing was signed.`;
    case 'REFUSED':
      return french
        ? "Rien n'a été enregistré : corrigez le tableau, ou --leave-out pour enregistrer les autres."
        : 'Nothing was entered: mend the table, or --leave-out to enter the others.';
    case 'CLOSED':
      return french
        ? `Import ${reference} clos : ${entered} lignes enregistrées, ${refused} écartées.`
        : `Import ${reference} closed: ${entered} rows entered, ${refused} left out.`;
  }
}
