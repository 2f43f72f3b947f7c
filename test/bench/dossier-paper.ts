import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { renderDossier } from '../../src/dossier/paper/render/render-dossier.js';
import { exampleDocument } from '../dossier/paper/example-document.js';
import { drawFiles } from './drawn-files.js';

/*
 * node dist/test/bench/dossier-paper.js [--items 200] [--photographs 400] [--width 4000] [--height 3000]
 * Prints a dossier with photographs of a telephone's size: time, and the memory of each process (docs/performance.md).
 */
const { values } = parseArgs({
  options: {
    items: { type: 'string', default: '200' },
    photographs: { type: 'string', default: '400' },
    width: { type: 'string', default: '4000' },
    height: { type: 'string', default: '3000' },
  },
});
const items = Number(values.items);
const photographs = Number(values.photographs);

const folder = await mkdtemp(join(tmpdir(), 'scelle-bench-paper-'));
try {
  const size = { width: Number(values.width), height: Number(values.height) };
  const hashes = (await drawFiles(folder, photographs, size)).map(({ sha256 }) => sha256);
  const perItem = Math.ceil(photographs / items);
  const document = exampleDocument(items, index => hashes.slice((index - 1) * perItem, index * perItem));
  const begun = performance.now();
  let told = 0;
  const { volumes, broken, peak } = await renderDossier(document, {
    folder: join(folder, 'printed'),
    findFile: async sha256 => join(folder, sha256),
    onProgress: ({ done, total }) => {
      if (Math.floor((done * 10) / total) === told) return;
      told = Math.floor((done * 10) / total);
      process.stderr.write(`${done} of ${total}, ${seconds(begun)} s\n`);
    },
  });
  const sizes = await Promise.all(volumes.map(({ path }) => stat(path)));
  const lines = [
    `${items} items, ${photographs} photographs of ${values.width} x ${values.height}`,
    `time: ${seconds(begun)} s`,
    `volumes: ${volumes.map(({ pages }, index) => `${pages} pages, ${mebibytes(sizes[index]?.size ?? 0)} MiB`).join('; ')}`,
    `pictures not shown: ${broken.length}`,
    `largest printing process: ${peak} MiB`,
    `the process that asked: ${Math.ceil(process.resourceUsage().maxRSS / 1024)} MiB, with the photographs drawn in it`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

function mebibytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}
