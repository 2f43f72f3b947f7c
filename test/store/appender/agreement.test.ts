import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import t from 'tap';
import { requireReady } from '../../../src/store/appender/agreement.js';
import { openDatabase } from '../../../src/store/database.js';
import { openLog } from '../../../src/store/open-log.js';
import type { Database } from '../../../src/store/schema/index.js';
import { createTestLog } from '../../helpers/test-log.js';

t.test('a service is not ready where events are gone while tree and vault stand', async t => {
  const { database, log } = await createTestLog(t);
  const { size } = await requireReady(log);
  t.ok(size > 1);
  const owner = openDatabase<Database>(database.ownerUrl, { maxConnections: 1 });
  t.teardown(() => owner.destroy());
  await sql`alter table event disable trigger user`.execute(owner);
  const { rows } = await sql<{ table: string; name: string }>`
    select conrelid::regclass::text as table, conname::text as name from pg_constraint
    where contype = 'f' and confrelid = 'event'::regclass`.execute(owner);
  for (const { table, name } of rows)
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(owner);
  const last = size - 1;
  const missing = (message: RegExp) => t.rejects(requireReady(log), { reason: 'database', message });
  await sql`update event set leaf = (select leaf from event where log_index = 0) where log_index = ${last}`.execute(
    owner,
  );
  await missing(/is not the one in the tree/);
  await sql`delete from event where log_index = ${last}`.execute(owner);
  await missing(/gone/);
  await sql`delete from event`.execute(owner);
  await missing(/are gone/);
});

t.test('log-format section 5: a vault whose note the log did not sign is none', async t => {
  const { places, log } = await createTestLog(t);
  const path = join(places.vaultFolder, 'checkpoint');
  const note = await readFile(path, 'utf8');
  await writeFile(path, note.replace(/\n\d+\n/, '\n1\n'));
  await t.rejects(openLog(places), { name: 'VaultError' });
  await t.rejects(log.vault.read(), { name: 'VaultError' });
  await writeFile(path, note);
  t.equal((await log.vault.read()).note, note);
});
