import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inWorkingFolder } from '../../../disk/working-folder.js';
import type { LabelSheet } from '../labels/label.js';
import type { Sheets } from '../print/block.js';
import { typesetTo } from './typeset-to.js';

/** The last of those that wait: one is printed after the other, so a process never has two typesetters. */
let last: Promise<unknown> = Promise.resolve();

/**
 * A few sheets without pictures as one PDF: labels, a form. Nothing of it is left on the disk.
 *
 * @throws Error where the typesetter fails
 */
export function printSheets(sheets: Sheets | LabelSheet, signal?: AbortSignal): Promise<Buffer> {
  const printed = last.then(() => printNow(sheets, signal));
  last = printed.catch(() => undefined);
  return printed;
}

function printNow(sheets: Sheets | LabelSheet, signal?: AbortSignal): Promise<Buffer> {
  return inWorkingFolder(async folder => {
    const out = join(folder, 'sheets.pdf');
    await typesetTo(out, { sheets, pictures: {}, pages: { before: 0, total: 0 } }, signal);
    return await readFile(out);
  });
}
