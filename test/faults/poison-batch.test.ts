import { sql } from 'kysely';
import t from 'tap';
import { openDatabase } from '../../src/store/database.js';
import type { Database } from '../../src/store/schema/index.js';
import { checkLog } from '../helpers/check-log.js';
import { append, createTestLog } from '../helpers/test-log.js';

t.test(
  'design section 4: a batch that the database cannot take costs the others of its group nothing',
  async t => {
    const { appender, cast, database, log } = await createTestLog(t);
    const owner = openDatabase<Database>(database.ownerUrl, { maxConnections: 1 });
    t.teardown(() => owner.destroy());
    const batches = [];
    for (let n = 0; n < 5; n++) batches.push(await cast.enlist(`DEMO-WIT-${n}`, ['WIT']));
    const { officer } = cast.member('DEMO-WIT-2');
    await sql`alter table officer add constraint poison check (id <> ${sql.lit(officer)})`.execute(owner);
    const settled = await Promise.allSettled(batches.map(batch => appender.submit(batch)));
    t.same(
      settled.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
    );
    t.match(settled[2], { reason: { constraint: 'poison' } });
    await checkLog(t, log);
    await sql`alter table officer drop constraint poison`.execute(owner);
    await append(appender, batches[2] ?? []);
    t.equal((await checkLog(t, log)).size, 6 + batches.flat().length, 'it can be sent again');
  },
);
