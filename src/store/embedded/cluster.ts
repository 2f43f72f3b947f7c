import { spawn } from 'node:child_process';
import { closeSync, constants, openSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { canEnter, giveToServer, type ServerUser } from './server-user.js';
import { syncFolder } from './settings.js';

/** A folder with one database cluster, and what it takes to run its server. */
export interface Cluster {
  readonly folder: string;
  readonly dataFolder: string;
  readonly user: ServerUser | null;
  readonly binaries: Binaries;
}

/** Crash recovery of a large log may take minutes; a server that is still working on it is left to. */
const startMs = 300_000;
const logLimit = 10_000_000;

/**
 * Makes the cluster where there is none. It is built beside its place and moved there whole: a crash
 * leaves `data.new`, which the next start throws away.
 */
export async function initialiseCluster(
  cluster: Cluster,
  adminPassword: string,
  durable: boolean,
): Promise<void> {
  const present = await readFile(join(cluster.dataFolder, 'PG_VERSION'), 'utf8').catch(() => null);
  if (present !== null) {
    const major = present.trim();
    if (major === cluster.binaries.major) return;
    throw new Error(
      `${cluster.dataFolder} was made by PostgreSQL ${major}; this release brings ${cluster.binaries.major}`,
    );
  }
  const partial = `${cluster.dataFolder}.new`;
  const passwordFile = join(cluster.folder, 'initdb-password');
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial);
  await giveToServer(partial, cluster.user, 0o700);
  try {
    const file = await open(passwordFile, 'w', 0o600);
    await file.writeFile(`${adminPassword}\n`);
    await file.close();
    await giveToServer(passwordFile, cluster.user, 0o600);
    const child = await launch(cluster, cluster.binaries.initdb, folder => [
      `--pgdata=${folder}/data.new`,
      `--pwfile=${folder}/initdb-password`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The built-in provider sorts the same on every machine; collations of the operating system do not.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ]);
    const code = await child.exited;
    if (code !== 0) throw new Error(`initdb failed (${code}): ${await logTail(cluster)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(partial, cluster.dataFolder);
  await syncFolder(cluster.folder);
}

/** Starts the server on this port and waits until it takes connections. Throws with the end of its log. */
export async function startServer(
  cluster: Cluster,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const assignments = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    // A statement's text or a key's value may hold what must not stand in a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    timezone: 'UTC',
    ...settings,
  };
  const child = await launch(cluster, cluster.binaries.postgres, folder => [
    '-D',
    `${folder}/data`,
    '-p',
    String(port),
    ...Object.entries(assignments).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  let exitCode: number | string | null = null;
  void child.exited.then(code => {
    exitCode = code;
  });
  const deadline = performance.now() + startMs;
  while (exitCode === null) {
    const running = await findPostmaster(cluster.dataFolder);
    if (running?.pid === child.pid && running.ready) {
      child.forget();
      return running;
    }
    if (performance.now() > deadline) throw new Error(`PostgreSQL is not ready after ${startMs} ms`);
    await sleep(10);
  }
  throw new Error(`PostgreSQL ended at its start (${exitCode}): ${await logTail(cluster)}`);
}

/** The preferred port where it is free, else any free one. */
export async function chooseFreePort(preferred: number | null): Promise<number> {
  if (preferred !== null && (await canListen(preferred)) !== null) return preferred;
  const port = await canListen(0);
  if (port === null) throw new Error('there is no free port on 127.0.0.1');
  return port;
}

function canListen(port: number): Promise<number | null> {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      const found = typeof address === 'object' && address !== null ? address.port : null;
      probe.close(() => resolve(found));
    });
  });
}

interface Launched {
  readonly pid: number;
  readonly exited: Promise<number | string>;
  /** Lets this process end while the program goes on. */
  forget(): void;
}

/**
 * Runs a program as the server's user, in a session of its own: Ctrl-C in the terminal reaches the service
 * and not its database, which would be gone before the service had finished its last transaction.
 *
 * Where root keeps the folder somewhere that the user cannot walk to, the program inherits the open folder
 * and goes through `/proc/self/fd/3`; nothing above the folder has to be opened up.
 */
async function launch(
  cluster: Cluster,
  program: string,
  args: (folder: string) => string[],
): Promise<Launched> {
  const throughHandle = cluster.user !== null && !(await canEnter(cluster.folder, cluster.user));
  const handle = openSync(cluster.folder, constants.O_RDONLY | constants.O_DIRECTORY);
  const log = openSync(logPath(cluster), await logFlags(cluster), 0o600);
  try {
    const child = spawn(program, args(throughHandle ? '/proc/self/fd/3' : cluster.folder), {
      ...(cluster.user ?? {}),
      cwd: '/',
      detached: true,
      // Nothing of the service's environment: it holds secrets, and PG* variables would be obeyed.
      env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', log, log, ...(throughHandle ? [handle] : [])],
    });
    const exited = new Promise<number | string>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
    });
    if (child.pid === undefined) {
      await exited;
      throw new Error(`${program} did not start`);
    }
    return { pid: child.pid, exited, forget: () => child.unref() };
  } finally {
    closeSync(handle);
    closeSync(log);
  }
}

function logPath(cluster: Cluster): string {
  return join(cluster.folder, 'server.log');
}

async function logFlags(cluster: Cluster): Promise<'a' | 'w'> {
  const present = await stat(logPath(cluster)).catch(() => null);
  return present !== null && present.size > logLimit ? 'w' : 'a';
}

async function logTail(cluster: Cluster): Promise<string> {
  const text = await readFile(logPath(cluster), 'utf8').catch(() => '');
  return text.slice(-2000).trim();
}
