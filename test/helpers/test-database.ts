import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Test } from 'tap';
import { migrateToLatest } from '../../src/store/migrate.js';
import { createOwnedDatabase } from '../../src/store/roles.js';
import { serverVariable, startSharedServer, type TestServer } from './test-server.js';

/** A database of one's own, migrated and empty. */
export interface TestDatabase {
  readonly name: string;
  /** Owns the tables: for fixtures and for tests of the migrations. */
  readonly ownerUrl: string;
  /** What the service connects with. */
  readonly serviceUrl: string;
  /** Superuser, in this database: for breaking things on purpose. */
  readonly adminUrl: string;
}

const templateLock = 7_270_001;

/**
 * Makes a migrated database on the run's server, dropped at the end of the test. Without the runner, a server
 * is started, or one that is already running by hand is used.
 */
export async function createTestDatabase(t: Test): Promise<TestDatabase> {
  const server = await findServer(t);
  return makeDatabase(t, server, admin => ensureTemplate(admin, server));
}

/** The database as it is now, byte for byte: a backup that was restored. Whoever is connected to it loses that. */
export async function copyTestDatabase(t: Test, { name }: TestDatabase): Promise<TestDatabase> {
  return makeDatabase(t, await findServer(t), async admin => {
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    return name;
  });
}

async function makeDatabase(
  t: Test,
  server: TestServer,
  templateOf: (admin: pg.Client) => Promise<string>,
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(server, async admin => createOwnedDatabase(admin, name, await templateOf(admin)));
  t.teardown(() => asAdmin(server, admin => admin.query(`drop database ${name} with (force)`)));
  return {
    name,
    ownerUrl: withDatabase(server.ownerUrl, name),
    serviceUrl: withDatabase(server.serviceUrl, name),
    adminUrl: withDatabase(server.adminUrl, name),
  };
}

/** A database with nothing in it, for tests of the migrations themselves. */
export async function createEmptyDatabase(t: Test): Promise<TestDatabase> {
  const database = await createTestDatabase(t);
  const admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  try {
    await admin.query('drop schema public cascade; create schema public authorization pg_database_owner');
    await admin.query('grant usage on schema public to public');
  } finally {
    await admin.end();
  }
  return database;
}

async function findServer(t: Test): Promise<TestServer> {
  const given = process.env[serverVariable];
  if (given !== undefined) {
    const addresses: unknown = JSON.parse(given);
    if (!isServerAddresses(addresses)) throw new Error(`${serverVariable} is not what the runner writes`);
    return { ...addresses, stop: async () => {} };
  }
  const server = await startSharedServer();
  // Teardowns run last-first: the databases made after this are dropped before.
  t.teardown(() => server.stop());
  return server;
}

function isServerAddresses(value: unknown): value is Omit<TestServer, 'stop'> {
  if (typeof value !== 'object' || value === null) return false;
  return ['adminUrl', 'ownerUrl', 'serviceUrl'].every(
    member => member in value && typeof Reflect.get(value, member) === 'string',
  );
}

/** A migrated database to copy from, made once on a server for each state of the migrations. */
async function ensureTemplate(admin: pg.Client, server: TestServer): Promise<string> {
  const name = `template_${await digestMigrations()}`;
  // Held until the connection ends: test files that start at once wait here for the first.
  await admin.query('select pg_advisory_lock($1)', [templateLock]);
  const done = await admin.query('select from pg_database where datname = $1 and datistemplate', [name]);
  if (done.rowCount !== 0) return name;
  await admin.query(`drop database if exists ${name} with (force)`);
  await createOwnedDatabase(admin, name);
  await migrateToLatest(withDatabase(server.ownerUrl, name));
  await admin.query(`alter database ${name} is_template true`);
  return name;
}

async function digestMigrations(): Promise<string> {
  const folder = join(import.meta.dirname, '../../migrations');
  const hash = createHash('sha256');
  for (const file of (await readdir(folder)).sort()) {
    if (file.endsWith('.js')) hash.update(await readFile(join(folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function asAdmin(server: TestServer, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.toString();
}
