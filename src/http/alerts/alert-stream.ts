import { PassThrough } from 'node:stream';
import {
  type Alert,
  type AlertPosition,
  compareAlerts,
  undatedAlerts,
} from '../../store/readers/alerts/alert.js';

/** What one reader is shown now, or null where his session has ended. */
export type ReadHolding = () => Promise<readonly Alert[] | null>;

export interface AlertStreamParts {
  readonly read: ReadHolding;
  readonly view: (alert: Alert) => unknown;
  readonly cursor: (position: AlertPosition) => string;
  /** The last alert the reader has seen; what began to hold later, or shortly before, is sent. */
  readonly seen: AlertPosition;
  /** Logs what is about to be shown. */
  readonly note: (subjects: readonly string[]) => Promise<void>;
}

/**
 * An alert that an act brings in bears the time the act was received, and becomes visible when it is committed, a
 * little later: whoever comes back is sent the last minute again. Ids are stable, so nothing counts twice.
 */
const overlapMs = 60_000;

/** A reader who does not read: what waits for him is bounded. */
export const mostWaitingBytes = 4 * 1024 * 1024;

/** One reader's stream of server-sent events: `alert` when one begins to hold, `ceased` when it no longer does. */
export class AlertStream {
  readonly output = new PassThrough();
  readonly #parts: AlertStreamParts;
  #polling = false;
  #wanted = false;
  /** By id, what the reader was told and holds still. */
  #told: ReadonlyMap<string, Alert> | null = null;

  constructor(parts: AlertStreamParts) {
    this.#parts = parts;
    // At once, so that a reader and a proxy see that the stream is open.
    this.#write('retry: 5000\n\n');
  }

  /** Tells what has changed since the last time. Asked again meanwhile it looks once more, never twice at a time. */
  async poll(): Promise<void> {
    this.#wanted = true;
    if (this.#polling) return;
    this.#polling = true;
    try {
      while (this.#wanted && !this.output.destroyed && !this.output.writableEnded) {
        this.#wanted = false;
        await this.#tellChanges();
      }
    } finally {
      this.#polling = false;
    }
  }

  async #tellChanges(): Promise<void> {
    const holding = await this.#parts.read();
    if (holding === null) return this.end('session-ended');
    const before = this.#told ?? this.#seenBefore(holding);
    const news = holding.filter(({ id }) => !before.has(id));
    const now = new Map(holding.map(alert => [alert.id, alert]));
    const ceased = [...before.values()].filter(({ id }) => !now.has(id));
    // What ceases is logged too: whoever says where he left off is not shown again what held then.
    const shown = [...news, ...ceased].map(({ subject }) => subject);
    if (shown.length > 0) await this.#parts.note(shown);
    for (const alert of news) this.#tell('alert', this.#parts.view(alert), this.#parts.cursor(alert));
    for (const { id } of ceased) this.#tell('ceased', { id });
    this.#told = now;
  }

  heartbeat(): void {
    this.#write(': still there\n\n');
  }

  end(reason: 'session-ended' | 'stopping'): void {
    this.#tell('end', { reason });
    this.output.end();
  }

  /** On coming back: what was sent the last time, as far as it holds still and its moment tells. */
  #seenBefore(holding: readonly Alert[]): ReadonlyMap<string, Alert> {
    const { seen } = this.#parts;
    const until = { since: seen.since - overlapMs, id: seen.id };
    const before = holding.filter(
      alert => !undatedAlerts.has(alert.kind) && compareAlerts(alert, until) <= 0,
    );
    return new Map(before.map(alert => [alert.id, alert]));
  }

  #tell(event: string, data: unknown, id?: string): void {
    this.#write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #write(text: string): void {
    if (this.output.destroyed || this.output.writableEnded) return;
    if (this.output.writableLength > mostWaitingBytes) this.output.destroy();
    else this.output.write(text);
  }
}
