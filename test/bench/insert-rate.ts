import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Rate, rateOf } from './append-rate.js';

const run = promisify(execFile);

export interface InsertRate extends Rate {
  readonly by: 'pgbench -M prepared' | 'prepared statements of node-postgres';
}

/** Bytes of text in a row: about those of an event. */
const rowBytes = 1_500;

/**
 * One-row inserts, each a transaction of its own, by so many clients at once on the same server: what a database does
 * that checks nothing, chains nothing and proves nothing.
 */
export async function measureInserts(
  ownerUrl: string,
  clients: number,
  perClient: number,
): Promise<InsertRate> {
  await onOwner(
    ownerUrl,
    'create table bench_row (id bigint generated always as identity primary key, event text not null)',
  );
  try {
    return (
      (await byPgbench(ownerUrl, clients, perClient)) ?? (await byConnections(ownerUrl, clients, perClient))
    );
  } finally {
    await onOwner(ownerUrl, 'drop table bench_row');
  }
}

async function byPgbench(ownerUrl: string, clients: number, perClient: number): Promise<InsertRate | null> {
  if ((await run('pgbench', ['--version']).catch(() => null)) === null) return null;
  const folder = await mkdtemp(join(tmpdir(), 'scelle-bench-'));
  try {
    const script = join(folder, 'insert.sql');
    await writeFile(script, `insert into bench_row (event) values ('${'x'.repeat(rowBytes)}');\n`);
    const args = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      '2',
      '-t',
      String(perClient),
      '-f',
      script,
    ];
    const { stdout } = await run('pgbench', [...args, ownerUrl]);
    const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    if (!(perSecond > 0)) throw new Error(`pgbench said no rate: ${stdout}`);
    return { by: 'pgbench -M prepared', count: clients * perClient, perSecond };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function byConnections(ownerUrl: string, clients: number, perClient: number): Promise<InsertRate> {
  const connections = Array.from({ length: clients }, () => new pg.Client({ connectionString: ownerUrl }));
  await Promise.all(connections.map(client => client.connect()));
  try {
    const statement = {
      name: 'insert',
      text: 'insert into bench_row (event) values ($1)',
      values: ['x'.repeat(rowBytes)],
    };
    const started = performance.now();
    await Promise.all(
      connections.map(async client => {
        for (let n = 0; n < perClient; n++) await client.query(statement);
      }),
    );
    return { by: 'prepared statements of node-postgres', ...rateOf(clients * perClient, started) };
  } finally {
    await Promise.all(connections.map(client => client.end()));
  }
}

async function onOwner(ownerUrl: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
