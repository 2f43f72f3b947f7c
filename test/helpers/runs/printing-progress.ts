import { printingProgress } from '../../../src/cli/dossier/printing-progress.js';

/** Shows a dossier being printed, to its end or broken off: `node printing-progress.js 12 7` ends at 7 of 12. */
const [total = 0, last = 0] = process.argv.slice(2).map(Number);
const printing = printingProgress('fr');
for (let done = 1; done <= last; done++) {
  printing.report(done, total);
  // A bar is drawn ten times a second.
  await new Promise(resolve => setTimeout(resolve, 120));
}
printing.stop();
process.stdout.write('fin\n');
