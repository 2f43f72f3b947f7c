import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/store/embedded/index.js';
import { testSettings } from './test-server.js';

const starter = join(import.meta.dirname, 'start-embedded.js');

/** Starts a server in a folder, not durable: for tests of the server itself. */
export function startServerIn(directory: string): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ directory, settings: testSettings });
}

/** The same in a process of its own, to be killed. */
export async function startParent(directory: string): Promise<{ child: ChildProcess; serviceUrl: string }> {
  const child = spawn(process.execPath, [starter, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  return { child, serviceUrl: JSON.parse(String(line)).serviceUrl };
}

/** One statement on a connection of its own. */
export async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    const result = await client.query(text);
    return result.rows;
  } finally {
    await client.end().catch(() => {});
  }
}
