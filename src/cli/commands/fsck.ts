import { join } from 'node:path';
import { readConfig } from '../../config.js';
import type { Text } from '../../custody/text.js';
import { tryFileLock } from '../../disk/file-lock.js';
import { readPosition } from '../../store/appender/insert.js';
import { makeDatabaseAvailable } from '../../store/available-database.js';
import { openDatabase } from '../../store/database.js';
import { FolderFileStore } from '../../store/files/folder-file-store.js';
import { type FsckProgress, type FsckStage, fsck } from '../../store/fsck/fsck.js';
import { readSignedCheckpoint } from '../../store/read-signed-checkpoint.js';
import type { Database } from '../../store/schema/index.js';
import { sopDocumentsIn } from '../../store/sop-documents.js';
import { FileVault } from '../../store/vault.js';
import { exampleHelp } from '../example-help.js';
import { checkOnAllCores, fsckStretch } from '../fsck/check-on-all-cores.js';
import { FsckFile } from '../fsck/fsck-file.js';
import { tellDifferences } from '../fsck/tell-differences.js';
import { exitStatus, type Output } from '../output.js';
import { type PercentReports, percentReports } from '../percent-reports.js';
import { requireLogAt } from '../require-log-at.js';
import { requireOwner } from '../require-owner.js';
import type { AddCommand } from '../surroundings.js';
import { untilSignal } from '../until-signal.js';
import { UsageError } from '../usage-error.js';

const help = {
  en: `
Every stored event and file is read again: bytes, hashes, signatures, leaves, tiles, root, checkpoints against the
vault, withheld claims; then states and tables for reading are made anew beside the stored ones and compared; then
files, bytes that nothing records, and the chain of the access log with its anchors.
Nothing is changed, and the service may go on running. All cores are used.

It can be broken off at any moment (Ctrl-C, kill): given again it goes on where it was, for the size it began at.
It needs the tables' owner (MIGRATION_DATABASE_URL; the embedded database knows its own).

Exit status: 0 no difference; 6 differences, each named by event or place; 1 broken off, or it failed.`,
  fr: `
Chaque acte et chaque fichier enregistré est relu : octets, empreintes, signatures, feuilles, tuiles, racine, points de
contrôle face au coffre, éléments réservés ; puis états et tables de lecture sont refaits à côté et comparés ; puis
fichiers, octets que rien n'enregistre, et la chaîne du journal des accès avec ses ancrages.
Rien n'est modifié et le service peut continuer. Tous les cœurs travaillent.

On peut l'interrompre à tout moment (Ctrl-C, kill) : relancée, elle reprend où elle était, pour la taille du début.
Il faut le propriétaire des tables (MIGRATION_DATABASE_URL ; la base embarquée connaît le sien).

Code de sortie : 0 aucune différence ; 6 des différences, chacune nommée ; 1 interrompue, ou en échec.`,
};

/** `scelle fsck`: everything that is stored, read again and compared. */
export const addFsckCommand: AddCommand = (program, language, surroundings) => {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  program
    .command('fsck')
    .description(
      say(
        'Read everything stored again and report every difference',
        'Tout relire et signaler chaque différence',
      ),
    )
    .option(
      '--restart',
      say(
        'begin anew, whatever an earlier run had done',
        "recommencer, quoi qu'ait fait une exécution précédente",
      ),
    )
    .addHelpText('after', help[language])
    .addHelpText('after', exampleHelp(language, 'scelle --home /var/lib/scelle fsck'))
    .action(async ({ restart = false }: { readonly restart?: boolean }) => {
      const { output, home } = surroundings();
      await checkHome(home, restart, output);
    });
};

async function checkHome(home: string, restart: boolean, output: Output): Promise<void> {
  const { databaseUrl, migrationDatabaseUrl } = readConfig({ ...process.env, SCELLE_HOME: home }, false);
  requireLogAt(home, databaseUrl);
  const interrupted = untilSignal();
  const lock = tryFileLock(join(home, 'fsck.lock'));
  if (lock === null) {
    throw new UsageError({ en: `another fsck runs in ${home}`, fr: `un autre fsck tourne dans ${home}` });
  }
  try {
    const available = await makeDatabaseAvailable({ home, databaseUrl, ownerUrl: migrationDatabaseUrl });
    try {
      await check(
        home,
        restart,
        { ...available, ownerUrl: requireOwner(available.ownerUrl) },
        interrupted,
        output,
      );
    } finally {
      await available.stop();
    }
  } finally {
    lock.release();
  }
}

/** What broke the check off, at a moment when how far it came is on disk. */
class BrokenOff extends Error {}

async function check(
  home: string,
  restart: boolean,
  { serviceUrl, ownerUrl }: { readonly serviceUrl: string; readonly ownerUrl: string },
  interrupted: Promise<void>,
  output: Output,
): Promise<void> {
  const file = new FsckFile(join(home, 'fsck.json'));
  if (restart) await file.remove();
  const db = openDatabase<Database>(serviceUrl, { maxConnections: 3 });
  const owner = openDatabase<Database>(ownerUrl, { maxConnections: 1 });
  let stop = false;
  void interrupted.then(() => {
    stop = true;
  });
  try {
    const begun = await begunHere(await file.read(), (await readPosition(db, false))?.origin);
    if (begun !== null) output.note(resuming(begun)[output.language]);
    const origin = begun?.origin ?? (await readPosition(db, false))?.origin ?? '';
    const files = await FolderFileStore.open(join(home, 'files'));
    const reports = stageReports(output);
    const done = await fsck(
      {
        db,
        owner,
        vault: new FileVault(join(home, 'vault'), note => readSignedCheckpoint(note, origin)),
        files,
        sopDocuments: sopDocumentsIn(files),
        beginChecks: checkOnAllCores,
        stretch: fsckStretch,
        async keep(progress) {
          await file.keep(progress, stop);
          if (stop) throw new BrokenOff();
        },
        report: reports,
      },
      begun,
    );
    await file.remove();
    tellDifferences(done, begun !== null, output);
    if (done.differences.length > 0) process.exitCode = exitStatus.differs;
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    const words = {
      en: 'broken off: the same command goes on here',
      fr: 'interrompu : la même commande reprendra ici',
    };
    output.note(words[output.language]);
    output.result({ error: words[output.language] }, []);
    process.exitCode = exitStatus.failed;
  } finally {
    await Promise.all([db.destroy(), owner.destroy()]);
  }
}

/** A home whose database was exchanged goes on with nothing. */
function begunHere(begun: FsckProgress | null, origin: string | undefined): FsckProgress | null {
  if (begun === null || begun.origin === origin) return begun;
  throw new UsageError({
    en: `a check of ${begun.origin} was begun here, the database holds ${origin}: begin anew with --restart`,
    fr: `une vérification de ${begun.origin} a été commencée ici, la base contient ${origin} : recommencez avec --restart`,
  });
}

function resuming({ stage, events, size }: FsckProgress): Text {
  const at = stage === 'events' ? `${events}/${size}` : stage;
  return {
    en: `going on where an earlier run was broken off (${at})`,
    fr: `reprise là où une exécution s'était arrêtée (${at})`,
  };
}

const stageUnits: Readonly<Record<FsckStage, Text>> = {
  events: { en: 'events', fr: 'actes' },
  tree: { en: 'leaves of the tree', fr: "feuilles de l'arbre" },
  states: { en: 'events replayed', fr: 'actes rejoués' },
  files: { en: 'files', fr: 'fichiers' },
  access: { en: 'entries of the access log', fr: 'entrées du journal des accès' },
  done: { en: '', fr: '' },
};

/** A bar for each stage. */
function stageReports(output: Output) {
  const bars = new Map<FsckStage, PercentReports>();
  return (stage: FsckStage, done: number, total: number) => {
    const bar = bars.get(stage) ?? percentReports(output, stageUnits[stage]);
    bars.set(stage, bar);
    bar.report(done, total);
  };
}
