import { availableParallelism } from 'node:os';
import type { EventFindings, StoredEvent } from '../../store/fsck/check-event.js';
import type { BeginChecks } from '../../store/fsck/check-events.js';
import { WorkerPool } from '../workers/worker-pool.js';

/** Events a worker is given at once: handing them over costs little beside their signatures. */
const portion = 64;

/** Events in memory at once: enough that no core waits for the others. */
export const fsckStretch = portion * 8 * availableParallelism();

/** Checks events with a thread for each core. */
export const checkOnAllCores: BeginChecks = ground => {
  const pool = new WorkerPool<readonly StoredEvent[], readonly EventFindings[]>(
    new URL('./check-event-worker.js', import.meta.url),
    ground,
  );
  return {
    async check(events) {
      const portions = Array.from({ length: Math.ceil(events.length / portion) }, (_, at) =>
        events.slice(at * portion, (at + 1) * portion),
      );
      return (await Promise.all(portions.map(part => pool.run(part)))).flat();
    },
    end: () => pool.end(),
  };
};
