import { createHash } from 'node:crypto';
import { startEmbeddedPostgres } from '../../src/store/embedded/index.js';
import { openOwnedFolder } from './test-folder.js';

/** How the runner tells the test files where its server is: a superuser's address. */
export const serverVariable = 'SCELLE_TEST_SERVER';

export interface TestServer {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  stop(): Promise<void>;
}

/**
 * Test data may be lost: nothing waits for the disk, and databases are made and dropped by the dozen.
 * The service itself always runs with `fsync=on`.
 */
export const testSettings = { fsync: 'off', full_page_writes: 'off', max_connections: '300' };

/** A server of our own in a fresh folder, for one run. */
export function startRunServer(): Promise<TestServer> {
  return startIn(undefined);
}

/** A server for test files run by hand, shared by those that run at once; the last to end removes it. */
export function startSharedServer(): Promise<TestServer> {
  return startIn(
    createHash('sha256')
      .update(import.meta.dirname)
      .digest('hex')
      .slice(0, 12),
  );
}

async function startIn(sharedName: string | undefined): Promise<TestServer> {
  const folder = await openOwnedFolder(sharedName);
  try {
    const server = await startEmbeddedPostgres({ directory: folder.path, settings: testSettings });
    return {
      adminUrl: server.adminUrl,
      ownerUrl: server.ownerUrl,
      serviceUrl: server.serviceUrl,
      stop: () => server.stop().then(() => folder.remove()),
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
