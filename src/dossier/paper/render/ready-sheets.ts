import { toString as qrCode } from 'qrcode';
import type { Label, LabelSheet } from '../labels/label.js';
import type { AlbumPicture, Block, PlacedPicture, Sheets } from '../print/block.js';
import type { MakeSafe } from './safe-text.js';

/** What became of a picture: where its shrunk copy lies, or why there is none, in words for the paper. */
export type Shrunk = PlacedPicture | { readonly broken: { readonly fr: string; readonly en: string } };

/** Pages before this volume and of all volumes; `null` while they are counted, when no picture is set. */
export type PageCount = { readonly before: number; readonly total: number } | null;

/** The document as the template reads it, and the codes it names. */
export interface ReadySheets {
  readonly json: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** The same of a sheet of labels: each with its code. */
export async function readyLabels(sheet: LabelSheet, safe: MakeSafe): Promise<ReadySheets> {
  const files = new Map<string, Buffer>();
  const labels: unknown[] = [];
  for (const label of sheet.labels) labels.push(await withCode(label, label.subject, files));
  const document = safeTexts({ ...sheet, labels }, safe) as Record<string, unknown>;
  return { json: JSON.stringify({ ...document, date: datePartsOf(sheet.date) }), files };
}

/** Makes every text safe, puts pictures in their places and draws the codes. */
export async function readySheets(
  sheets: Sheets,
  pictures: ReadonlyMap<string, Shrunk>,
  pages: PageCount,
  safe: MakeSafe,
): Promise<ReadySheets> {
  const files = new Map<string, Buffer>();
  const blocks: unknown[] = [];
  for (const block of sheets.blocks) {
    if (block.kind === 'album') blocks.push(albumOf(block, pictures, pages === null));
    else if (block.kind === 'code') blocks.push(await withCode(block, block.text, files));
    else blocks.push(block);
  }
  const document = safeTexts({ ...sheets, blocks }, safe) as Record<string, unknown>;
  return {
    json: JSON.stringify({
      ...document,
      date: datePartsOf(sheets.date),
      pages: pages ?? { before: 0, total: 0 },
    }),
    files,
  };
}

function albumOf(
  block: Extract<Block, { kind: 'album' }>,
  pictures: ReadonlyMap<string, Shrunk>,
  draft: boolean,
) {
  return { ...block, pictures: block.pictures.map(picture => placed(picture, pictures, draft)) };
}

function placed(picture: AlbumPicture, pictures: ReadonlyMap<string, Shrunk>, draft: boolean) {
  const found = picture.source === null ? undefined : pictures.get(picture.source);
  if (found === undefined) return { ...picture, picture: null, draft };
  if ('broken' in found) return { ...picture, instead: found.broken, picture: null, draft };
  return { ...picture, picture: found, draft };
}

async function withCode(
  block: Extract<Block, { kind: 'code' }> | Label,
  text: string,
  files: Map<string, Buffer>,
) {
  const path = `code-${files.size + 1}.svg`;
  const svg = await qrCode(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
  files.set(path, Buffer.from(svg));
  return { ...block, path };
}

function safeTexts(value: unknown, safe: MakeSafe): unknown {
  if (typeof value === 'string') return safe(value);
  if (Array.isArray(value)) return value.map(one => safeTexts(one, safe));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, safeTexts(one, safe)]));
}

/** Year, month, day, hour, minute, second. */
function datePartsOf(date: string): readonly number[] {
  return date.slice(0, 19).split(/[-T:]/).map(Number);
}
