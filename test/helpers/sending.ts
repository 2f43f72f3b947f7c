import type { BatchFile, ReceiptAnswer } from '../../src/client/index.js';
import { Service, ServiceProblem, ServiceUnreachable, submissionOf } from '../../src/client/index.js';

/** What a client was answered, and keeps. */
export interface Held {
  readonly submitted: readonly string[];
  readonly receipts: readonly ReceiptAnswer[];
}

/**
 * Clients that send batches to a service at once, each one after the other, until it goes away. What was not answered
 * waits to be sent again: nobody knows whether it is in the log.
 */
export class Senders {
  readonly held: Held[] = [];
  readonly waiting: (readonly string[])[] = [];

  add(batch: BatchFile): void {
    this.waiting.push(submissionOf(batch));
  }

  /** Sends all that waits, by so many clients; returns when nothing waits or the service is gone. */
  async send(url: string, clients: number): Promise<void> {
    await Promise.all(Array.from({ length: clients }, () => this.#sendOn(url)));
  }

  async #sendOn(url: string): Promise<void> {
    const service = new Service({ url, language: 'en', fetch });
    for (let submitted = this.waiting.shift(); submitted !== undefined; submitted = this.waiting.shift()) {
      try {
        this.held.push({ submitted, receipts: await service.submit(submitted) });
      } catch (error) {
        this.waiting.push(submitted);
        if (error instanceof ServiceUnreachable) return;
        if (!(error instanceof ServiceProblem) || error.problem.status !== 503) throw error;
      }
    }
  }
}

/** Random numbers that a failing run can be repeated with: mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
