import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import t from 'tap';
import { renderDossier } from '../../../src/dossier/paper/render/render-dossier.js';
import { drawnPhotograph } from '../../helpers/drawn-photograph.js';
import { exampleDocument } from './example-document.js';
import { Originals, skipWithout, textOf } from './print-example.js';

t.setTimeout(120_000);

const linux = process.platform === 'linux' ? false : 'processes are found under /proc';

/** A process of the printing that works in this folder, once it runs. */
async function childIn(folder: string, module: string): Promise<number> {
  for (;;) {
    for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
      const line = commandOf(pid);
      if (line.includes(`${module}.js`) && line.includes(folder)) return Number(pid);
    }
    await sleep(5);
  }
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Three pictures, of which the middle one never comes to its end: a pipe that nobody writes to. */
async function withOneThatHangs(folder: string) {
  const originals = new Originals(folder);
  const before = await originals.add(drawnPhotograph(320, 240, 1));
  const after = await originals.add(drawnPhotograph(320, 240, 2));
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const stuck = 'b'.repeat(64);
  return {
    stuck,
    document: exampleDocument(1, () => [before, stuck, after]),
    findFile: async (sha256: string) => (sha256 === stuck ? pipe : originals.found(sha256)),
  };
}

t.test(
  'a picture at which the process stands still is marked after its time, and the others are printed',
  { skip: linux || skipWithout('pdftotext') },
  async t => {
    const folder = t.testdir();
    const { document, stuck, findFile } = await withOneThatHangs(folder);
    const told: number[] = [];
    const { volumes, broken } = await renderDossier(document, {
      folder,
      findFile,
      pictureMs: 3000,
      onProgress: ({ done, total }) => told.push(total - done),
    });
    t.same(broken, [{ sha256: stuck, why: 'ended-the-process' }]);
    t.equal(told.at(-1), 0, 'the picture that was given up counts as done');
    const [volume] = volumes;
    t.ok((await textOf(volume?.path ?? '')).includes('le décodage a échoué'));
    const pdf = readFileSync(volume?.path ?? '', 'latin1');
    t.equal((pdf.match(/\/Subtype \/Image/g) ?? []).length, 2, 'two pictures are shown');
  },
);

t.test('a process killed at a picture costs that picture and no other', { skip: linux }, async t => {
  const folder = t.testdir();
  const { document, stuck, findFile } = await withOneThatHangs(folder);
  const printing = renderDossier(document, {
    folder,
    findFile,
    onProgress: ({ done }) => {
      if (done === 1) void childIn(folder, 'shrink-process').then(pid => process.kill(pid, 'SIGKILL'));
    },
  });
  t.same((await printing).broken, [{ sha256: stuck, why: 'ended-the-process' }]);
});

t.test('a typesetter that is killed leaves no PDF, and says what ended it', { skip: linux }, async t => {
  const folder = t.testdir();
  const printing = renderDossier(exampleDocument(20), { folder, findFile: async () => null });
  const killed = t.rejects(printing, { message: /the typesetter ended with SIGKILL/ });
  process.kill(await childIn(folder, 'typeset-process'), 'SIGKILL');
  await killed;
  t.same(
    (await readdir(folder)).filter(name => name.endsWith('.pdf')),
    [],
  );
});

t.test(
  'a full disk ends the printing, and no half PDF has the name of a whole one',
  { skip: linux },
  async t => {
    const folder = t.testdir();
    await symlink('/dev/full', join(folder, 'volume-1.pdf.part'));
    const printing = renderDossier(exampleDocument(1), { folder, findFile: async () => null });
    await t.rejects(printing, { message: /ENOSPC/ });
    t.notOk((await readdir(folder)).includes('volume-1.pdf'));
  },
);
