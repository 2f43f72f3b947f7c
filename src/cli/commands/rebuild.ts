import { join } from 'node:path';
import type { Transaction } from 'kysely';
import { readConfig } from '../../config.js';
import { noteAdministrativeAct } from '../../store/administration/owed-acts.js';
import { makeDatabaseAvailable } from '../../store/available-database.js';
import { openDatabase } from '../../store/database.js';
import { FolderFileStore } from '../../store/files/folder-file-store.js';
import { migrateToLatest } from '../../store/migrate.js';
import type { Comparison } from '../../store/rebuild/compare-databases.js';
import { rebuildInPlace } from '../../store/rebuild/rebuild-in-place.js';
import { rebuildInto } from '../../store/rebuild/rebuild-into.js';
import type { RebuildOptions } from '../../store/rebuild/replay-log.js';
import type { Database } from '../../store/schema/index.js';
import { sopDocumentsIn } from '../../store/sop-documents.js';
import { exampleHelp } from '../example-help.js';
import { exitStatus, type Output } from '../output.js';
import { percentReports } from '../percent-reports.js';
import { requireLogAt } from '../require-log-at.js';
import type { AddCommand } from '../surroundings.js';
import { systemRandom } from '../system-random.js';
import { tellAdministration } from '../tell-administration.js';
import { UsageError } from '../usage-error.js';

interface RebuildCommandOptions {
  readonly into?: string;
  readonly compare?: boolean;
}

const help = {
  en: `
Everything but the signed events and what was withheld follows from the log, and is made anew from it.

In place, a service may go on running: readers see the old until all is done, and an act that is sent
meanwhile waits, or is answered 503 and sent again. Nothing is changed where the command breaks off.
It needs the tables' owner (MIGRATION_DATABASE_URL; the embedded database knows its own).

Exit status: 0 done; 1 the log itself does not hold together; 6 with --compare, rows that differ.`,
  fr: `
Tout, hormis les actes signés et les éléments réservés, découle du journal et en est refait.

Sur place, un service peut continuer : les lecteurs voient l'ancien état jusqu'à la fin, et un acte envoyé
entre-temps attend, ou reçoit 503 et est renvoyé. Rien ne change si la commande est interrompue.
Il faut le propriétaire des tables (MIGRATION_DATABASE_URL ; la base embarquée connaît le sien).

Code de sortie : 0 fait ; 1 le journal lui-même ne tient pas ; 6 avec --compare, des lignes diffèrent.`,
};

/** `scelle rebuild`: what follows from the log is made anew, in place or in a second database. */
export const addRebuildCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('rebuild')
    .description(
      say('Make everything that follows from the log anew', 'Refaire tout ce qui découle du journal'),
    )
    .option(
      '--into <address>',
      say('in this empty database instead (its owner)', 'dans cette base vide (son propriétaire)'),
    )
    .option(
      '--compare',
      say('compare row by row with what there was', "comparer ligne à ligne avec l'existant"),
    )
    .addHelpText('after', help[language])
    .addHelpText(
      'after',
      exampleHelp(
        language,
        'scelle --home /var/lib/scelle rebuild --compare',
        'scelle --home /var/lib/scelle rebuild --into postgres://owner@db/scelle_anew --compare',
      ),
    )
    .action(async (options: RebuildCommandOptions) => {
      const { output, home } = surroundings();
      await rebuild(home, options, output);
    });
};

async function rebuild(home: string, { into, compare = false }: RebuildCommandOptions, output: Output) {
  const config = readConfig({ ...process.env, SCELLE_HOME: home }, false);
  const { databaseUrl, migrationDatabaseUrl } = config;
  requireLogAt(home, databaseUrl);
  const sopDocuments = sopDocumentsIn(await FolderFileStore.open(join(home, 'files')));
  const available = await makeDatabaseAvailable({ home, databaseUrl, ownerUrl: migrationDatabaseUrl });
  try {
    const progress = percentReports(output);
    const options: RebuildOptions = { report: progress.report, compare };
    const compared =
      into === undefined
        ? await withDatabase(requireOwner(available.ownerUrl), owner =>
            rebuildInPlace(owner, sopDocuments, { ...options, completed: noteRebuild }),
          )
        : await withDatabase(available.serviceUrl, async source => {
            await migrateToLatest(into);
            return withDatabase(into, target => rebuildInto(source, target, sopDocuments, options));
          });
    if (into === undefined) await tellAdministration(config, available.serviceUrl, output);
    tell(progress.total(), compared, output);
  } finally {
    await available.stop();
  }
}

/** The log tells of it (docs/administration.md). */
function noteRebuild(trx: Transaction<Database>, size: number): Promise<void> {
  return noteAdministrativeAct(trx, { act: 'REBUILT', at: Date.now(), details: { size } }, systemRandom);
}

function requireOwner(ownerUrl: string | null): string {
  if (ownerUrl !== null) return ownerUrl;
  throw new UsageError({
    en: 'the service may not throw tables away: set MIGRATION_DATABASE_URL, or rebuild --into another database',
    fr: 'le service ne peut pas vider les tables : indiquez MIGRATION_DATABASE_URL, ou reconstruisez --into une autre base',
  });
}

async function withDatabase<Result>(
  address: string,
  work: (db: ReturnType<typeof openDatabase<Database>>) => Promise<Result>,
): Promise<Result> {
  const db = openDatabase<Database>(address, { maxConnections: 2 });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** Which rows differ and how; never the rows themselves: what is withheld stands in them. */
function tell(events: number, compared: Comparison | null, output: Output): void {
  const say = (en: string, fr: string) => (output.language === 'fr' ? fr : en);
  const rows = Object.values(compared?.rows ?? {}).reduce((sum, count) => sum + count, 0);
  const differences = (compared?.differences ?? []).map(({ table, key, left, right }) => ({
    table,
    key,
    was: left === null ? 'missing' : right === null ? 'too-many' : 'different',
  }));
  const words: Record<string, string> = {
    missing: say('was missing', 'manquait'),
    'too-many': say('was too many', 'était en trop'),
    different: say('was different', 'était différente'),
  };
  const comparison =
    differences.length === 0
      ? [say(`${rows} rows compared: no difference.`, `${rows} lignes comparées : aucune différence.`)]
      : [
          say(`${rows} rows compared; these differ:`, `${rows} lignes comparées ; celles-ci diffèrent :`),
          ...differences.map(({ table, key, was }) => `  ${table} ${key} ${words[was]}`),
        ];
  output.result({ events, rows: compared?.rows ?? null, differences: compared && differences }, [
    say(`Made anew from ${events} events.`, `Refait à partir de ${events} actes.`),
    ...(compared === null ? [] : comparison),
  ]);
  if (differences.length > 0) process.exitCode = exitStatus.differs;
}
