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
  /** Events taken at once; a larger batch is taken alone. */
  readonly maxGroupEvents: number;
}

/** How the queue handles what it does not look into. */
export interface QueueWork<Batch, Outcome> {
  /** Gives one outcome per batch, in order. */
  work(batches: readonly Batch[]): Promise<readonly Outcome[]>;
  /** Number of events of a batch. */
  sizeOf(batch: Batch): number;
  /** Whether the error would have come whatever the batches were. */
  concernsAll(error: unknown): boolean;
}

/**
 * Group commit: one worker takes the batches that wait and hands them on together, so throughput grows with
 * load. Each caller gets the outcome of its own batch. An error that concerns all reaches all; after any other
 * the group is done again batch by batch, so that one batch cannot cost the others.
 */
export class BatchQueue<Batch, Outcome> {
  readonly #work: QueueWork<Batch, Outcome>;
  readonly #limits: QueueLimits;
  readonly #waiting: Waiting<Batch, Outcome>[] = [];
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(work: QueueWork<Batch, Outcome>, limits: QueueLimits) {
    this.#work = work;
    this.#limits = limits;
  }

  /** @throws AppendUnavailable `stopping` or `queue-full` */
  async add(batch: Batch): Promise<Outcome> {
    if (this.#stopped) throw new AppendUnavailable('stopping', 'the service is stopping');
    if (this.#waiting.length >= this.#limits.maxWaiting) {
      throw new AppendUnavailable('queue-full', `${this.#waiting.length} batches are waiting already`);
    }
    return new Promise<Outcome>((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject });
      this.#running ??= this.#drain();
    });
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Takes no more and waits for those that wait. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) await this.#settle(this.#takeGroup());
    this.#running = undefined;
  }

  #takeGroup(): readonly Waiting<Batch, Outcome>[] {
    const { maxGroup, maxGroupEvents } = this.#limits;
    let count = 0;
    let events = 0;
    for (const { batch } of this.#waiting) {
      events += this.#work.sizeOf(batch);
      if (count > 0 && (count === maxGroup || events > maxGroupEvents)) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #settle(group: readonly Waiting<Batch, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.#work.work(group.map(({ batch }) => batch));
      for (const [position, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[position];
        if (outcome === undefined) reject(new Error('a batch was left without an outcome'));
        else resolve(outcome);
      }
    } catch (error) {
      if (group.length > 1 && !this.#work.concernsAll(error)) {
        for (const one of group) await this.#settle([one]);
      } else {
        for (const { reject } of group) reject(error);
      }
    }
  }
}
