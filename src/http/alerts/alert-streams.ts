import type { FastifyBaseLogger } from 'fastify';
import { AlertStream, type AlertStreamParts } from './alert-stream.js';

export interface AlertPace {
  /** Longest time after which every stream looks again: what time alone brings is seen by then. */
  readonly pollMs: number;
  /** Shortest time between two looks, however much is appended; looks that take longer are as far apart as they take. */
  readonly shortestMs: number;
  readonly heartbeatMs: number;
  /** Streams open at once in this process, and of one officer. */
  readonly streams: number;
  readonly streamsOfOfficer: number;
  /** Alerts that one stream watches, the oldest; who has more has other worries than a stream. */
  readonly alertsInStream: number;
}

export const usualAlertPace: AlertPace = {
  pollMs: 10_000,
  // What an append brings is told within a second (V13).
  shortestMs: 500,
  heartbeatMs: 20_000,
  streams: 64,
  streamsOfOfficer: 4,
  alertsInStream: 5_000,
};

/** All streams of this process. They look one after another, so that many readers are one load on the database. */
export class AlertStreams {
  readonly #pace: AlertPace;
  readonly #logger: FastifyBaseLogger;
  readonly #streams = new Map<AlertStream, string>();
  #timer: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #running = false;
  #again = false;
  #lastRun = Number.NEGATIVE_INFINITY;
  #stopped = false;

  constructor(pace: AlertPace, logger: FastifyBaseLogger) {
    this.#pace = pace;
    this.#logger = logger;
  }

  /** Alerts that one stream watches. */
  get alertsInStream(): number {
    return this.#pace.alertsInStream;
  }

  get size(): number {
    return this.#streams.size;
  }

  /** Is there room for one more of this officer? */
  hasRoom(officer: string): boolean {
    const own = [...this.#streams.values()].filter(holder => holder === officer).length;
    const { streams, streamsOfOfficer } = this.#pace;
    return !this.#stopped && this.#streams.size < streams && own < streamsOfOfficer;
  }

  /** Opens a stream, which is forgotten when either side closes it. */
  open(officer: string, parts: AlertStreamParts): AlertStream {
    const stream = new AlertStream(parts);
    this.#streams.set(stream, officer);
    stream.output.once('close', () => this.#forget(stream));
    this.#heartbeat ??= setInterval(() => this.#beat(), this.#pace.heartbeatMs).unref();
    void this.#look(stream);
    if (this.#timer === undefined && !this.#running) this.#schedule(this.#pace.pollMs);
    return stream;
  }

  /** Something was appended: look soon, though not more often than the pace allows. */
  wake(): void {
    if (this.#running) this.#again = true;
    else if (this.#streams.size > 0)
      this.#schedule(Math.max(0, this.#lastRun + this.#pace.shortestMs - performance.now()));
  }

  stop(): void {
    this.#stopped = true;
    for (const stream of this.#streams.keys()) stream.end('stopping');
    this.#rest();
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#stopped || this.#streams.size === 0) return;
    this.#timer = setTimeout(() => void this.#lookAll(), delay).unref();
  }

  async #lookAll(): Promise<void> {
    this.#running = true;
    this.#again = false;
    this.#lastRun = performance.now();
    for (const stream of this.#streams.keys()) await this.#look(stream);
    this.#running = false;
    const took = performance.now() - this.#lastRun;
    this.#schedule(this.#again ? Math.max(this.#pace.shortestMs - took, took) : this.#pace.pollMs);
  }

  /** A database that is away for a while ends no stream: the next look tells what was missed. */
  async #look(stream: AlertStream): Promise<void> {
    await stream.poll().catch((error: unknown) => this.#logger.warn(error, 'alerts could not be read'));
  }

  #beat(): void {
    for (const stream of this.#streams.keys()) stream.heartbeat();
  }

  #forget(stream: AlertStream): void {
    this.#streams.delete(stream);
    if (this.#streams.size === 0) this.#rest();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#heartbeat);
    this.#timer = undefined;
    this.#heartbeat = undefined;
  }
}
