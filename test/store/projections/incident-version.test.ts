import { type Kysely, sql } from 'kysely';
import t from 'tap';
import { up as versions } from '../../../migrations/0071-incident-versions.js';
import { up as definitions } from '../../../migrations/0081-definitions-followed.js';
import { up as withdrawn } from '../../../migrations/0082-incidents-withdrawn.js';
import { base64Bytes, decodeLeaf, leafHash, readActs } from '../../../src/log/index.js';
import { insertDisclosures, insertEvents } from '../../../src/store/appender/insert.js';
import { openDatabase, transact } from '../../../src/store/database.js';
import { replayStretch } from '../../../src/store/rebuild/replay-log.js';
import type { Database } from '../../../src/store/schema/index.js';
import { readKeptLog, verifyKeptEvents } from '../../helpers/kept-log.js';
import { createTestDatabase } from '../../helpers/test-database.js';

t.setTimeout(300_000);

/** The log of the first release, of which every incident was opened in form 1. */
async function keptLog(db: Kysely<Database>): Promise<void> {
  const log = await readKeptLog();
  const events = await verifyKeptEvents(log);
  const sequenced = events.map((event, index) => {
    const { leaf, disclosures } = log.events[index] ?? { leaf: '', disclosures: [] };
    const bytes = base64Bytes(leaf, 'leaf');
    const { receivedAt } = decodeLeaf(bytes);
    return { event, disclosures, index, receivedAt, leaf: bytes, leafHash: leafHash(bytes) };
  });
  const sopDocuments = { load: async (sha256: string) => (sha256 === log.sopSha256 ? log.sop : undefined) };
  await transact(db, async ({ db: trx }) => {
    await insertEvents(trx, sequenced);
    await insertDisclosures(trx, sequenced);
    const logSubject = events[0]?.subject ?? '';
    const replay = { trx, logSubject, sopDocuments, saltsOf: async () => log.salts };
    await replayStretch(replay, { firstIndex: 0, acts: readActs(events).acts, sequenced });
  });
}

const rowsOf = (db: Kysely<Database>) =>
  db.selectFrom('incident_version').selectAll().orderBy('incident').orderBy('known_index').execute();

t.test(
  'RQ-13: a log that is there comes through the migrations to the rows that a rebuild makes',
  async t => {
    const { ownerUrl } = await createTestDatabase(t);
    const db = openDatabase<Database>(ownerUrl, { maxConnections: 1 });
    t.teardown(() => db.destroy());
    await keptLog(db);
    const rows = await rowsOf(db);
    t.ok(rows.length > 0);
    t.equal(rows[0]?.exploitation, null);
    await sql`drop table incident_version; alter table incident drop column withdrawn`.execute(db);
    const owner = db as unknown as Kysely<unknown>;
    await versions(owner);
    await definitions(owner);
    await withdrawn(owner);
    t.same(await rowsOf(db), rows);
  },
);
