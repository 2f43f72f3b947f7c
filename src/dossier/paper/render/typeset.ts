import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeError, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import type { LabelSheet } from '../labels/label.js';
import { labelsTemplate } from '../labels/labels-template.js';
import type { Sheets } from '../print/block.js';
import { charactersOf } from './font-characters.js';
import { readFonts } from './fonts.js';
import { type PageCount, readyLabels, readySheets, type Shrunk } from './ready-sheets.js';
import { makeSafe } from './safe-text.js';
import { template } from './template.js';

export interface Typeset {
  readonly pages: number;
  /** `null` where pages were counted only. */
  readonly pdf: Buffer | null;
}

/** A root that holds nothing: all that is read is put in by name, so a page can open no file of the machine. */
const root = '/scelle-paper';

/**
 * Sets one volume as tagged PDF/A-2a, all of it in memory. The same arguments give the same bytes.
 *
 * @throws Error with the typesetter's words: a fault of the template, never of a text
 */
export async function typeset(
  sheets: Sheets | LabelSheet,
  pictures: ReadonlyMap<string, Shrunk>,
  pages: PageCount,
): Promise<Typeset> {
  const fonts = readFonts();
  const characters = new Set(fonts.flatMap(font => [...charactersOf(font)]));
  const safe = makeSafe(characters);
  const isLabels = 'labels' in sheets;
  const ready = isLabels ? await readyLabels(sheets, safe) : await readySheets(sheets, pictures, pages, safe);
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontBlobs: [...fonts] }] });
  compiler.mapShadow(join(root, 'document.json'), Buffer.from(ready.json));
  for (const [path, bytes] of ready.files) compiler.mapShadow(join(root, path), bytes);
  if (pages !== null)
    for (const shrunk of pictures.values())
      if ('path' in shrunk) compiler.mapShadow(join(root, shrunk.path), readFileSync(shrunk.path));
  const compiled = compiler.compile({ mainFileContent: isLabels ? labelsTemplate : template });
  const document = compiled.result;
  if (document === null) throw new Error(`the paper was not set: ${whyNot(compiler, compiled.takeError())}`);
  const pdf = pages === null ? null : compiler.pdf(document, { pdfStandard: PdfStandard.A_2a });
  return { pages: document.numOfPages, pdf };
}

function whyNot(compiler: NodeCompiler, error: NodeError | null): string {
  return error === null ? 'no reason given' : JSON.stringify(compiler.fetchDiagnostics(error));
}
