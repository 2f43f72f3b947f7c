import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** What a worker of a pool answers to one task. */
export type WorkerAnswer<Result> = { readonly result: Result } | { readonly fault: string };

/**
 * A thread for each core, all with the same script and the same data to begin with. A task goes to the first that is
 * free; one at a time each. A worker that fails fails its task, and the pool with it.
 */
export class WorkerPool<Task, Result> {
  readonly #workers: readonly Worker[];
  readonly #free: Worker[];
  readonly #waiting: Waiting<Task, Result>[] = [];
  readonly #busy = new Map<Worker, Waiting<Task, Result>>();
  #failed: unknown = null;

  /** @param data `workerData` of every thread */
  constructor(script: URL, data: unknown, size = availableParallelism()) {
    this.#workers = Array.from({ length: size }, () => this.#start(script, data));
    this.#free = [...this.#workers];
  }

  get size(): number {
    return this.#workers.length;
  }

  run(task: Task): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#failed !== null) return reject(this.#failed);
      this.#waiting.push({ task, resolve, reject });
      this.#assign();
    });
  }

  /** Ends all threads; tasks that are not done fail. */
  async end(): Promise<void> {
    this.#fail(new Error('the pool of workers has ended'));
    await Promise.all(this.#workers.map(worker => worker.terminate()));
  }

  #start(script: URL, data: unknown): Worker {
    const worker = new Worker(script, { workerData: data });
    worker.on('message', (answer: WorkerAnswer<Result>) => this.#answer(worker, answer));
    worker.on('error', error => this.#fail(error));
    return worker;
  }

  #answer(worker: Worker, answer: WorkerAnswer<Result>): void {
    const done = this.#busy.get(worker);
    this.#busy.delete(worker);
    this.#free.push(worker);
    if ('fault' in answer) done?.reject(new Error(answer.fault));
    else done?.resolve(answer.result);
    this.#assign();
  }

  #assign(): void {
    while (this.#free.length > 0 && this.#waiting.length > 0) {
      const worker = this.#free.pop();
      const next = this.#waiting.shift();
      if (worker === undefined || next === undefined) return;
      this.#busy.set(worker, next);
      worker.postMessage(next.task);
    }
  }

  #fail(error: unknown): void {
    this.#failed ??= error;
    for (const { reject } of [...this.#waiting.splice(0), ...this.#busy.values()]) reject(error);
    this.#busy.clear();
  }
}
