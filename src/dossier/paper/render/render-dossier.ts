import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DossierDocument } from '../document.js';
import type { Sheets } from '../print/block.js';
import { volumesOf } from '../print/volumes.js';
import type { PageCount } from './ready-sheets.js';
import type { Broken } from './shrink-picture.js';
import { type Source, shrinkPictures } from './shrink-pictures.js';
import { typesetTo } from './typeset-to.js';

/** What the printer is given beside the document. */
export interface Printing {
  /** Where the bytes of an original lie, by its SHA-256 in hex; `null`: they are gone. */
  readonly findFile: (sha256: string) => Promise<string | null>;
  /** An empty folder of the caller, who removes it: shrunk pictures, jobs, and the PDFs until he takes them. */
  readonly folder: string;
  /** The longest time that one picture may take, in ms; it is marked after that. Absent: a minute. */
  readonly pictureMs?: number;
  readonly signal?: AbortSignal;
  /** Told after every picture and every volume; `done` grows to `total`. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
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
  /** The most memory that a process of the printing had, in MiB. */
  readonly peak: number;
}

/** Of one picture, and of those of a volume together: the typesetter holds about 5 bytes for each. */
const pixelsOfPicture = 1_200_000;
const pixelsOfVolume = 120_000_000;

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
  let peak = 0;
  for (const [index, sheets] of volumes.entries()) {
    const pictures = await shrinkPictures(sources[index] ?? [], {
      folder: join(printing.folder, `pictures-${index + 1}`),
      pixels: Math.min(
        pixelsOfPicture,
        Math.floor(pixelsOfVolume / Math.max(1, sources[index]?.length ?? 1)),
      ),
      pictureMs: printing.pictureMs,
      signal: printing.signal,
      onPicture: steps,
    });
    broken.push(...pictures.broken);
    const number = index + 1;
    const path = join(printing.folder, `volume-${number}.pdf`);
    const { pages, peak: ofVolume } = await typesetTo(
      path,
      { sheets, pictures: Object.fromEntries(pictures.pictures), pages: before[index] ?? null },
      printing.signal,
    );
    peak = Math.max(peak, pictures.peak, ofVolume);
    printed.push({ number, path, pages });
    steps();
  }
  return { volumes: printed, broken, peak };
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
    counts.push(
      (
        await typesetTo(
          join(printing.folder, `count-${index + 1}`),
          { sheets, pictures: {}, pages: null },
          printing.signal,
        )
      ).pages,
    );
  const total = sum(counts);
  return counts.map((_, index) => ({ before: sum(counts.slice(0, index)), total }));
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
