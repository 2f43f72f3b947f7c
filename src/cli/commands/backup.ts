import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readConfig } from '../../config.js';
import { noteAdministrativeAct } from '../../store/administration/owed-acts.js';
import { readPosition } from '../../store/appender/insert.js';
import { makeDatabaseAvailable } from '../../store/available-database.js';
import { openDatabase } from '../../store/database.js';
import { FolderFileStore } from '../../store/files/folder-file-store.js';
import { readSignedCheckpoint } from '../../store/read-signed-checkpoint.js';
import type { Database } from '../../store/schema/index.js';
import { FileVault } from '../../store/vault.js';
import { type WrittenBackup, writeBackup } from '../backup/write-backup.js';
import { exampleHelp } from '../example-help.js';
import { exitStatus, type Output } from '../output.js';
import { percentReports } from '../percent-reports.js';
import { requireLogAt } from '../require-log-at.js';
import type { AddCommand } from '../surroundings.js';
import { systemRandom } from '../system-random.js';
import { tellAdministration } from '../tell-administration.js';

const help = {
  en: `
Everything that the service is: the database in one snapshot, the files, the checkpoint vault, keys and settings.
The service may go on running. Into a folder with an earlier backup only new files are copied; that backup stays whole
until the new one is. What is done when the command ends is on disk.

The backup holds the log's key and what is withheld: keep it as you keep the service (SCELLE_LOG_KEY_PASSPHRASE
encrypts the key). Try it: \`scelle restore\` on another machine, then \`scelle fsck\`.

Exit status: 0 done; 6 done, but files named here were gone or changed; 1 failed, the backup before is whole.`,
  fr: `
Tout ce qui fait le service : la base en un seul instantané, les fichiers, le coffre des points de contrôle, clés et
réglages. Le service peut continuer. Dans un dossier qui contient une sauvegarde, seuls les nouveaux fichiers sont
copiés ; elle reste entière jusqu'à ce que la nouvelle le soit. Ce qui est fait à la fin de la commande est sur disque.

La sauvegarde contient la clé du journal et ce qui est réservé : gardez-la comme le service (SCELLE_LOG_KEY_PASSPHRASE
chiffre la clé). Essayez-la : \`scelle restore\` sur une autre machine, puis \`scelle fsck\`.

Code de sortie : 0 fait ; 6 fait, mais des fichiers nommés ici manquaient ou avaient changé ; 1 échec, la sauvegarde
précédente est entière.`,
};

/** `scelle backup`: everything into one folder. */
export const addBackupCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('backup')
    .description(say('Back up everything into a folder', 'Tout sauvegarder dans un dossier'))
    .argument('<folder>', say('empty, or with an earlier backup', 'vide, ou avec une sauvegarde précédente'))
    .addHelpText('after', help[language])
    .addHelpText('after', exampleHelp(language, 'scelle --home /var/lib/scelle backup /mnt/backup/scelle'))
    .action(async (folder: string) => {
      const { output, home } = surroundings();
      await backUp(home, folder, output);
    });
};

async function backUp(home: string, folder: string, output: Output): Promise<void> {
  const config = readConfig({ ...process.env, SCELLE_HOME: home }, false);
  const { databaseUrl, migrationDatabaseUrl } = config;
  requireLogAt(home, databaseUrl);
  const database = await makeDatabaseAvailable({ home, databaseUrl, ownerUrl: migrationDatabaseUrl });
  const db = openDatabase<Database>(database.ownerUrl ?? database.serviceUrl, { maxConnections: 2 });
  try {
    const origin = (await readPosition(db, false))?.origin ?? '';
    const progress = percentReports(output, { en: 'files', fr: 'fichiers' });
    const written = await writeBackup(folder, {
      home,
      db,
      vault: new FileVault(join(home, 'vault'), note => readSignedCheckpoint(note, origin)),
      files: await FolderFileStore.open(join(home, 'files')),
      now: Date.now,
      report: (done, total) => progress.report(done, total),
    });
    const sha256 = createHash('sha256').update(written.text).digest('hex');
    const details = { size: written.manifest.size, sha256 };
    await noteAdministrativeAct(db, { act: 'BACKED_UP', at: Date.now(), details }, systemRandom);
    await tellAdministration(config, database.serviceUrl, output);
    tell(folder, written, sha256, output);
  } finally {
    await db.destroy();
    await database.stop();
  }
}

function tell(
  folder: string,
  { manifest, copied, lost }: WrittenBackup,
  sha256: string,
  output: Output,
): void {
  const say = (en: string, fr: string) => (output.language === 'fr' ? fr : en);
  const { origin, size, files, home, tables } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  output.result(
    { origin, size, rows, files: files.length, copied, home: home.length, lost, sha256, folder },
    [
      say(
        `Backed up ${origin}: ${size} events, ${rows} rows, ${files.length} files (${copied} new), ${home.length} keys and settings.`,
        `Sauvegardé ${origin} : ${size} actes, ${rows} lignes, ${files.length} fichiers (${copied} nouveaux), ${home.length} clés et réglages.`,
      ),
      `  ${folder}`,
      `  manifest.json sha256 ${sha256}`,
      ...lost.map(hash =>
        say(`  LOST: file ${hash} is gone or changed`, `  PERDU : le fichier ${hash} manque ou a changé`),
      ),
    ],
  );
  if (lost.length > 0) process.exitCode = exitStatus.differs;
}
