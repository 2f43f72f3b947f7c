import {
  checkSuccessor,
  FormatError,
  type HistoryHead,
  type Leaf,
  type SignedEvent,
} from '../../log/index.js';

/** The last event inside of each subject. */
export class Histories {
  readonly #heads = new Map<string, HistoryHead>();

  /**
   * The event follows the one before it in its subject's history. Of a subject that is not whole only some events
   * are inside: what lies between them cannot be compared.
   * @throws {FormatError} `sequence`, `prev` or `prev-leaf`
   */
  take(event: SignedEvent, leaf: Leaf & { readonly hash: Uint8Array }, whole: boolean): void {
    const head = this.#heads.get(event.subject);
    const seq = head?.seq ?? 0;
    if (whole || event.seq <= seq + 1) checkSuccessor(head, event, leaf);
    else checkDetached(event, leaf);
    this.#heads.set(event.subject, { seq: event.seq, eventId: event.eventId, leafHash: leaf.hash });
  }

  headOf(subject: string): HistoryHead | undefined {
    return this.#heads.get(subject);
  }

  get size(): number {
    return this.#heads.size;
  }

  subjects(): Iterable<string> {
    return this.#heads.keys();
  }
}

/** An event after a gap has something before it. */
function checkDetached(event: SignedEvent, { prevLeaf }: Leaf): void {
  if (event.prev === null) throw new FormatError('prev', `expected prev at seq ${event.seq}`);
  if (prevLeaf.every(byte => byte === 0)) {
    throw new FormatError('prev-leaf', `the leaf of seq ${event.seq} names no leaf before it`);
  }
}
