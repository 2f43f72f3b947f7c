import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Test } from 'tap';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { sopReference } from '../../src/custody/sop/sop-bytes.js';
import { Appender, type AppenderParts } from '../../src/store/appender/appender.js';
import { foundLog } from '../../src/store/appender/found-log.js';
import { openDatabase } from '../../src/store/database.js';
import { registeredKeys } from '../../src/store/keys.js';
import { readSignedCheckpoint } from '../../src/store/read-signed-checkpoint.js';
import type { Database } from '../../src/store/schema/index.js';
import { FileVault } from '../../src/store/vault.js';
import { Cast } from './cast.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface TestLog {
  readonly cast: Cast;
  readonly db: Kysely<Database>;
  readonly database: TestDatabase;
  readonly vaultFolder: string;
  readonly parts: AppenderParts;
  readonly appender: Appender;
}

/** A founded log on a database of its own, with a vault in a folder of its own. The clock is the cast's. */
export async function createTestLog(t: Test): Promise<TestLog> {
  const database = await createTestDatabase(t);
  const db = openDatabase<Database>(database.serviceUrl, { maxConnections: 4 });
  t.teardown(() => db.destroy());
  const folder = await mkdtemp(join(tmpdir(), 'scelle-vault-'));
  t.teardown(() => rm(folder, { recursive: true, force: true }));
  const vaultFolder = join(folder, 'vault');
  const cast = await Cast.found();
  const { origin, logKey } = cast;
  const random = (length: number) => randomBytes(length);
  const now = () => cast.now;
  const founded = await foundLog({
    db,
    vaultFolder,
    origin,
    logKey,
    sop: reconstruction,
    submitted: await cast.founding(),
    now,
    random,
  });
  if (founded.kind !== 'founded') throw new Error(`the log was not founded: ${JSON.stringify(founded)}`);
  const parts: AppenderParts = {
    db,
    vault: new FileVault(vaultFolder, note => readSignedCheckpoint(note, origin)),
    logKey,
    origin,
    findKey: registeredKeys(db),
    sopDocuments: new Map([[sopReference(reconstruction).sha256, reconstruction]]),
    sop: reconstruction,
    now,
    random,
  };
  const appender = new Appender(parts);
  t.teardown(() => appender.stop());
  return { cast, db, database, vaultFolder, parts, appender };
}
