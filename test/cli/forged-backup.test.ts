import { createHash } from 'node:crypto';
import { cp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import t from 'tap';
import { foundDemoLog } from '../../src/cli/cast/found-demo-log.js';
import { readTables } from '../../src/store/backup/tables.js';
import { openDatabase } from '../../src/store/database.js';
import type { Database } from '../../src/store/schema/index.js';
import { runScelle, scelleJson } from '../helpers/scelle-program.js';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../helpers/test-database.js';
import { createTestFolder } from '../helpers/test-folder.js';

t.setTimeout(600_000);

function environment({ serviceUrl, ownerUrl }: TestDatabase) {
  return { DATABASE_URL: serviceUrl, MIGRATION_DATABASE_URL: ownerUrl };
}

/** Rows in any table of the log. */
async function rowsIn({ ownerUrl }: TestDatabase): Promise<number> {
  const db = openDatabase<Database>(ownerUrl, { maxConnections: 1 });
  try {
    const tables = (await readTables(db)).map(({ name }) => name);
    let count = 0;
    for (const table of tables) {
      const { rows } = await sql<{ rows: string }>`select count(*) as rows from ${sql.table(table)}`.execute(
        db,
      );
      count += Number(rows[0]?.rows);
    }
    return count;
  } finally {
    await db.destroy();
  }
}

t.test('a backup that was changed and hashed anew is refused, and the kept vault stays', async t => {
  const cwd = await createTestFolder(t);
  const home = join(cwd, 'home');
  const database = await createTestDatabase(t);
  await foundDemoLog(home, database.serviceUrl, Date.now);
  await scelleJson(['--home', 'home', 'backup', 'backup'], { cwd, env: environment(database) });
  interface Part {
    sha256: string;
    [member: string]: unknown;
  }
  /** A copy of the backup, changed by a test. */
  const forge = async (
    name: string,
    change: (manifest: { home: Part[]; tables: Part[]; checkpoint: string; generation: string }) => unknown,
  ) => {
    await cp(join(cwd, 'backup'), join(cwd, name), { recursive: true });
    const path = join(cwd, name, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    await change(manifest);
    await writeFile(path, JSON.stringify(manifest));
    return name;
  };
  /** Rows of a table, changed, with the hash that goes with them. */
  const rewrite = async (
    name: string,
    { tables, generation }: { tables: Part[]; generation: string },
    table: string,
    change: (rows: string) => string,
  ) => {
    const path = join(cwd, name, generation, 'tables', `${table}.ndjson.gz`);
    const before = gunzipSync(await readFile(path)).toString();
    const after = change(before);
    t.not(after, before);
    const packed = gzipSync(after);
    await writeFile(path, packed);
    const part = tables.find(({ name }) => name === table);
    if (part !== undefined) part.sha256 = createHash('sha256').update(packed).digest('hex');
  };
  const restoreOf = async (folder: string, ...options: string[]) => {
    const target = await createEmptyDatabase(t);
    const there = { cwd, env: environment(target) };
    await cp(join(home, 'vault'), join(cwd, `home-${folder}/vault`), { recursive: true });
    const vault = await readFile(join(cwd, `home-${folder}/vault/checkpoint`), 'utf8');
    const run = await runScelle(['--home', `home-${folder}`, 'restore', folder, ...options], there);
    t.equal(await readFile(join(cwd, `home-${folder}/vault/checkpoint`), 'utf8'), vault);
    if (run.status === 0) return run;
    t.same(await readdir(join(cwd, `home-${folder}`)), ['vault'], 'the home is as it was');
    t.equal(await rowsIn(target), 0, 'nothing that was loaded is left');
    const good = await runScelle(['--home', `home-${folder}`, 'restore', 'backup'], there);
    t.equal(good.status, 0, `a good one goes into the same place: ${good.stderr}`);
    return run;
  };
  const others = join(cwd, 'others');
  await foundDemoLog(others, (await createTestDatabase(t)).serviceUrl, Date.now);
  const otherKey = await readFile(join(others, 'log.key'));
  const exchanged = await forge('forged-key', async ({ home: parts, generation }) => {
    await writeFile(join(cwd, 'forged-key', generation, 'home/log.key'), otherKey);
    const part = parts.find(({ path }) => path === 'log.key');
    if (part !== undefined) part.sha256 = createHash('sha256').update(otherKey).digest('hex');
  });
  t.match(await restoreOf(exchanged), {
    status: 2,
    stderr: /its log\.key is .*, and the events of its log name/,
  });
  const placed = await forge('forged-place', ({ home: parts }) => {
    parts.push({ path: 'vault/checkpoint', mode: 0o666, size: 1, sha256: '0'.repeat(64) });
  });
  t.match(await restoreOf(placed), { status: 2, stderr: /which no backup holds/ });
  const unsigned = await forge('forged-note', manifest => {
    const [line = ''] = /[A-Za-z0-9+/]{20}=\n$/.exec(manifest.checkpoint) ?? [];
    manifest.checkpoint = manifest.checkpoint.replace(line, `${'A'.repeat(20)}=\n`);
  });
  t.match(await restoreOf(unsigned), { status: 2, stderr: /was not signed by the log/ });
  const told = await forge('forged-event', manifest =>
    rewrite('forged-event', manifest, 'event', rows =>
      rows.replace(/("jws": ?")([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.)([A-Za-z0-9_-]{6})/, '$1$2AAAAAA'),
    ),
  );
  t.match(await restoreOf(told), { status: 2, stderr: /differences between what it holds/ });
  const shown = await forge('forged-state', manifest =>
    rewrite('forged-state', manifest, 'officer_role', rows => rows.replace(/("role": ?)"REG"/, '$1"OPS"')),
  );
  t.match(await restoreOf(shown), { status: 2, stderr: /projection/ });
  const strange = await forge('other-key', () => {});
  const key = 'other.example+1592541f+AbJ7FpgPbQ4TxGGkdSvsbxvN9K2WmbrZ4LZGcYXxM0hQ';
  t.not((await restoreOf(strange, '--log-key', key)).status, 0);
  const opened = await forge('open-key', ({ home: parts }) => {
    for (const part of parts) if (part.path === 'log.key') part.mode = 0o666;
  });
  t.equal((await restoreOf(opened)).status, 0);
  t.equal((await stat(join(cwd, 'home-open-key/log.key'))).mode & 0o777, 0o600);
});
