import t from 'tap';
import {
  base64Bytes,
  decodeLeaf,
  equalBytes,
  leafHash,
  parsePolicy,
  readActs,
  verifyCheckpoint,
} from '../../../src/log/index.js';
import { insertDisclosures, insertEvents } from '../../../src/store/appender/insert.js';
import { openDatabase, transact } from '../../../src/store/database.js';
import { rebuildInto } from '../../../src/store/rebuild/rebuild-into.js';
import { replayStretch } from '../../../src/store/rebuild/replay-log.js';
import type { Database } from '../../../src/store/schema/index.js';
import { readKeptLog, verifyKeptEvents } from '../../helpers/kept-log.js';
import { createTestDatabase } from '../../helpers/test-database.js';

t.setTimeout(600_000);

t.test('a log that was kept is made into a database again, and rebuilt from there row by row', async t => {
  const log = await readKeptLog();
  const events = await verifyKeptEvents(log);
  const [first] = events;
  if (first === undefined) throw new Error('an empty log');
  const open = async () => {
    const db = openDatabase<Database>((await createTestDatabase(t)).ownerUrl, { maxConnections: 2 });
    t.teardown(() => db.destroy());
    return db;
  };
  const sequenced = events.map((event, index) => {
    const { leaf, disclosures } = log.events[index] ?? { leaf: '', disclosures: [] };
    const bytes = base64Bytes(leaf, 'leaf');
    const { receivedAt } = decodeLeaf(bytes);
    return { event, disclosures, index, receivedAt, leaf: bytes, leafHash: leafHash(bytes) };
  });
  const sopDocuments = { load: async (sha256: string) => (sha256 === log.sopSha256 ? log.sop : undefined) };
  const policy = parsePolicy(`log ${log.logKey}\nquorum none\n`);
  const { size, root } = await verifyCheckpoint(log.checkpoint, policy);

  const db = await open();
  await transact(db, async ({ db: trx }) => {
    await insertEvents(trx, sequenced);
    await insertDisclosures(trx, sequenced);
    const replay = { trx, logSubject: first.subject, sopDocuments, saltsOf: async () => log.salts };
    const { acts } = readActs(events);
    const rebuilt = await replayStretch(replay, { firstIndex: 0, acts, sequenced });
    t.ok(equalBytes(rebuilt, root), 'the root that was signed then');
    await trx
      .insertInto('log_state')
      .values({
        origin: first.log,
        subject: first.subject,
        size,
        root: Buffer.from(root),
        received_at: sequenced.at(-1)?.receivedAt ?? 0,
      })
      .execute();
  });

  const compared = await rebuildInto(db, await open(), sopDocuments, { compare: true });
  t.same(compared?.differences, []);
  for (const [table, count] of Object.entries(compared?.rows ?? {})) t.comment(`${table}: ${count} rows`);
  t.ok((compared?.rows.custody_interval ?? 0) > 50);
});
