import { join } from 'node:path';
import { readConfig } from '../../config.js';
import { noteAdministrativeAct } from '../../store/administration/owed-acts.js';
import { makeDatabaseAvailable } from '../../store/available-database.js';
import { openDatabase } from '../../store/database.js';
import { FolderFileStore } from '../../store/files/folder-file-store.js';
import { readLogVerifierKeys } from '../../store/log-key-file.js';
import { type Recovery, type RecoveryOutcome, recoverLog } from '../../store/recover/recover-log.js';
import type { Database } from '../../store/schema/index.js';
import { sopDocumentsIn } from '../../store/sop-documents.js';
import type { Output } from '../output.js';
import { percentReports } from '../percent-reports.js';
import { systemRandom } from '../system-random.js';
import { tellAdministration } from '../tell-administration.js';
import { openSources } from './open-sources.js';

/** Recovers the log of a home folder. The service may be running: it goes on by itself once the log is whole. */
export async function recoverHome(
  home: string,
  from: readonly string[],
  checkpoints: Recovery['checkpoints'],
  output: Output,
): Promise<RecoveryOutcome> {
  const config = readConfig({ ...process.env, SCELLE_HOME: home }, false);
  const { databaseUrl, migrationDatabaseUrl } = config;
  const logKeys = await readLogVerifierKeys(join(home, 'log.key'));
  const opened = await openSources(from, output);
  try {
    const database = await makeDatabaseAvailable({ home, databaseUrl, ownerUrl: migrationDatabaseUrl });
    const db = openDatabase<Database>(database.serviceUrl, { maxConnections: 2 });
    try {
      const outcome = await recoverLog({
        db,
        vaultFolder: join(home, 'vault'),
        origin: logKeys[0]?.name ?? '',
        logKeys,
        sources: opened.sources,
        checkpoints,
        sopDocuments: sopDocumentsIn(await FolderFileStore.open(join(home, 'files'))),
        report: percentReports(output).report,
      });
      if (outcome.kind === 'recovered' && outcome.recovered > 0) {
        const details = { size: outcome.signed.size };
        await noteAdministrativeAct(db, { act: 'RECOVERED', at: Date.now(), details }, systemRandom);
        await tellAdministration(config, database.serviceUrl, output);
      }
      return outcome;
    } finally {
      await db.destroy();
      await database.stop();
    }
  } finally {
    await opened.close();
  }
}
