import { formatTime } from '../../log/index.js';
import { CheckFailure } from '../check-failure.js';

const TOLERANCE_MS = 5 * 60 * 1000;

/** In words, also where it is none of the years 0000 to 9999. */
export function tellTime(ms: number): string {
  // A time received may be any number below 2^53; only those of the years 0000 to 9999 have a text.
  return Math.abs(ms) < 8e15 && ms < 253402300800000 ? formatTime(ms) : `${ms} ms`;
}

/**
 * The times received against each other and against what others saw (log-format section 4): they never run
 * backwards; they are not later than 5 minutes after somebody independent saw the leaf; they are not earlier than
 * 5 minutes before what an anchor shows was seen before it. Milliseconds since 1970.
 */
export class Times {
  readonly #indexes: number[] = [];
  readonly #received: number[] = [];
  #latest: number;
  #earliest = Number.NEGATIVE_INFINITY;

  /** @param seen when the whole tree was seen by independent parties; the smallest bounds every leaf */
  constructor(seen: readonly number[]) {
    this.#latest = Math.min(...seen, Number.POSITIVE_INFINITY);
  }

  /** @throws {CheckFailure} `leaf` */
  take(index: number, receivedAt: number): void {
    const before = this.#received.at(-1);
    if (before !== undefined && receivedAt < before) {
      throw new CheckFailure(
        'leaf',
        index,
        `received ${tellTime(receivedAt)}, before the leaf before it ${tellTime(before)}`,
      );
    }
    if (receivedAt > this.#latest + TOLERANCE_MS) {
      throw new CheckFailure(
        'leaf',
        index,
        `received ${tellTime(receivedAt)}, more than 5 minutes after it was seen at ${tellTime(this.#latest)}`,
      );
    }
    if (receivedAt < this.#earliest - TOLERANCE_MS) {
      throw new CheckFailure(
        'leaf',
        index,
        `received ${tellTime(receivedAt)}, more than 5 minutes before the anchor of ${tellTime(this.#earliest)}`,
      );
    }
    this.#indexes.push(index);
    this.#received.push(receivedAt);
  }

  /**
   * An anchor: independent parties saw the tree of `size` at these times, before the leaf that is taken next.
   * @throws {CheckFailure} `leaf` at the first leaf of that tree that bears a later time
   */
  anchor(size: number, seen: readonly number[]): void {
    this.cover(size, seen);
    this.#earliest = Math.max(this.#earliest, ...seen);
  }

  /**
   * Independent parties saw the tree of `size` at these times. Nothing follows for the leaves after it: they may have
   * been there when an older tree was seen.
   * @throws {CheckFailure} `leaf` at the first leaf of that tree that bears a later time
   */
  cover(size: number, seen: readonly number[]): void {
    const index = this.#indexes[this.#countUpTo(Math.min(...seen) + TOLERANCE_MS)];
    if (index === undefined || index >= size) return;
    throw new CheckFailure(
      'leaf',
      index,
      `received more than 5 minutes after a checkpoint of size ${size} was cosigned`,
    );
  }

  /** Leaves inside received at `time` or before: they never run backwards. */
  #countUpTo(time: number): number {
    let low = 0;
    let high = this.#received.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#received[middle] ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** No statement about the tree is of a later time: independent parties saw it before. */
  get bound(): number {
    return this.#latest + TOLERANCE_MS;
  }

  /** Of the last leaf inside. */
  get last(): { readonly index: number; readonly receivedAt: number } | undefined {
    const index = this.#indexes.at(-1);
    const receivedAt = this.#received.at(-1);
    return index === undefined || receivedAt === undefined ? undefined : { index, receivedAt };
  }
}
