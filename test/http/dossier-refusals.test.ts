import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import t, { type Test } from 'tap';
import { demoImage } from '../../src/cli/demo/demo-image.js';
import { inWorkingFolder, removeAbandonedWork } from '../../src/disk/working-folder.js';
import { buildApp } from '../../src/http/app.js';
import { formatTime, type JsonObject } from '../../src/log/index.js';
import type { FileStore } from '../../src/store/files/file-store.js';
import { skipWithout, textOf } from '../dossier/paper/print-example.js';
import { releaseAct, releaseHaltedBody } from '../helpers/bodies/release.js';
import { playedStory } from '../helpers/played-story.js';
import { circumstances } from '../helpers/procedure.js';
import { openTestSession, post } from '../helpers/reading.js';
import { createTestFolder } from '../helpers/test-folder.js';
import type { TestStage } from '../helpers/test-stage.js';

t.setTimeout(600_000);

let played: TestStage;
let release = '';
let pieces: readonly string[] = [];
/** Temporary folders of this test alone. */
let temporary = '';

t.before(async () => {
  played = await playedStory(t);
  const row = await played.log.db.selectFrom('release').select('id').executeTakeFirstOrThrow();
  release = row.id;
  const items = await played.log.db
    .selectFrom('release_item')
    .select('item')
    .where('release', '=', release)
    .execute();
  pieces = items.map(({ item }) => `evidence/${item}`);
  await keepPhotographs();
  temporary = join(await createTestFolder(t), 'temporary');
  await mkdir(temporary);
  process.env.TMPDIR = temporary;
});

/** The files that the acts of the story name. */
async function keepPhotographs(): Promise<void> {
  for (let number = 1; number <= 400; number++) {
    const bytes = demoImage(number);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const staged = await played.log.files.stage(sha256, Readable.from([bytes]), bytes.length);
    await staged.commit();
  }
}

type Meanwhile = Partial<Record<'read' | 'pathOf', () => Promise<void> | void>>;

/** A service at which something happens once: when a file is first read, or when a picture is first looked for. */
async function serviceWhere(t: Test, meanwhile: Meanwhile): Promise<FastifyInstance> {
  const { files } = played.log;
  const once = (name: keyof Meanwhile) => {
    const happens = meanwhile[name];
    delete meanwhile[name];
    return happens?.();
  };
  const watched: FileStore = Object.assign(Object.create(files) as FileStore, {
    sizeOf: async (sha256: string) => {
      await once('read');
      return files.sizeOf(sha256);
    },
    read: (sha256: string) => files.read(sha256),
    pathOf: async (sha256: string) => {
      // Pictures are read for their copies first: the printing begins with its folder.
      if (readdirSync(temporary).some(folder => existsSync(join(temporary, folder, 'print'))))
        await once('pathOf');
      return files.pathOf(sha256);
    },
  });
  const app = await buildApp({ log: { ...played.log, files: watched }, logger: false });
  t.teardown(() => app.close());
  return app;
}

let numbers = 0;
async function build(app: FastifyInstance, language = 'en', accept = 'application/json') {
  const authorization = `Bearer ${await openTestSession({ ...played, app }, 'DEMO-CASE-1')}`;
  const number = `DEMO-DOSSIER-${++numbers}`;
  const headers = { authorization, accept, 'accept-language': language };
  return post(app, '/v1/dossiers', { release, contents: 'ORIGINALS', number }, headers);
}

/** Nothing half-made: no folder, no row, no part, no process. */
async function assertNothingLeft(t: Test, before: number): Promise<void> {
  t.same(readdirSync(temporary), [], 'no temporary folder');
  t.equal(await countOrders(), before, 'no order');
  const { rows } = await sql<{ orphans: number }>`select count(*)::int as orphans from dossier_part
    where dossier not in (select id from dossier_order)`.execute(played.log.db);
  t.equal(rows[0]?.orphans, 0, 'no part');
  t.same(printing(), [], 'no process');
}

async function countOrders(): Promise<number> {
  return (await played.log.db.selectFrom('dossier_order').select('id').execute()).length;
}

/** Processes that print in our folders. */
function printing(): readonly number[] {
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  return pids.filter(pid => commandOf(pid).includes(temporary)).map(Number);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

async function firstPrinting(module: string): Promise<number> {
  for (;;) {
    const pid = printing().find(one => commandOf(String(one)).includes(module));
    if (pid !== undefined) return pid;
    await sleep(5);
  }
}

/** A file that the dossier holds, and where it lies. */
async function aGivenFile(): Promise<{ readonly sha256: string; readonly path: string }> {
  const { sha256 } = await played.log.db
    .selectFrom('file_reference')
    .innerJoin('event', 'event.log_index', 'file_reference.log_index')
    .select('sha256')
    .where('event.subject', 'in', [...pieces])
    .where('kept_back', '=', false)
    .where('digest', '=', '')
    .orderBy('sha256')
    .executeTakeFirstOrThrow();
  return { sha256, path: (await played.log.files.pathOf(sha256)) ?? '' };
}

t.test('GATE-6: a release that expires while the dossier is built is refused, in both languages', async t => {
  const { now } = played.clock;
  for (const [language, words] of [
    ['en', /is in force from/],
    ['fr', /en vigueur/],
  ] as const) {
    const before = await countOrders();
    const app = await serviceWhere(t, {
      pathOf: () => {
        played.clock.now = now + 40 * 86_400_000;
      },
    });
    const answer = await build(app, language);
    played.clock.now = now;
    t.match(answer.json(), { code: 'refused', violations: [{ rule: 'release.not-in-force' }] });
    t.match(answer.json<{ violations: { message: string }[] }>().violations[0]?.message, words);
    await assertNothingLeft(t, before);
  }
});

t.test('RQ-67: an item that left meanwhile is refused by name', async t => {
  const before = await countOrders();
  const [piece = ''] = pieces;
  const set = (physical: string, handover: JsonObject | null) =>
    sql`update subject set state = state || ${JSON.stringify({ physical, handover })}::jsonb
      where subject = ${piece}`.execute(played.log.db);
  const { state } = await played.log.db
    .selectFrom('subject')
    .select('state')
    .where('subject', '=', piece)
    .executeTakeFirstOrThrow();
  const { physical, handover } = state as { physical: string; handover: JsonObject };
  const app = await serviceWhere(t, { pathOf: async () => void (await set('CONSUMED', null)) });
  const answer = await build(app);
  await set(physical, handover);
  t.match(answer.json(), { code: 'refused', violations: [{ rule: 'dossier.piece-left' }] });
  await assertNothingLeft(t, before);
});

t.test('a file that is gone, and one whose bytes are others, are named and stay out', async t => {
  const { sha256, path } = await aGivenFile();
  const aside = `${path}.aside`;
  await rename(path, aside);
  for (const [what, prepare] of [
    ['gone', async () => {}],
    ['altered', () => writeFile(path, 'other bytes')],
  ] as const) {
    await prepare();
    const answer = await build(played.app);
    t.equal(answer.statusCode, 201, answer.body);
    t.match(answer.json(), { missing: [sha256], counts: { filesMissing: 1 } }, what);
    const pdf = await keptPdf(answer.json<{ id: string }>().id);
    const missing = skipWithout('pdftotext');
    if (missing !== false) t.comment(missing);
    else {
      const text = await textOf(pdf);
      t.ok(text.replaceAll(' ', '').includes(sha256), what);
      t.ok(text.includes('Dû, disparu ou altéré'), what);
    }
  }
  await rename(aside, path);
  t.same((await build(played.app)).json<{ missing: string[] }>().missing, [], 'it is there again');
});

async function keptPdf(id: string): Promise<string> {
  const rows = await played.log.db
    .selectFrom('dossier_part')
    .select('bytes')
    .where('dossier', '=', id)
    .where('path', '=', 'dossier.pdf')
    .orderBy('part')
    .execute();
  const path = join(played.home, `${id}.pdf`);
  await writeFile(path, Buffer.concat(rows.map(({ bytes }) => bytes)));
  return path;
}

t.test(
  'a picture that goes after the build: told before the first byte, and sent once it is there again',
  async t => {
    const made = (await build(played.app)).json<
      JsonObject & { id: string; subject: string; counts: JsonObject }
    >();
    const { id, subject, missing: _1, cosigned: _2, stamped: _3, counts, ...stated } = made;
    const { filesMissing: _4, bytes: _5, ...counted } = counts;
    const body = { ...circumstances(formatTime(played.clock.now)), ...stated, counts: counted };
    await played.stage.require([{ subject, type: 'dossier.built', by: 'DEMO-CASE-1/CASE', body }]);
    const authorization = `Bearer ${await openTestSession(played, 'DEMO-CASE-1')}`;
    const { path } = await aGivenFile();
    await rename(path, `${path}.aside`);
    const refused = await fetch(`${played.url}/v1/dossiers/${id}/bag`, { headers: { authorization } });
    t.match(await refused.json(), { code: 'dossier-outdated' }, 'no ZIP comes');
    await rename(`${path}.aside`, path);
    const whole = await fetch(`${played.url}/v1/dossiers/${id}/bag`, { headers: { authorization } });
    t.ok((await whole.arrayBuffer()).byteLength > 0, 'and it comes once the file is there again');
  },
);

const linux = process.platform === 'linux' ? false : 'processes are found under /proc';

t.test('a typesetter that is killed ends the build by name', { skip: linux }, async t => {
  for (const [language, words] of [
    ['en', /broke off: nothing of it was kept/],
    ['fr', /rien n'en a été conservé/],
  ] as const) {
    const before = await countOrders();
    const building = build(played.app, language);
    process.kill(await firstPrinting('typeset-process'), 'SIGKILL');
    const answer = await building;
    t.equal(answer.statusCode, 503);
    t.match(answer.json(), { code: 'dossier-unprinted', title: words });
    await assertNothingLeft(t, before);
  }
});

t.test('whoever is told by lines gets the problem as the last of them', { skip: linux }, async t => {
  const building = build(played.app, 'fr', 'application/x-ndjson');
  process.kill(await firstPrinting('typeset-process'), 'SIGKILL');
  const last = (await building).body.trimEnd().split('\n').at(-1) ?? '';
  t.match(JSON.parse(last), {
    problem: { code: 'dossier-unprinted', status: 503, title: /rien n'en a été conservé/ },
  });
});

t.test('a full disk ends the build by name', { skip: linux }, async t => {
  const before = await countOrders();
  const app = await serviceWhere(t, {
    pathOf: async () => {
      const [folder = ''] = readdirSync(temporary);
      await symlink('/dev/full', join(temporary, folder, 'print', 'volume-1.pdf.part'));
    },
  });
  t.match((await build(app)).json(), { code: 'dossier-unprinted' });
  await assertNothingLeft(t, before);
});

t.test('whoever goes away ends the printing, and nothing is kept', { skip: linux }, async t => {
  const before = await countOrders();
  const gone = new AbortController();
  const authorization = `Bearer ${await openTestSession(played, 'DEMO-CASE-1')}`;
  const building = fetch(`${played.url}/v1/dossiers`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ release, contents: 'ORIGINALS', number: 'DEMO-GONE' }),
    signal: gone.signal,
  });
  await firstPrinting('-process');
  gone.abort();
  await t.rejects(building);
  for (let tries = 0; tries < 100 && readdirSync(temporary).length > 0; tries++) await sleep(50);
  await assertNothingLeft(t, before);
});

t.test('what a killed service left among the temporary folders is removed by the next build', async t => {
  const dead = join(temporary, 'scelle-work-dead');
  await mkdir(dead);
  await writeFile(join(dead, 'lock'), '');
  await writeFile(join(dead, 'volume-1.pdf.part'), 'half a PDF');
  await mkdir(join(temporary, 'of-another-program'));
  await inWorkingFolder(async folder => {
    await removeAbandonedWork();
    t.ok(
      readdirSync(temporary).some(name => folder.endsWith(name)),
      'who is at work is left alone',
    );
    t.notOk(readdirSync(temporary).includes('scelle-work-dead'));
  });
  await mkdir(dead);
  await writeFile(join(dead, 'lock'), '');
  t.equal((await build(played.app)).statusCode, 201);
  t.same(readdirSync(temporary), ['of-another-program']);
  await rm(join(temporary, 'of-another-program'), { recursive: true });
});

t.test(
  'GATE-6: suspended while it is read it is begun anew, withdrawn while it is printed it is refused',
  async t => {
    const now = () => circumstances(formatTime(played.clock.now));
    const halt = (word: 'suspended' | 'withdrawn', of: readonly string[]) => async () => {
      await played.stage.require([
        releaseAct(word, 'DEMO-LEG-1/LEG', releaseHaltedBody('', now()), of, `release/${release}`),
      ]);
    };
    const [first = ''] = pieces;
    const before = await countOrders();
    const overtaken = await serviceWhere(t, { read: halt('suspended', [first]) });
    t.match((await build(overtaken)).json(), { code: 'stale' });
    await assertNothingLeft(t, before);
    const less = await build(played.app);
    t.equal(less.statusCode, 201, less.body);
    t.notOk(less.json<{ pieces: string[] }>().pieces.includes(first), 'what is suspended is no piece of it');
    const rest = pieces.filter(piece => piece !== first);
    const withdrawn = await serviceWhere(t, { pathOf: halt('withdrawn', rest) });
    t.match((await build(withdrawn)).json(), {
      code: 'refused',
      violations: [{ rule: 'dossier.nothing-granted' }],
    });
    await assertNothingLeft(t, before + 1);
  },
);
