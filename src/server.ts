import { join } from 'node:path';
import type { FastifyServerOptions } from 'fastify';
import { buildApp } from './http/app.js';
import { openDatabase } from './store/database.js';
import { startEmbeddedPostgres } from './store/embedded/index.js';
import { readLogKey } from './store/log-key-file.js';
import { checkMigrated, migrateToLatest } from './store/migrate.js';
import { openLog } from './store/open-log.js';

export interface ServerOptions {
  /** Folder with the log's key, its vault and, in embedded mode, the database. */
  readonly home: string;
  /** Connection of the service's role; null: embedded PostgreSQL inside `home`. */
  readonly databaseUrl: string | null;
  /** Connection of the tables' owner, for migrations; null: migrations were run by somebody else. */
  readonly ownerUrl: string | null;
  readonly host: string;
  readonly port: number;
  readonly logKeyPassphrase: string | null;
  readonly now: () => number;
  readonly logger: FastifyServerOptions['logger'];
}

export interface RunningServer {
  /** Where it listens, e.g. `http://127.0.0.1:8420`. */
  readonly url: string;
  readonly origin: string;
  /** Finishes what waits, then closes everything. */
  stop(): Promise<void>;
}

/** A database to work on, started where there is none. */
export interface AvailableDatabase {
  readonly serviceUrl: string;
  stop(): Promise<void>;
}

export async function makeDatabaseAvailable({
  home,
  databaseUrl,
  ownerUrl,
}: Pick<ServerOptions, 'home' | 'databaseUrl' | 'ownerUrl'>): Promise<AvailableDatabase> {
  if (databaseUrl !== null) {
    if (ownerUrl !== null) await migrateToLatest(ownerUrl);
    else await checkSchema(databaseUrl);
    return { serviceUrl: databaseUrl, stop: async () => {} };
  }
  const embedded = await startEmbeddedPostgres({ directory: join(home, 'postgres') });
  await migrateToLatest(embedded.ownerUrl);
  return { serviceUrl: embedded.serviceUrl, stop: () => embedded.stop() };
}

async function checkSchema(serviceUrl: string): Promise<void> {
  const database = openDatabase<Record<string, never>>(serviceUrl, { maxConnections: 1 });
  try {
    await checkMigrated(database);
  } finally {
    await database.destroy();
  }
}

/** Starts the service: database, migrations, log, port. What was started is stopped again where a step fails. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const logKey = await readLogKey(join(options.home, 'log.key'), options.logKeyPassphrase);
  const database = await makeDatabaseAvailable(options);
  try {
    const log = await openLog({
      serviceUrl: database.serviceUrl,
      vaultFolder: join(options.home, 'vault'),
      filesFolder: join(options.home, 'files'),
      logKey,
      now: options.now,
    });
    const app = await buildApp({ log, logger: options.logger });
    const url = await app.listen({ host: options.host, port: options.port });
    return {
      url,
      origin: log.origin,
      async stop() {
        await app.close();
        await log.close();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
