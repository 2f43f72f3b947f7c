const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The demonstration was interrupted from outside: nothing is wrong with it. */
export class DemoInterrupted extends Error {
  override readonly name = 'DemoInterrupted';
}

/**
 * Ctrl-C, a request to stop, or a reader who went away (`demo | head`): told once, at the next step, so that
 * everything that was started is stopped. `npm run` passes Ctrl-C on a second time: until `forget` no signal kills.
 */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #interrupt = () => this.#controller.abort(new DemoInterrupted('interrupted'));

  constructor() {
    for (const signal of signals) process.on(signal, this.#interrupt);
    process.stdout.on('error', this.#interrupt);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Resolves when somebody interrupts. */
  comes(): Promise<void> {
    return new Promise(resolve => {
      if (this.signal.aborted) resolve();
      this.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  forget(): void {
    for (const signal of signals) process.off(signal, this.#interrupt);
  }
}
