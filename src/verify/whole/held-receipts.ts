import { equalBytes, type HistoryHead, type SignedEvent } from '../../log/index.js';
import { CheckFailure } from '../check-failure.js';
import type { ReadHeld, ShownEvent } from './read-held.js';

/** What a receipt is compared with. */
interface ReceiptScope {
  readonly size: number;
  isWhole(subject: string): boolean;
  headOf(subject: string): HistoryHead | undefined;
}

/** An event inside, with its leaf. */
interface InsideEvent {
  readonly event: SignedEvent;
  readonly index: number;
  readonly leafHash: Uint8Array;
}

/** At the place of a history that a receipt shows, another event is inside. */
interface Contradiction {
  readonly shown: ShownEvent;
  readonly index: number;
}

/**
 * Receipts held, against what is inside. A receipt shows that the log took an event in at an index: there is no other
 * leaf at that index, the event at no other, and no other event at its place of the history (log-format sections 1
 * and 9).
 */
export class HeldReceipts {
  readonly #shown: readonly ShownEvent[];
  readonly #byPlace = new Map<string, ShownEvent[]>();
  readonly #contradictions: Contradiction[] = [];
  #fault: CheckFailure | undefined;

  constructor(held: readonly ReadHeld[]) {
    this.#shown = held.flatMap(({ shown }) => shown ?? []);
    for (const shown of this.#shown) {
      const { subject, seq, eventId } = shown.event;
      for (const place of [`${shown.index}`, eventId, `${subject} ${seq}`]) {
        this.#byPlace.set(place, [...(this.#byPlace.get(place) ?? []), shown]);
      }
    }
  }

  /** Each event inside, in log order. */
  take({ event, index, leafHash }: InsideEvent): void {
    if (this.#shown.length === 0) return;
    const { eventId, subject, seq } = event;
    for (const shown of this.#at(`${index}`)) {
      if (!equalBytes(shown.leafHash, leafHash))
        this.#report(index, 'a receipt held shows another leaf here');
    }
    for (const shown of this.#at(eventId)) {
      if (shown.index === index) continue;
      this.#report(index, `a receipt held shows this event at leaf ${shown.index}`);
    }
    for (const shown of this.#at(`${subject} ${seq}`)) {
      if (shown.event.eventId !== eventId) this.#contradictions.push({ shown, index });
    }
  }

  /**
   * A head statement that ends the subject's history before the event of a receipt, or has another event in its place,
   * is false (log-format section 9).
   * @throws {CheckFailure} `head`
   */
  checkHeads({ size, isWhole, headOf }: ReceiptScope): void {
    const isJudged = ({ index, event: { subject } }: ShownEvent) => index < size && isWhole(subject);
    const ended = this.#shown.find(shown => {
      const { subject, seq } = shown.event;
      return isJudged(shown) && (headOf(subject)?.seq ?? 0) < seq;
    });
    const denied = ended ?? this.#contradictions.find(({ shown }) => isJudged(shown))?.shown;
    if (denied === undefined) return;
    const { subject, seq } = denied.event;
    throw new CheckFailure(
      'head',
      subject,
      `the head statement denies its event ${seq}, which a receipt held shows at leaf ${denied.index}`,
    );
  }

  /** @throws {CheckFailure} `consistency`, at the first leaf that no log with the receipt can have */
  checkLeaves(): void {
    const [first] = this.#contradictions;
    if (first !== undefined) {
      const { index, shown } = first;
      const { subject, seq } = shown.event;
      this.#report(index, `a receipt held shows another event ${seq} of ${subject} at leaf ${shown.index}`);
    }
    if (this.#fault !== undefined) throw this.#fault;
  }

  #at(place: string): readonly ShownEvent[] {
    return this.#byPlace.get(place) ?? [];
  }

  #report(index: number, detail: string): void {
    if (this.#fault !== undefined && Number(this.#fault.where) <= index) return;
    this.#fault = new CheckFailure('consistency', index, detail);
  }
}
