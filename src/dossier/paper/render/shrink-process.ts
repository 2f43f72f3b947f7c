import { readFile, stat, writeFile } from 'node:fs/promises';
import { peakLine } from './child.js';
import { type Broken, shrinkPicture } from './shrink-picture.js';

/** What the process that opens pictures is told, in a file named on its command line. */
export interface ShrinkJob {
  readonly pixels: number;
  readonly pictures: readonly { readonly sha256: string; readonly source: string; readonly target: string }[];
}

/** A photograph has some 20 MB; the whole file is held while it is decoded. */
const mostBytes = 200 * 1024 ** 2;

const [, , file = ''] = process.argv;
const { pixels, pictures } = JSON.parse(await readFile(file, 'utf8')) as ShrinkJob;
for (const { sha256, source, target } of pictures) {
  const bytes = await readBounded(source);
  const shrunk = typeof bytes === 'string' ? bytes : shrinkPicture(bytes, sha256, pixels);
  if (typeof shrunk === 'string') answer({ sha256, broken: shrunk });
  else {
    await writeFile(target, shrunk.jpeg);
    answer({ sha256, width: shrunk.width, height: shrunk.height });
  }
  // What the decoder unpacked hangs on small objects, of which V8 sees no reason to be rid.
  globalThis.gc?.();
}
process.stdout.write(peakLine());

async function readBounded(path: string): Promise<Buffer | Broken> {
  try {
    return (await stat(path)).size > mostBytes ? 'too-large' : await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing';
    throw error;
  }
}

/** One line per picture, in their order: who reads knows which one ended the process. */
function answer(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
