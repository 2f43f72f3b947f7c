import { readFile, rename, writeFile } from 'node:fs/promises';
import type { LabelSheet } from '../labels/label.js';
import type { Sheets } from '../print/block.js';
import { peakLine } from './child.js';
import type { PageCount, Shrunk } from './ready-sheets.js';
import { typeset } from './typeset.js';

/** What the typesetting process is told, in a file named on its command line. */
export interface TypesetJob {
  readonly sheets: Sheets | LabelSheet;
  readonly pictures: Readonly<Record<string, Shrunk>>;
  readonly pages: PageCount;
  /** Where the PDF goes; it appears there whole or not at all. */
  readonly out: string;
}

const [, , file = ''] = process.argv;
const job = JSON.parse(await readFile(file, 'utf8')) as TypesetJob;
const { pages, pdf } = await typeset(job.sheets, new Map(Object.entries(job.pictures)), job.pages);
if (pdf !== null) {
  await writeFile(`${job.out}.part`, pdf);
  await rename(`${job.out}.part`, job.out);
}
process.stdout.write(`${JSON.stringify({ pages })}\n`);
process.stdout.write(peakLine());
