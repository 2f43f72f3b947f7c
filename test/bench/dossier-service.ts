import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStagedService } from './bench-service.js';
import { type DrawnFile, drawFiles } from './drawn-files.js';
import { answerForLarge, playLargeRelease } from './large-release.js';
import { type PeakMemory, watchMemory } from './peak-memory.js';

/*
 * node dist/test/bench/dossier-service.js [--items 200] [--photographs 400] [--width 4000] [--height 3000]
 * A dossier built over HTTP by a service of its own, and fetched: memory of the service and of each process that prints
 * (docs/performance.md). Each photograph has a withheld position; a cleaned copy leaves of each.
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

const folder = await mkdtemp(join(tmpdir(), 'scelle-bench-dossier-'));
const size = { width: Number(values.width), height: Number(values.height) };
const files = await drawFiles(folder, photographs, size);
const service = await startStagedService();
try {
  const perItem = Array.from({ length: items }, (_, item) =>
    files.filter((_, index) => index % items === item).map(file => ({ file, withPosition: true })),
  );
  const release = await measured('registered, uploaded and released', () =>
    playLargeRelease(service.stage, perItem, readDrawn),
  );
  const officer = await service.stage.readingAs('DEMO-CASE-1');
  const order = await measured('built', () => answerForLarge(service.stage, officer, release));
  const bytes = await measured('fetched', async () => {
    let count = 0;
    for await (const part of officer.stream(`/v1/dossiers/${order.id}/bag`)) count += part.length;
    return count;
  });
  process.stdout.write(
    `${items} items, ${photographs} photographs of ${values.width} x ${values.height}: ZIP of ${mebibytes(bytes)} MiB\n`,
  );
} finally {
  await service.remove();
  await rm(folder, { recursive: true, force: true });
}

async function measured<Made>(what: string, work: () => Promise<Made>): Promise<Made> {
  const end = await watchMemory(service.pid);
  const begun = performance.now();
  const made = await work();
  const { own, child }: PeakMemory = await end();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${what}: ${seconds} s, service ${own} MiB, largest printing process ${child} MiB\n`);
  return made;
}

async function readDrawn(
  { sha256 }: DrawnFile,
  start: number,
  end: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await open(join(folder, sha256));
  try {
    const bytes = new Uint8Array(end - start);
    await file.read(bytes, 0, bytes.length, start);
    return bytes;
  } finally {
    await file.close();
  }
}

function mebibytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}
