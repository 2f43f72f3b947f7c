import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PublicKey } from '../../log/index.js';
import { CheckFailure, type Examined, type Examiner } from '../../verify/index.js';
import type { ExaminerAnswer, ExaminerRequest } from './examiner-worker.js';

const LINES_AT_ONCE = 128;
const PARTS_PER_WORKER = 2;

export interface ExaminerPool extends Examiner {
  close(): Promise<void>;
}

/** One worker with what was asked of it, oldest first; it answers in this order. */
class PooledWorker {
  readonly #worker: Worker;
  readonly #asked: { resolve(answer: ExaminerAnswer): void; reject(error: unknown): void }[] = [];
  #unsent: PublicKey[] = [];

  constructor(script: URL) {
    this.#worker = new Worker(script, { workerData: 'examiner' });
    this.#worker.on('message', (answer: ExaminerAnswer) => this.#asked.shift()?.resolve(answer));
    this.#worker.on('error', error => {
      for (const { reject } of this.#asked.splice(0)) reject(error);
    });
  }

  get waiting(): number {
    return this.#asked.length;
  }

  learn(key: PublicKey): void {
    this.#unsent.push(key);
  }

  ask(lines: readonly string[]): Promise<ExaminerAnswer> {
    const request: ExaminerRequest = { keys: this.#unsent, lines };
    this.#unsent = [];
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}

/**
 * Examines lines on all cores.
 * @param script what a worker runs: it calls `serveExaminer`
 */
export function createExaminerPool(script: URL, size: number = availableParallelism()): ExaminerPool {
  const workers = Array.from({ length: size }, () => new PooledWorker(script));
  return {
    linesAtOnce: LINES_AT_ONCE,
    partsAtOnce: size * PARTS_PER_WORKER,
    learn(key) {
      for (const worker of workers) worker.learn(key);
    },
    async examine(lines): Promise<readonly Examined[]> {
      const [idlest] = [...workers].sort((left, right) => left.waiting - right.waiting);
      const answer = await idlest?.ask(lines);
      if (answer === undefined) throw new Error('a pool without workers');
      if ('examined' in answer) return answer.examined;
      const { check, where, detail } = answer.failure;
      throw new CheckFailure(check, where, detail);
    },
    async close() {
      await Promise.all(workers.map(worker => worker.close()));
    },
  };
}
