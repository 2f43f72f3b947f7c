import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brokenWords } from './broken-picture.js';
import { runChild } from './child.js';
import type { Shrunk } from './ready-sheets.js';
import type { Broken } from './shrink-picture.js';
import type { ShrinkJob } from './shrink-process.js';

export interface Source {
  readonly sha256: string;
  /** Where the original lies; `null`: it is gone. */
  readonly path: string | null;
}

export interface ShrunkPictures {
  readonly pictures: ReadonlyMap<string, Shrunk>;
  readonly broken: readonly { readonly sha256: string; readonly why: Broken }[];
  /** Of the largest process, in MiB. */
  readonly peak: number;
}

interface Surroundings {
  /** For the shrunk copies; of the caller, who removes it. */
  readonly folder: string;
  readonly pixels: number;
  /** The longest time that one picture may take. */
  readonly pictureMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called once for each picture, whatever became of it. */
  readonly onPicture: () => void;
}

type Answer =
  | { readonly sha256: string; readonly width: number; readonly height: number }
  | { readonly sha256: string; readonly broken: Broken };

const usualPictureMs = 60_000;

/**
 * Shrinks pictures in a process of its own. A picture that ends the process, or at which it stands still, is marked
 * and the others are done in a new process: no file can keep a dossier from being printed.
 */
export async function shrinkPictures(
  sources: readonly Source[],
  surroundings: Surroundings,
): Promise<ShrunkPictures> {
  await mkdir(surroundings.folder, { recursive: true });
  const answers: Answer[] = [];
  const mark = (sha256: string, broken: Broken) => {
    answers.push({ sha256, broken });
    surroundings.onPicture();
  };
  for (const { sha256, path } of sources) if (path === null) mark(sha256, 'missing');
  let left = sources.flatMap(({ sha256, path }) => (path === null ? [] : [{ sha256, path }]));
  let peak = 0;
  while (left.length > 0) {
    const done = await shrinkSome(left, surroundings);
    answers.push(...done.answers);
    peak = Math.max(peak, done.peak);
    const [stuck, ...rest] = left.slice(done.answers.length);
    if (stuck !== undefined) mark(stuck.sha256, 'ended-the-process');
    left = rest;
  }
  return {
    pictures: new Map(answers.map(answer => [answer.sha256, shrunkOf(answer, surroundings.folder)])),
    broken: answers.flatMap(answer =>
      'broken' in answer ? [{ sha256: answer.sha256, why: answer.broken }] : [],
    ),
    peak,
  };
}

/** The answers of one process: all, or those before the picture at which it ended. */
async function shrinkSome(
  sources: readonly { readonly sha256: string; readonly path: string }[],
  { folder, pixels, pictureMs = usualPictureMs, signal, onPicture }: Surroundings,
): Promise<{ readonly answers: readonly Answer[]; readonly peak: number }> {
  const job: ShrinkJob = {
    pixels,
    pictures: sources.map(({ sha256, path }) => ({ sha256, source: path, target: targetOf(sha256, folder) })),
  };
  const file = join(folder, 'pictures.json');
  await writeFile(file, JSON.stringify(job));
  const answers: Answer[] = [];
  const { peak } = await runChild('shrink-process', file, {
    silenceMs: pictureMs,
    signal,
    onLine: line => {
      answers.push(JSON.parse(line) as Answer);
      onPicture();
    },
  });
  return { answers, peak };
}

function targetOf(sha256: string, folder: string): string {
  return join(folder, `${sha256}.jpg`);
}

function shrunkOf(answer: Answer, folder: string): Shrunk {
  if ('broken' in answer) return { broken: brokenWords[answer.broken] };
  return { path: targetOf(answer.sha256, folder), width: answer.width, height: answer.height };
}
