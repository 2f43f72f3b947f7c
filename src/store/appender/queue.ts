import { AppendUnavailable } from './outcome.js';

interface Waiting<Batch, Outcome> {
  readonly batch: Batch;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

export interface QueueLimits {
  /** Batches that may wait; one more is refused, and the sender tries later. */
  readonly maxWaiting: number;
  /** Batches taken at once. */
  readonly maxGroup: number;
}

/**
 * Group commit: one worker takes all batches that wait and hands them on together, so throughput grows with
 * load. Each caller gets the outcome of its own batch; an error concerns the whole group and reaches all of it.
 */
export class BatchQueue<Batch, Outcome> {
  readonly #work: (batches: readonly Batch[]) => Promise<readonly Outcome[]>;
  readonly #limits: QueueLimits;
  readonly #waiting: Waiting<Batch, Outcome>[] = [];
  #running: Promise<void> | undefined;
  #stopped = false;

  /** @param work gives one outcome per batch, in order */
  constructor(work: (batches: readonly Batch[]) => Promise<readonly Outcome[]>, limits: QueueLimits) {
    this.#work = work;
    this.#limits = limits;
  }

  add(batch: Batch): Promise<Outcome> {
    if (this.#stopped) throw new AppendUnavailable('stopping', 'the service is stopping');
    if (this.#waiting.length >= this.#limits.maxWaiting) {
      throw new AppendUnavailable('queue-full', `${this.#waiting.length} batches are waiting already`);
    }
    return new Promise<Outcome>((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject });
      this.#running ??= this.#drain();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0, this.#limits.maxGroup);
      try {
        const outcomes = await this.#work(group.map(({ batch }) => batch));
        for (const [position, { resolve, reject }] of group.entries()) {
          const outcome = outcomes[position];
          if (outcome === undefined) reject(new Error('a batch was left without an outcome'));
          else resolve(outcome);
        }
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#running = undefined;
  }
}
