import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Test } from 'tap';
import type { VerifierKey } from '../../src/log/index.js';
import { buildWitnessApp } from '../../src/witness/witness-app.js';
import { makeWitnessHome, openWitnessHome } from '../../src/witness/witness-home.js';
import { createTestFolder } from './test-folder.js';

export interface TestWitness {
  readonly home: string;
  readonly key: VerifierKey;
  readonly app: FastifyInstance;
  readonly clock: { now: number };
  /** Address without a slash at its end, once `listen` was called. */
  readonly url: string;
  listen(): Promise<string>;
  /** The same home in another process, as it were. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A witness in a folder of its own. */
export async function createTestWitness(
  t: Test,
  logs: readonly VerifierKey[],
  name = 'witness.example/w',
): Promise<TestWitness> {
  const home = join(await createTestFolder(t), 'witness');
  const key = await makeWitnessHome(home, { name, logs, passphrase: null, random: randomBytes });
  const clock = { now: Date.UTC(2026, 5, 1) };
  const start = async () => {
    const opened = await openWitnessHome(home, null, () => clock.now);
    const app = await buildWitnessApp({
      witness: opened.witness,
      key,
      logger: false,
      requestsPerMinute: 1e6,
    });
    return { app, stop: () => app.close().then(() => opened.close()) };
  };
  let running = await start();
  let port = 0;
  const listen = async () => {
    const url = await running.app.listen({ host: '127.0.0.1', port });
    port = Number(new URL(url).port);
    return url;
  };
  t.teardown(() => running.stop());
  return {
    home,
    key,
    clock,
    get app() {
      return running.app;
    },
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    listen,
    async restart() {
      await running.stop();
      running = await start();
      if (port !== 0) await listen();
    },
    stop: () => running.stop(),
  };
}
