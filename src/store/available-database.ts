import { join } from 'node:path';
import { openDatabase } from './database.js';
import { checkServer, checkServiceRole } from './database-setup.js';
import { startEmbeddedPostgres } from './embedded/index.js';
import { keepRunning, type Watched } from './embedded/keep-running.js';
import { checkMigrated, migrateToLatest } from './migrate.js';

export interface DatabasePlace {
  /** Folder of the log; the embedded database lies in `postgres` inside. */
  readonly home: string;
  /** Connection of the service's role; null: embedded PostgreSQL. */
  readonly databaseUrl: string | null;
  /** Connection of the tables' owner, for migrations; null: migrations were run by somebody else. */
  readonly ownerUrl: string | null;
}

/** A database that is up to date and fit for a log, started where there was none. */
export interface AvailableDatabase {
  readonly serviceUrl: string;
  /** For what the service may not do; null where this process was not given it. */
  readonly ownerUrl: string | null;
  stop(): Promise<void>;
}

/**
 * @param tell what happens to an embedded server later on
 * @throws DatabaseSetupError, MigrationError
 */
export async function makeDatabaseAvailable(
  { home, databaseUrl, ownerUrl }: DatabasePlace,
  tell: (watched: Watched) => void = () => {},
): Promise<AvailableDatabase> {
  if (databaseUrl !== null) {
    if (ownerUrl !== null) await migrateToLatest(ownerUrl);
    await checkForService(databaseUrl);
    return { serviceUrl: databaseUrl, ownerUrl, stop: async () => {} };
  }
  const embedded = await startEmbeddedPostgres({ directory: join(home, 'postgres') });
  try {
    await migrateToLatest(embedded.ownerUrl);
    await checkForService(embedded.serviceUrl);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  const endWatch = keepRunning(embedded, tell);
  return {
    serviceUrl: embedded.serviceUrl,
    ownerUrl: embedded.ownerUrl,
    async stop() {
      await endWatch();
      await embedded.stop();
    },
  };
}

async function checkForService(serviceUrl: string): Promise<void> {
  const database = openDatabase<Record<string, never>>(serviceUrl, { maxConnections: 1 });
  try {
    await checkServer(database);
    await checkMigrated(database);
    await checkServiceRole(database);
  } finally {
    await database.destroy();
  }
}
