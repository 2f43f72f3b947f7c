/** As many as wait for one turn; who comes then comes again later. */
const maxWaiting = 64;

/** Too many wait already. */
export class TooManyWaiting extends Error {
  override readonly name = 'TooManyWaiting';
}

/** Runs what has one name one after the other, and what has different names side by side. */
export class InTurn {
  readonly #lines = new Map<string, { last: Promise<unknown>; waiting: number }>();

  /** @throws TooManyWaiting; what `work` throws */
  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(name) ?? { last: Promise.resolve(), waiting: 0 };
    if (line.waiting >= maxWaiting) throw new TooManyWaiting(`${line.waiting} wait for ${name}`);
    this.#lines.set(name, line);
    line.waiting += 1;
    const done = line.last.then(work, work);
    line.last = done;
    try {
      return await done;
    } finally {
      line.waiting -= 1;
      if (line.waiting === 0) this.#lines.delete(name);
    }
  }
}
