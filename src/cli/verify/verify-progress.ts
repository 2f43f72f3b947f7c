import { SingleBar } from 'cli-progress';
import type { Language, Text } from '../../custody/text.js';

const steps: Record<'files' | 'events', Text> = {
  files: { en: 'Files (KiB)', fr: 'Fichiers (Kio)' },
  events: { en: 'Events', fr: 'Actes' },
};

export interface VerifyProgress {
  report(step: 'files' | 'events', done: number, total: number): void;
  stop(): void;
}

/** A bar on standard error at a terminal, one for each step; nothing in a script. */
export function startVerifyProgress(language: Language): VerifyProgress {
  if (!process.stderr.isTTY) return { report: () => {}, stop: () => {} };
  let shown: 'files' | 'events' | undefined;
  let bar: SingleBar | undefined;
  return {
    report(step, done, total) {
      const unit = step === 'files' ? 1024 : 1;
      if (shown !== step) {
        bar?.stop();
        shown = step;
        const format = `${steps[step][language]} {bar} {value}/{total}`;
        bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true });
        bar.start(Math.ceil(total / unit), 0);
      }
      bar?.update(Math.ceil(done / unit));
    },
    stop: () => bar?.stop(),
  };
}
