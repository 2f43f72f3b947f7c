import type { Language } from '../../custody/text.js';
import { type Progress, startProgress } from '../progress.js';

/** How far the printing is: a bar at a terminal, nothing in a script. */
export function printingProgress(language: Language) {
  let bar: Progress | null = null;
  let shown = 0;
  return {
    report(done: number, total: number) {
      bar ??= startProgress(language === 'fr' ? 'images et volumes' : 'pictures and volumes', total);
      for (; shown < done; shown++) bar.step();
    },
    stop: () => bar?.stop(),
  };
}
