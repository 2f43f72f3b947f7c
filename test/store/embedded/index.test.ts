import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import t from 'tap';
import { startEmbeddedPostgres } from '../../../src/store/embedded/index.js';
import { query, startServerIn } from '../../helpers/embedded.js';
import { createTestFolder } from '../../helpers/test-folder.js';

t.test('a start with no configuration at all', async t => {
  const directory = await createTestFolder(t);
  const server = await startEmbeddedPostgres({ directory });
  const rows = await query(
    server.serviceUrl,
    `select current_user as role, current_database() as database, current_setting('fsync') as fsync,
      current_setting('server_encoding') as encoding, current_setting('synchronous_commit') as commit,
      current_setting('listen_addresses') as listen, 'é' < 'z' as linguistic, upper('é') as upper`,
  );
  t.same(rows, [
    {
      role: 'scelle_service',
      database: 'scelle',
      fsync: 'on',
      encoding: 'UTF8',
      commit: 'on',
      listen: '127.0.0.1',
      linguistic: false,
      upper: 'É',
    },
  ]);
  t.equal((await stat(join(directory, 'server.json'))).mode & 0o777, 0o600, 'only we read the passwords');
  t.equal((await stat(join(directory, 'data'))).mode & 0o777, 0o700);
  const log = await readFile(join(directory, 'server.log'), 'utf8');
  for (const address of [server.adminUrl, server.ownerUrl, server.serviceUrl]) {
    t.notMatch(log, new URL(address).password);
  }
  await t.rejects(query(server.serviceUrl, 'create table t (id int)'), { code: '42501' });
  await t.rejects(query(server.serviceUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1'), { code: '28P01' });
  await query(server.ownerUrl, 'create extension btree_gist; create table kept as select 1 as id');

  await server.stop();
  await t.rejects(query(server.serviceUrl, 'select 1'), { code: 'ECONNREFUSED' });

  const again = await startEmbeddedPostgres({ directory });
  t.same(
    [again.port, again.adminUrl, again.serviceUrl],
    [server.port, server.adminUrl, server.serviceUrl],
    'port and passwords stay',
  );
  t.same(await query(again.ownerUrl, 'select id from kept'), [{ id: 1 }]);
  await again.stop();
});

t.test('the port kept from last time is taken', async t => {
  const directory = await createTestFolder(t);
  const first = await startServerIn(directory);
  await first.stop();
  const squatter = createServer().listen(first.port, '127.0.0.1');
  await once(squatter, 'listening');
  t.teardown(() => squatter.close());
  const second = await startServerIn(directory);
  t.not(second.port, first.port);
  await query(second.serviceUrl, 'select 1');
  await second.stop();
  await t.rejects(
    startEmbeddedPostgres({ directory, port: first.port }),
    /could not bind|Address already in use/i,
  );
});

t.test('data of another major version, or damaged settings, are refused by name', async t => {
  const directory = await createTestFolder(t);
  const server = await startServerIn(directory);
  await server.stop();
  const version = join(directory, 'data/PG_VERSION');
  const was = await readFile(version, 'utf8');
  await writeFile(version, '17\n');
  await t.rejects(startServerIn(directory), /made by PostgreSQL 17; this release brings 18/);
  await writeFile(version, was);
  await writeFile(join(directory, 'server.json'), '{"port": 1}');
  await t.rejects(startServerIn(directory), /server\.json is damaged/);
});
