import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer } from './worker-pool.js';

/** The other end of a `WorkerPool`: answers each task with what `work` makes of it. To be called in the worker's script. */
export function answerTasks<Task, Result>(work: (task: Task) => Promise<Result>): void {
  parentPort?.on('message', async (task: Task) => {
    const answer: WorkerAnswer<Result> = await work(task).then(
      result => ({ result }),
      (error: unknown) => ({
        fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    );
    parentPort?.postMessage(answer);
  });
}
