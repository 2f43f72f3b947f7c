import { dirname } from 'node:path';
import t from 'tap';
import { readOwedActs } from '../../src/store/administration/owed-acts.js';
import { openDatabase } from '../../src/store/database.js';
import type { Database } from '../../src/store/schema/index.js';
import { runScelle, scelleJson } from '../helpers/scelle-program.js';
import { createEmptyDatabase } from '../helpers/test-database.js';
import { append, createTestLog } from '../helpers/test-log.js';

t.test(
  'scelle rebuild: in place and into a second database, compared row by row, under a running service',
  async t => {
    const { appender, cast, database, log, places } = await createTestLog(t);
    await append(appender, await cast.enlist('DEMO-WIT-1', ['WIT']));
    const cwd = dirname(places.filesFolder);
    const service = { cwd, env: { DATABASE_URL: database.serviceUrl } };
    const owner = { cwd, env: { ...service.env, MIGRATION_DATABASE_URL: database.ownerUrl } };
    const rebuild = ['--home', '.', 'rebuild'];

    const first = await runScelle([...rebuild, '--compare'], owner);
    t.match(first, {
      status: 0,
      stdout: /^Made anew from \d+ events\.\n\d+ rows compared: no difference\.\n$/,
    });
    t.match(first.stderr, /^Noted; the log is told of it when/m, 'no key of an operator is at hand');
    const owed = await readOwedActs(log.db);
    t.match(owed, [{ act: 'REBUILT', details: { size: Number } }]);
    t.match(first.stderr, /^100 % {2}(\d+)\/\1$/m, 'progress on standard error');
    t.match(await runScelle(rebuild, service), { status: 2, stderr: /MIGRATION_DATABASE_URL/ });

    const db = openDatabase<Database>(database.ownerUrl, { maxConnections: 1 });
    t.teardown(() => db.destroy());
    await db
      .updateTable('officer')
      .set({ national: true })
      .where('id', '=', cast.member('DEMO-WIT-1').officer)
      .execute();
    const differing = await runScelle(['--lang', 'fr', '--json', ...rebuild, '--compare'], owner);
    t.equal(differing.status, 6);
    t.equal(differing.stdout.split('\n').length, 2, 'one line');
    const told = JSON.parse(differing.stdout);
    t.match(told.differences, [{ table: 'officer', was: 'different' }]);
    t.notMatch(differing.stdout, 'DEMO-WIT-1', 'a name is withheld from the terminal too');

    const second = await createEmptyDatabase(t);
    const into = [...rebuild, '--into', second.ownerUrl, '--compare'];
    const made = await scelleJson(into, service);
    t.same(made.differences, []);
    t.equal(made.events, told.events);
    t.equal(made.rows.event, made.events);
    t.match(await runScelle(into, service), { status: 1, stderr: /holds a log already/ });
    await append(appender, await cast.enlist('DEMO-WIT-2', ['WIT']));
  },
);
