import t from 'tap';
import { openDatabase } from '../../../src/store/database.js';
import { checkMigrated } from '../../../src/store/migrate.js';
import { createTestDatabase } from '../test-database.js';

/** For the test of the runner: uses the run's database. */
t.test('a database of its own', async t => {
  const { serviceUrl } = await createTestDatabase(t);
  const database = openDatabase<Record<string, never>>(serviceUrl);
  t.teardown(() => database.destroy());
  await checkMigrated(database);
  t.ok(true);
});
