import { fetchExport } from '../../../src/cli/audit/fetch-export.js';
import { fetchProgress } from '../../../src/cli/audit/fetch-progress.js';
import { createOutput } from '../../../src/cli/output.js';
import { UsageError } from '../../../src/cli/usage-error.js';

/** Fetches what never comes to its end: `node slow-fetch.js dossier.zip`. Twelve of its hundred parts come, and no more. */
const [out = ''] = process.argv.slice(2);
const part = new Uint8Array(10 * 1024);

async function* endless(): AsyncGenerator<Uint8Array> {
  for (let came = 0; came < 12; came += 1) yield part;
  // The connection stands still, as on a bad line; the timer keeps the process from ending by itself.
  await new Promise(resolve => setTimeout(resolve, 600_000));
}

try {
  await fetchExport(endless(), '', out, fetchProgress(createOutput('fr', false), 100 * part.length));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.text.fr}\n`);
  process.exit(2);
}
