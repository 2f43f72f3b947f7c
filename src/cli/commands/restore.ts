import { join } from 'node:path';
import { readConfig } from '../../config.js';
import { parseVerifierKey } from '../../log/index.js';
import { LoadError } from '../../store/backup/load-tables.js';
import { startEmbeddedPostgres } from '../../store/embedded/index.js';
import { checkBackup } from '../backup/check-backup.js';
import { type Manifest, readManifest } from '../backup/manifest.js';
import type { Genuine } from '../backup/require-genuine.js';
import {
  DatabaseTaken,
  emptyHome,
  finishRestore,
  prepareHome,
  type RestoreParts,
  restoreDatabase,
  restoreFiles,
} from '../backup/restore-backup.js';
import { exampleHelp } from '../example-help.js';
import type { Output } from '../output.js';
import { percentReports } from '../percent-reports.js';
import { requireOwner } from '../require-owner.js';
import type { AddCommand } from '../surroundings.js';
import { UsageError } from '../usage-error.js';

interface RestoreOptions {
  readonly logKey?: string;
  readonly despiteDifferences?: boolean;
}

const help = {
  en: `
Into a home folder that is empty, and an empty database (embedded, or DATABASE_URL with MIGRATION_DATABASE_URL).
Every part is hashed first; nothing is ever written over. Broken off, the same command goes on.

Where the vault of the lost service is still there, leave it in the new home: it alone knows how far the log had
come. If it has signed more than the backup holds, it stays, the service serves reads and refuses to append, and
\`scelle log recover\` brings back what is missing. Without it, ask whoever has a newer checkpoint (a witness, an
auditor, officers' receipts) and give it to \`scelle log recover --checkpoint\` BEFORE anybody appends.

Hashes only say that a backup is whole, and its key is in it: before the vault is settled the log's signature, the
tree and every event are checked, and the kept vault against them. Without a kept vault only --log-key tells a forged
log from yours: take the key from a policy that lay elsewhere.

Afterwards: scelle fsck, then scelle serve.`,
  fr: `
Dans un dossier vide, et une base vide (embarquée, ou DATABASE_URL avec MIGRATION_DATABASE_URL). Chaque partie est
d'abord hachée ; rien n'est jamais écrasé. Interrompue, la même commande reprend.

Si le coffre du service perdu existe encore, laissez-le dans le nouveau dossier : lui seul sait jusqu'où allait le
journal. S'il a signé plus que la sauvegarde ne contient, il reste, le service sert les lectures et refuse tout ajout,
et \`scelle log recover\` ramène ce qui manque. Sans lui, demandez à qui détient un point de contrôle plus récent (un
témoin, un auditeur, les récépissés) et donnez-le à \`scelle log recover --checkpoint\` AVANT tout ajout.

Les empreintes disent seulement qu'une sauvegarde est entière, et sa clé s'y trouve : avant de toucher au coffre, la
signature du journal, l'arbre et chaque acte sont vérifiés, et le coffre conservé face à eux. Sans coffre conservé,
seul --log-key distingue un faux journal du vôtre : prenez la clé d'une politique gardée ailleurs.

Ensuite : scelle fsck, puis scelle serve.`,
};

/** `scelle restore`: everything of a backup into an empty home. */
export const addRestoreCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('restore')
    .description(
      say('Put a backup in place, in an empty home', 'Mettre une sauvegarde en place, dans un dossier vide'),
    )
    .argument('<folder>', say('what scelle backup made', 'ce que scelle backup a fait'))
    .option(
      '--log-key <vkey>',
      say(
        'key of the log as a policy or an auditor names it (name+id+key)',
        'clé du journal selon une politique ou un auditeur (nom+id+clé)',
      ),
    )
    .option(
      '--despite-differences',
      say(
        'take along what the log had lost or damaged already',
        'reprendre aussi ce que le journal avait déjà perdu ou abîmé',
      ),
    )
    .addHelpText('after', help[language])
    .addHelpText('after', exampleHelp(language, 'scelle --home /var/lib/scelle restore /mnt/backup/scelle'))
    .action(async (folder: string, options: RestoreOptions) => {
      const { output, home } = surroundings();
      await restore(home, folder, options, output);
    });
};

async function restore(
  home: string,
  folder: string,
  { logKey, despiteDifferences = false }: RestoreOptions,
  output: Output,
): Promise<void> {
  const { databaseUrl, migrationDatabaseUrl } = readConfig({ ...process.env, SCELLE_HOME: home }, false);
  const { manifest, sha256 } = await readManifest(folder);
  const named = logKey === undefined ? null : parseVerifierKey(logKey, 'key');
  const given = { logKey: named, despiteDifferences };
  const parts: RestoreParts = { folder, manifest, sha256, home, ...given, report: reports(output) };
  // Before anything is written: what is missing is said while nothing is half done.
  if (databaseUrl !== null) requireOwner(migrationDatabaseUrl);
  await checkBackup(
    folder,
    manifest,
    percentReports(output, { en: 'parts hashed', fr: 'parties hachées' }).report,
  );
  await prepareHome(parts);
  const genuine = await restoreOrNothing(
    parts,
    databaseUrl === null ? null : requireOwner(migrationDatabaseUrl),
  );
  tell(manifest, await finishRestore(parts), genuine, output);
}

/** Files and rows; where they are refused, the home is as it was. @param ownerUrl null: the embedded database */
async function restoreOrNothing(parts: RestoreParts, ownerUrl: string | null): Promise<Genuine> {
  try {
    await restoreFiles(parts);
    if (ownerUrl !== null) return await restoreDatabase(ownerUrl, parts);
    const embedded = await startEmbeddedPostgres({ directory: join(parts.home, 'postgres') });
    try {
      return await restoreDatabase(embedded.ownerUrl, parts);
    } finally {
      await embedded.stop();
    }
  } catch (error) {
    const refused = error instanceof UsageError || error instanceof LoadError;
    if (refused && !(error instanceof DatabaseTaken)) await emptyHome(parts.home);
    throw error;
  }
}

function reports(output: Output): RestoreParts['report'] {
  const bars = {
    rows: percentReports(output, { en: 'rows', fr: 'lignes' }),
    files: percentReports(output, { en: 'files', fr: 'fichiers' }),
    events: percentReports(output, { en: 'events checked', fr: 'actes vérifiés' }),
  };
  return (what, done, total) => bars[what].report(done, total);
}

function tell(
  { origin, size, made, files }: Manifest,
  signed: number,
  { logKeys, known, differences }: Genuine,
  output: Output,
): void {
  const say = (en: string, fr: string) => (output.language === 'fr' ? fr : en);
  const missing = Math.max(0, signed - size);
  const keyed = { logKeys, keyKnown: known, differences: differences.length };
  output.result({ origin, size, made, files: files.length, signed, missing, ...keyed }, [
    say(
      `Restored ${origin} as of ${made}: ${size} events, ${files.length} files.`,
      `Restauré ${origin} à la date du ${made} : ${size} actes, ${files.length} fichiers.`,
    ),
    ...(known
      ? []
      : [
          say(
            `NOBODY BUT THE BACKUP SAYS THAT ITS KEY IS THE LOG'S: compare with a policy that lay elsewhere: ${logKeys.join(', then ')}`,
            `SEULE LA SAUVEGARDE DIT QUE SA CLÉ EST CELLE DU JOURNAL : comparez à une politique gardée ailleurs : ${logKeys.join(', puis ')}`,
          ),
        ]),
    ...(differences.length === 0
      ? []
      : [
          say(
            `${differences.length} differences: see scelle fsck`,
            `${differences.length} différences : voir scelle fsck`,
          ),
        ]),
    ...(missing === 0
      ? [
          say(
            'Has anybody a newer checkpoint than this? If so: scelle log recover --checkpoint FILE, before anybody appends.',
            "Quelqu'un a-t-il un point de contrôle plus récent ? Alors : scelle log recover --checkpoint FICHIER, avant tout ajout.",
          ),
          say('Next: scelle fsck, then scelle serve', 'Ensuite : scelle fsck, puis scelle serve'),
        ]
      : [
          say(
            `THE BACKUP IS TOO OLD: the vault has signed ${signed} events, ${missing} more. The service will serve reads and refuse to append.`,
            `LA SAUVEGARDE EST TROP ANCIENNE : le coffre a signé ${signed} actes, ${missing} de plus. Le service servira les lectures et refusera tout ajout.`,
          ),
          say('Next: scelle log recover --from …', 'Ensuite : scelle log recover --from …'),
        ]),
  ]);
}
