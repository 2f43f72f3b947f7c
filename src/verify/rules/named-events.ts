import type { SignedEvent } from '../../log/index.js';

/** b64url of a SHA-256. */
const DIGEST = /^[\w-]{43}$/;

type Naming = Pick<SignedEvent, 'refs' | 'body'>;

/**
 * Which events of an export later events rely on, and how often still. An export is read twice: first for the names
 * alone, then to be judged; so that of a long log only those events are kept that something is still waiting for.
 */
export class NamedEvents {
  readonly #left = new Map<string, number>();
  readonly #most: number;

  /** @param most names held; an honest log of as many events has fewer */
  constructor(most = 5_000_000) {
    this.#most = most;
  }

  /**
   * For each event, before any of them is judged; what is no digest names nothing.
   * @returns whether there is room for more names
   */
  note(event: Naming): boolean {
    for (const id of namedBy(event)) {
      if (DIGEST.test(id)) this.#left.set(id, (this.#left.get(id) ?? 0) + 1);
    }
    return this.#left.size <= this.#most;
  }

  isAwaited(eventId: string): boolean {
    return this.#left.has(eventId);
  }

  /** The event was judged. @returns what nothing waits for any longer */
  settle(event: Naming): readonly string[] {
    return namedBy(event).filter(id => {
      const left = (this.#left.get(id) ?? 0) - 1;
      if (left > 0) this.#left.set(id, left);
      else this.#left.delete(id);
      return left <= 0;
    });
  }
}

function namedBy({ refs, body: { group } }: Naming): readonly string[] {
  return typeof group === 'string' ? [...refs, group] : refs;
}
