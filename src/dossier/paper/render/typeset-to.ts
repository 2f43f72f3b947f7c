import { writeFile } from 'node:fs/promises';
import { runChild } from './child.js';
import type { TypesetJob } from './typeset-process.js';

const silenceMs = 600_000;

/**
 * Sets sheets in a process of their own, which writes the PDF to `out` (nothing where pages are only counted).
 *
 * @throws Error with the words of the typesetter; what `signal` carries where it is aborted
 */
export async function typesetTo(
  out: string,
  job: Omit<TypesetJob, 'out'>,
  signal?: AbortSignal,
): Promise<{ readonly pages: number; readonly peak: number }> {
  const file = `${out}.json`;
  await writeFile(file, JSON.stringify({ ...job, out } satisfies TypesetJob));
  const lines: string[] = [];
  const { end, errors, peak } = await runChild('typeset-process', file, {
    silenceMs,
    signal,
    onLine: line => lines.push(line),
  });
  const [answer] = lines;
  if (end !== 0 || answer === undefined) throw new Error(`the typesetter ended with ${end}: ${errors}`);
  const { pages } = JSON.parse(answer) as { readonly pages: number };
  return { pages, peak };
}
