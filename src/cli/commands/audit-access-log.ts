import { existsSync } from 'node:fs';
import { readConfig } from '../../config.js';
import { writePartsDurably } from '../../disk/write-durably.js';
import { makeDatabaseAvailable } from '../../store/available-database.js';
import { openDatabase } from '../../store/database.js';
import { readAccessLines } from '../../store/readers/access-lines.js';
import { type AccessAnchored, readAccessAnchored } from '../../store/readers/access-page.js';
import type { Database } from '../../store/schema/index.js';
import { exampleHelp } from '../example-help.js';
import { requireLogAt } from '../require-log-at.js';
import type { AddCommand, Surroundings } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

/** `scelle audit access-log`: who read what, for an auditor, who verifies it with an export (docs/access-log.md). */
export const addAuditAccessLogCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const audit =
    program.commands.find(command => command.name() === 'audit') ??
    program.command('audit').description(say('For auditors', 'Pour les auditeurs'));
  audit
    .command('access-log')
    .description(
      say(
        'Write who read what to a file, to be verified with an export made before',
        'Écrire dans un fichier qui a lu quoi, à vérifier avec un export fait auparavant',
      ),
    )
    .requiredOption('--out <file>', say('file to make', 'fichier à créer'))
    .addHelpText(
      'after',
      exampleHelp(language, 'scelle --home /var/lib/scelle audit access-log --out access.ndjson'),
    )
    .action(({ out }: { out: string }) => writeAccessLog(out, surroundings()));
};

async function writeAccessLog(out: string, { output, home }: Surroundings): Promise<void> {
  if (existsSync(out)) {
    throw new UsageError({ en: `${out} exists already`, fr: `${out} existe déjà` });
  }
  const { databaseUrl, migrationDatabaseUrl: ownerUrl } = readConfig(
    { ...process.env, SCELLE_HOME: home },
    false,
  );
  requireLogAt(home, databaseUrl);
  const available = await makeDatabaseAvailable({ home, databaseUrl, ownerUrl });
  const db = openDatabase<Database>(available.serviceUrl, { maxConnections: 1 });
  let entries = 0;
  let anchored: AccessAnchored | null = null;
  const counted = async function* () {
    for await (const line of readAccessLines(db)) {
      entries += 1;
      yield line;
    }
  };
  try {
    await writePartsDurably(out, counted());
    anchored = await readAccessAnchored(db);
  } finally {
    await db.destroy();
    await available.stop();
  }
  const say = (en: string, fr: string) => (output.language === 'fr' ? fr : en);
  output.result({ entries, file: out, anchored }, [
    say(`${entries} entries in ${out}`, `${entries} entrées dans ${out}`),
    anchored === null
      ? say('Nothing of it is anchored in the log yet.', "Rien n'en est encore ancré dans le journal.")
      : say(
          `Anchored up to entry ${anchored.count} by leaf ${anchored.leaf}; ${entries - anchored.count} came since.`,
          `Ancré jusqu'à l'entrée ${anchored.count} par la feuille ${anchored.leaf} ; ${entries - anchored.count} depuis.`,
        ),
  ]);
}
