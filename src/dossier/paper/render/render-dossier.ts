import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DossierDocument } from '../document.js';
import type { Sheets } from '../print/block.js';
import { volumesOf } from '../print/volumes.js';
import { runChild } from './child.js';
import type { PageCount, Shrunk } from './ready-sheets.js';
import type { Broken } from './shrink-picture.js';
import { type Source, shrinkPictures } from './shrink-pictures.js';
import type { TypesetJob } from './typeset-process.js';

/** What the printer is given beside the document. */
export interface Printing {
  /** Where the bytes of an original lie, by its SHA-256 in hex; `null`: they are gone. */
  readonly findFile: (sha256: string) => Promise<string | null>;
  /** An empty folder of the caller, who removes it: shrunk pictures, jobs, and the PDFs until he takes them. */
  readonly folder: string;
  readonly signal?: AbortSignal;
  /** Told after every picture and every volume; `done` grows to `total`. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

export interface PrintedVolume {
  readonly number: number;
  /** In the folder. */
  readonly path: string;
  readonly pages: number;
}

export interface PrintedDossier {
  readonly volumes: readonly PrintedVolume[];
  /** Pictures that the paper marks instead of showing. */
  readonly broken: readonly { readonly sha256: string; readonly why: Broken }[];
}

/** Of one picture, and of those of a volume together: the typesetter holds about 5 bytes for each. */
const pixelsOfPicture = 1_200_000;
const pixelsOfVolume = 120_000_000;
const silenceMs = 600_000;

/**
 * Prints the dossier: one PDF/A-2a a volume, set one after the other in processes of their own, which end. Equal
 * documents with equal files give equal bytes.
 *
 * A crash at any time leaves the folder with parts in it and nothing elsewhere.
 *
 * @throws Error where the typesetter fails; what `signal` carries where it is aborted
 */
export async function renderDossier(document: DossierDocument, printing: Printing): Promise<PrintedDossier> {
  await mkdir(printing.folder, { recursive: true });
  const volumes = volumesOf(document);
  const sources = await Promise.all(volumes.map(sheets => sourcesOf(sheets, printing)));
  const steps = count(printing, sources.flat().length + volumes.length);
  const before = await countPages(volumes, printing);
  const printed: PrintedVolume[] = [];
  const broken: PrintedDossier['broken'][number][] = [];
  for (const [index, sheets] of volumes.entries()) {
    const pictures = await shrinkPictures(sources[index] ?? [], {
      folder: join(printing.folder, `pictures-${index + 1}`),
      pixels: Math.min(
        pixelsOfPicture,
        Math.floor(pixelsOfVolume / Math.max(1, sources[index]?.length ?? 1)),
      ),
      signal: printing.signal,
      onPicture: steps,
    });
    broken.push(...pictures.broken);
    const number = index + 1;
    const path = join(printing.folder, `volume-${number}.pdf`);
    const pages = await set(sheets, pictures.pictures, before[index] ?? null, path, printing);
    printed.push({ number, path, pages });
    steps();
  }
  return { volumes: printed, broken };
}

async function sourcesOf({ blocks }: Sheets, { findFile }: Printing): Promise<readonly Source[]> {
  const wanted = new Set(
    blocks.flatMap(block =>
      block.kind === 'album' ? block.pictures.flatMap(({ source }) => (source === null ? [] : [source])) : [],
    ),
  );
  return Promise.all([...wanted].map(async sha256 => ({ sha256, path: await findFile(sha256) })));
}

/** A page that says how many there are of all volumes: so all are set once without pictures before. */
async function countPages(
  volumes: readonly Sheets[],
  printing: Printing,
): Promise<readonly Exclude<PageCount, null>[]> {
  if (volumes.length === 1) return [{ before: 0, total: 0 }];
  const counts: number[] = [];
  for (const [index, sheets] of volumes.entries())
    counts.push(await set(sheets, new Map(), null, join(printing.folder, `count-${index + 1}`), printing));
  const total = sum(counts);
  return counts.map((_, index) => ({ before: sum(counts.slice(0, index)), total }));
}

async function set(
  sheets: Sheets,
  pictures: ReadonlyMap<string, Shrunk>,
  pages: PageCount,
  out: string,
  printing: Printing,
): Promise<number> {
  const job: TypesetJob = { sheets, pictures: Object.fromEntries(pictures), pages, out };
  const file = `${out}.json`;
  await writeFile(file, JSON.stringify(job));
  let set: { readonly pages: number } | null = null;
  const { end, errors } = await runChild('typeset-process', file, {
    silenceMs,
    signal: printing.signal,
    onLine: line => {
      set = JSON.parse(line) as { readonly pages: number };
    },
  });
  const result = set as { readonly pages: number } | null;
  if (end !== 0 || result === null) throw new Error(`the typesetter ended with ${end}: ${errors}`);
  return result.pages;
}

function count({ onProgress }: Printing, total: number): () => void {
  let done = 0;
  return () => {
    done += 1;
    onProgress?.({ done, total });
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
