import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Test } from 'tap';
import { foundDemoLog } from '../../src/cli/cast/found-demo-log.js';
import { officersFolder, Stage } from '../../src/cli/cast/stage.js';
import { buildApp } from '../../src/http/app.js';
import type { Policy, VerifierKey } from '../../src/log/index.js';
import { openLogKeys } from '../../src/store/log-key-file.js';
import { type OpenLog, openLog } from '../../src/store/open-log.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

export interface TestStage {
  readonly app: FastifyInstance;
  readonly stage: Stage;
  readonly url: string;
  readonly database: TestDatabase;
  readonly clock: { now: number };
  readonly log: OpenLog;
  /** Folder of the service; each officer's key lies under `officers/NAME`. */
  readonly home: string;
}

/** A founded log behind a listening service, on a database of its own, with a clock that the test moves. */
export async function createTestStage(
  t: Test,
  clock: { now: number } = { now: Date.UTC(2021, 3, 1, 8) },
  policyFor?: (key: VerifierKey) => Promise<Policy>,
): Promise<TestStage> {
  const now = () => clock.now;
  const database = await createTestDatabase(t);
  const home = await mkdtemp(join(tmpdir(), 'scelle-stage-'));
  t.teardown(() => rm(home, { recursive: true, force: true }));
  const demo = await foundDemoLog(home, database.serviceUrl, now);
  const logKeys = await openLogKeys(join(home, 'log.key'), null);
  const log = await openLog({
    serviceUrl: database.serviceUrl,
    vaultFolder: join(home, 'vault'),
    filesFolder: join(home, 'files'),
    logKeys,
    now,
    ...(policyFor === undefined ? {} : { policy: await policyFor(logKeys.first.key) }),
  });
  t.teardown(() => log.close());
  const app = await buildApp({ log, logger: false });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  t.teardown(() => app.close());
  return { app, url, database, clock, log, home, stage: new Stage(demo, url, officersFolder(home), now) };
}
