import type { SignedEvent } from '../../log/index.js';

type Naming = Pick<SignedEvent, 'refs' | 'body'>;

/**
 * Which events of an export later events rely on, and how often still. An export is read twice: first for the names
 * alone, then to be judged; so that of a long log only those events are kept that something is still waiting for.
 */
export class NamedEvents {
  readonly #left = new Map<string, number>();

  /** For each event, before any of them is judged. */
  note(event: Naming): void {
    for (const id of namedBy(event)) this.#left.set(id, (this.#left.get(id) ?? 0) + 1);
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
