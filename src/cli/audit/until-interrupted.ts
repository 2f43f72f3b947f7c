import { UsageError } from '../usage-error.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * What comes, until Ctrl-C, SIGTERM or the end of the terminal: then it throws, so that whoever writes it removes what he
 * wrote. A second one ends the process as always.
 * @throws UsageError
 */
export async function* untilInterrupted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let interrupt = () => {};
  const interrupted = new Promise<'interrupted'>(resolve => {
    interrupt = () => resolve('interrupted');
  });
  for (const signal of signals) process.once(signal, interrupt);
  const parts = bytes[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await Promise.race([parts.next(), interrupted]);
      if (next === 'interrupted') throw wasInterrupted();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}

function wasInterrupted(): UsageError {
  return new UsageError({
    en: 'interrupted: what had come was removed',
    fr: 'interrompu : ce qui avait été reçu a été supprimé',
  });
}
