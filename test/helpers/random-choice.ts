/** Choices that follow from one number: the same number, the same choices. A small generator, not for secrets. */
export class Choice {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0 || 1;
    for (let round = 0; round < 4; round += 1) this.below(1);
  }

  /** From 0 up to, not including, `bound`. */
  below(bound: number): number {
    // xorshift32 (Marsaglia 2003)
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return Math.floor((this.#state / 2 ** 32) * bound);
  }

  /** Once in `times`. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  /** One of the list; undefined where it is empty. */
  of<T>(list: readonly T[]): T | undefined {
    return list.length === 0 ? undefined : list[this.below(list.length)];
  }

  one<T>(list: readonly T[]): T {
    const picked = this.of(list);
    if (picked === undefined) throw new Error('nothing to choose from');
    return picked;
  }

  /** One to `most` of the list, in its order; none where it is empty. */
  some<T>(list: readonly T[], most: number): readonly T[] {
    if (list.length === 0) return [];
    const count = 1 + this.below(Math.min(most, list.length));
    const from = this.below(list.length - count + 1);
    return list.slice(from, from + count);
  }
}
