import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Test } from 'tap';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import type { Appender, AppenderParts } from '../../src/store/appender/appender.js';
import { foundLog } from '../../src/store/appender/found-log.js';
import type { Receipt } from '../../src/store/appender/outcome.js';
import { openDatabase } from '../../src/store/database.js';
import { registeredKeys } from '../../src/store/keys.js';
import { LogKeys } from '../../src/store/log-keys.js';
import { type LogPlaces, type OpenLog, openLog } from '../../src/store/open-log.js';
import type { Database } from '../../src/store/schema/index.js';
import { Cast } from './cast.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';
import { createTestFolder } from './test-folder.js';

export interface TestLog {
  readonly cast: Cast;
  readonly database: TestDatabase;
  readonly places: LogPlaces;
  readonly log: OpenLog;
  readonly db: Kysely<Database>;
  readonly appender: Appender;
  /** What the appender is made of, to make others with a part exchanged. */
  readonly parts: AppenderParts;
}

/** A founded log on a database of its own, with vault and files in a folder of its own. The clock is the cast's. */
export async function createTestLog(t: Test): Promise<TestLog> {
  const database = await createTestDatabase(t);
  const folder = await createTestFolder(t);
  const cast = await Cast.found();
  const { origin, logKey } = cast;
  const now = () => cast.now;
  const places: LogPlaces = {
    serviceUrl: database.serviceUrl,
    vaultFolder: join(folder, 'vault'),
    filesFolder: join(folder, 'files'),
    logKeys: new LogKeys([logKey]),
    now,
    database: { maxConnections: 4 },
  };
  const random = (length: number) => randomBytes(length);
  await foundTestLog(places, cast);
  const log = await openLog(places);
  t.teardown(() => log.close());
  const { db, appender, vault, sopDocuments } = log;
  const findKey = registeredKeys(db);
  const parts = { db, vault, logKeys: places.logKeys, origin, findKey, sopDocuments, now, random };
  return { cast, database, places, log, db, appender, parts };
}

async function foundTestLog({ serviceUrl, vaultFolder, now }: LogPlaces, cast: Cast): Promise<void> {
  const db = openDatabase<Database>(serviceUrl, { maxConnections: 1 });
  try {
    const founded = await foundLog({
      db,
      vaultFolder,
      origin: cast.origin,
      logKey: cast.logKey,
      sop: reconstruction,
      submitted: await cast.founding(),
      now,
      random: length => randomBytes(length),
    });
    if (founded.kind !== 'founded') throw new Error(`the log was not founded: ${JSON.stringify(founded)}`);
  } finally {
    await db.destroy();
  }
}

/** Submits what must be appended, and gives its receipts. */
export async function append(appender: Appender, submitted: readonly string[]): Promise<readonly Receipt[]> {
  const outcome = await appender.submit(submitted);
  if (outcome.kind !== 'appended') throw new Error(`not appended: ${JSON.stringify(outcome, null, 2)}`);
  return outcome.receipts;
}
