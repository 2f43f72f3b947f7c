import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DossierDocument } from '../../../src/dossier/paper/document.js';
import { type PrintedDossier, renderDossier } from '../../../src/dossier/paper/render/render-dossier.js';

const run = promisify(execFile);

/** Files of the originals by name in a folder; `found` looks them up by their hash. */
export class Originals {
  readonly #paths = new Map<string, string>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps bytes and returns their hash. */
  async add(bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = join(this.#folder, `original-${sha256}`);
    await writeFile(path, bytes);
    this.#paths.set(sha256, path);
    return sha256;
  }

  readonly found = async (sha256: string): Promise<string | null> => this.#paths.get(sha256) ?? null;
}

/** Prints a document into `folder`. */
export function printInto(
  folder: string,
  document: DossierDocument,
  originals = new Originals(folder),
): Promise<PrintedDossier> {
  return renderDossier(document, { folder, findFile: originals.found });
}

/** For the `skip` option of a test: a visible reason where a program of poppler or qpdf is not there. */
export function skipWithout(program: string): string | false {
  const { error } = spawnSync(program, ['--version']);
  return error === undefined ? false : `${program} is not installed`;
}

/** The text of a PDF as a reader copies it, with runs of space and line ends made one space. */
export async function textOf(path: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', path, '-'], { maxBuffer: 64_000_000 });
  return flat(stdout);
}

/** The same, page by page. */
export async function pagesOf(path: string): Promise<readonly string[]> {
  const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', path, '-'], { maxBuffer: 64_000_000 });
  return stdout.split('\f').slice(0, -1).map(flat);
}

export function flat(text: string): string {
  return text.replaceAll(/[\u202a-\u202e\u2066-\u2069\u200b]/g, '').replaceAll(/[\s\u00a0\u202f]+/g, ' ');
}

/** What `qpdf --check` says; it ends with an error where the file is broken. */
export async function checkSyntax(path: string): Promise<string> {
  return (await run('qpdf', ['--check', path])).stdout;
}
