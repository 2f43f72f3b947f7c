import type { SignedEvent } from '../../log/index.js';

/** Claims that were not handed over, and those of them that the log says were erased (log-format section 2). */
export class WithheldClaims {
  readonly #withheld = new Map<string, number>();
  readonly #erased = new Map<string, number>();

  /** @param withheld digests in the event without a disclosure */
  take({ eventId, type, body }: SignedEvent, index: number, withheld: readonly string[]): void {
    for (const digest of withheld) this.#withheld.set(`${eventId} ${digest}`, index);
    if (!type.endsWith('.disclosure-erased')) return;
    const name = `${body.eventId} ${body.digest}`;
    const at = this.#withheld.get(name);
    if (at !== undefined) this.#erased.set(name, at);
  }

  /** Leaf indices of events with such claims, each once, in ascending order. */
  get withheld(): readonly number[] {
    return unique([...this.#withheld].filter(([name]) => !this.#erased.has(name)).map(([, index]) => index));
  }

  get erased(): readonly number[] {
    return unique([...this.#erased.values()]);
  }
}

function unique(leaves: readonly number[]): readonly number[] {
  return [...new Set(leaves)].sort((left, right) => left - right);
}
