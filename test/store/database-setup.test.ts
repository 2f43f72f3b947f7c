import {
  type DatabaseConnection,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely';
import t from 'tap';
import { makeDatabaseAvailable } from '../../src/store/available-database.js';
import { openDatabase } from '../../src/store/database.js';
import {
  checkBeforeMigration,
  type DatabaseFault,
  DatabaseSetupError,
} from '../../src/store/database-setup.js';
import { createTestDatabase } from '../helpers/test-database.js';

type NoTables = Record<string, never>;

/** A server that answers every query with these columns. */
function serverSaying(row: Readonly<Record<string, unknown>>): Kysely<NoTables> {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>() => ({ rows: [row as Row] }),
    async *streamQuery() {},
  };
  const nothing = async () => {};
  return new Kysely<NoTables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        beginTransaction: nothing,
        commitTransaction: nothing,
        rollbackTransaction: nothing,
        releaseConnection: nothing,
        destroy: nothing,
      }),
      createIntrospector: db => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

const good = {
  version: '15.0 (Debian)',
  encoding: 'UTF8',
  roles: 1,
  offered: ['btree_gist', 'pg_trgm'],
  added: [],
  mayCreate: true,
};

t.test('what the server lacks is named before a migration begins', async t => {
  await checkBeforeMigration(serverSaying(good));
  await checkBeforeMigration(serverSaying({ ...good, added: good.offered, offered: [], mayCreate: false }));
  const refused: [object, DatabaseFault, RegExp][] = [
    [{ version: '14.11' }, 'postgres-too-old', /14\.11 is too old: 15/],
    [{ encoding: 'SQL_ASCII' }, 'encoding-not-utf8', /SQL_ASCII/],
    [{ roles: 0 }, 'service-role-missing', /scelle_service/],
    [{ offered: ['pg_trgm'] }, 'extensions-not-offered', /btree_gist: install/],
    [{ added: ['pg_trgm'], mayCreate: false }, 'extensions-forbidden', /extension btree_gist:/],
  ];
  for (const [change, fault, message] of refused) {
    const error = await checkBeforeMigration(serverSaying({ ...good, ...change })).catch(caught => caught);
    t.match(error, { name: 'DatabaseSetupError', fault, message });
    t.not(error.text.fr, error.text.en, fault);
  }
});

t.test('the service connects only as a role that cannot change the log (design section 5)', async t => {
  const { serviceUrl, ownerUrl, adminUrl, name } = await createTestDatabase(t);
  const admin = openDatabase<NoTables>(adminUrl, { maxConnections: 1 });
  t.teardown(() => admin.destroy());
  const as = (databaseUrl: string) =>
    makeDatabaseAvailable({ home: '/nowhere', databaseUrl, ownerUrl: null });
  const fault = (databaseUrl: string) =>
    as(databaseUrl).then(
      () => null,
      error => (error instanceof DatabaseSetupError ? error.fault : error),
    );
  const changed = (change: (url: URL) => void) => {
    const url = new URL(serviceUrl);
    change(url);
    return url.toString();
  };

  t.equal((await as(serviceUrl)).serviceUrl, serviceUrl);
  t.equal(await fault(adminUrl), 'service-is-superuser');
  t.equal(await fault(ownerUrl), 'service-is-owner');
  await sql`grant update on event to scelle_service`.execute(admin);
  t.equal(await fault(serviceUrl), 'service-may-change-log');
  await sql`revoke update on event from scelle_service`.execute(admin);
  await sql`grant delete on access_log to scelle_service`.execute(admin);
  t.equal(await fault(serviceUrl), 'service-may-change-log');
  await sql`revoke delete on access_log from scelle_service`.execute(admin);
  t.equal(await fault(serviceUrl), null);

  const wrong = changed(url => {
    url.password = 'wrong-secret';
  });
  t.equal(await fault(wrong), 'login-refused');
  t.notMatch((await as(wrong).catch(error => error)).message, /wrong-secret/, 'no password is shown');
  t.equal(await fault(changed(url => (url.pathname = `/${name}_none`))), 'database-missing');
  t.equal(await fault(changed(url => (url.port = '1'))), 'unreachable');
  t.equal(await fault(changed(url => (url.hostname = 'no-such-host.invalid'))), 'unreachable');
});
