import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import t, { type Test } from 'tap';
import { officersFolder } from '../../src/cli/cast/stage.js';
import { formatTime, peekEvent } from '../../src/log/index.js';
import type { Verdict } from '../../src/verify/index.js';
import { checkSyntax, skipWithout } from '../dossier/paper/print-example.js';
import { bytesOf, type Files, sealBag, textOf } from '../helpers/bag-files.js';
import {
  dueDiligence,
  releaseAct,
  releaseDecidedBody,
  releaseRequestedBody,
} from '../helpers/bodies/release.js';
import { sha256Of } from '../helpers/memory-bag.js';
import { playedStory } from '../helpers/played-story.js';
import { circumstances } from '../helpers/procedure.js';
import { Laptop, scelle } from '../helpers/scelle.js';
import { type SpoilBag, startSpoilingProxy } from '../helpers/spoiling-proxy.js';
import { unzip } from '../helpers/unzip.js';
import { zipFiles } from '../helpers/zip-files.js';

t.setTimeout(600_000);

const run = promisify(execFile);

t.test('E41: in one step a case officer builds, is shown, signs and fetches a dossier', async t => {
  const played = await playedStory(t);
  const { recipient_unit: unit } = await played.log.db
    .selectFrom('release')
    .select('recipient_unit')
    .executeTakeFirstOrThrow();
  const held = await played.log.db
    .selectFrom('evidence')
    .select('id')
    .where('physical', '=', 'HELD')
    .executeTakeFirstOrThrow();
  const { id: request } = await played.log.db.selectFrom('request').select('id').executeTakeFirstOrThrow();
  played.clock.now = Date.now();
  const release = `release/${played.stage.newId()}`;
  const item = `evidence/${held.id}`;
  const now = formatTime(Date.now());
  const in30Days = formatTime(Date.now() + 30 * 86_400_000);
  const requested = releaseRequestedBody(unit, now, { number: 'DEMO-TODAY', request });
  const decided = releaseDecidedBody(now, {
    validFrom: formatTime(Date.now() - 3_600_000),
    validUntil: in30Days,
    dueDiligence: dueDiligence({ reviewOn: in30Days.slice(0, 10) }),
  });
  await played.stage.require([
    releaseAct('requested', 'DEMO-CASE-1/CASE', { ...requested, ...circumstances(now) }, [item], release),
  ]);
  await played.stage.require([
    releaseAct('decided', 'DEMO-LEG-1/LEG', { ...decided, ...circumstances(now) }, [item], release),
  ]);

  const laptop = await Laptop.connect(t, played.url);
  const policy = join(laptop.home, 'policy.txt');
  await writeFile(policy, await (await fetch(`${played.url}/v1/log/policy`)).text());
  const key = join(officersFolder(played.home), 'DEMO-CASE-1', 'officer.key.json');
  const out = join(laptop.home, 'dossier.zip');
  const args = ['dossier', 'build', 'DEMO-TODAY', '--as', `${key}:CASE`, '--contents', 'COPIES'];
  const where = ['--place', 'DEMO-HQ', '--out', out];

  t.equal((await laptop.run([...args, ...where])).code, 2, 'nobody agreed: nothing is signed');
  const ran = await laptop.run([...args, ...where, '--yes']);
  t.equal(ran.code, 0, ran.stderr);
  const { hash, receipt, pieces } = ran.json<{ hash: string; receipt: string; pieces: string[] }>();
  t.same(pieces, [item]);
  t.match(ran.stderr, 'Dossier DEMO-TODAY, version 1: Copies', 'it was shown before it was signed');
  t.match(ran.stderr, hash);
  t.match(ran.stderr, /100 % {2}(\d+)\/\1\n/, 'KiB that came');
  const bag = await unzip(await readFile(out));
  t.equal(sha256Of(Buffer.from(bag.text('tagmanifest-sha256.txt'))), hash);
  const unpacked = join(laptop.home, 'unpacked');
  for (const [path, bytes] of bag.files) {
    await mkdir(dirname(join(unpacked, path)), { recursive: true });
    await writeFile(join(unpacked, path), bytes);
  }
  await checkWithOtherPrograms(t, unpacked);
  const verified = await scelle(['--json', 'verify', out, '--policy', policy]);
  t.equal(verified.code, 0, verified.stdout + verified.stderr);
  const proven = await scelle(['--json', 'verify', '--receipt', receipt, '--policy', policy]);
  t.equal(proven.code, 0, proven.stdout + proven.stderr);
  t.same((await readdir(laptop.home)).filter(name => name.startsWith('dossier')).sort(), [
    'dossier.receipt.json',
    'dossier.zip',
  ]);
  t.equal((await laptop.run([...args, ...where, '--yes'])).code, 2, 'it is there already');
  await holdsReceipt(t, { out, receipt, policy, files: bag.files });
  await fetchAgain(t, { laptop, url: played.url, as: `${key}:CASE`, out, hash });
});

/** As a forger leaves out what nothing inside asks for: the acts of the release. */
function withoutRelease(files: Files): Files {
  const lines = (path: string) => textOf(files.get(path)).split(/(?<=\n)/);
  const isOfRelease = (line: string) => peekEvent(JSON.parse(line).jws).subject.startsWith('release/');
  const events = lines('data/events.ndjson').filter(line => line !== '');
  for (const line of events.filter(isOfRelease))
    files.delete(`data/proof/${JSON.parse(line).index}.tlog-proof`);
  const left = events.filter(line => !isOfRelease(line));
  files.set('data/events.ndjson', bytesOf(left.join('')));
  const subjects = lines('data/subjects.ndjson').filter(line => !line.includes('"release/'));
  files.set('data/subjects.ndjson', bytesOf(subjects.join('')));
  return sealBag(files);
}

interface Kept {
  readonly out: string;
  readonly receipt: string;
  readonly policy: string;
  readonly files: Files;
}

/** E41: no signature inside covers what is printed; the receipt beside the dossier does. */
async function holdsReceipt(t: Test, { out, receipt, policy, files }: Kept): Promise<void> {
  const verify = (dossier: string, ...more: string[]) =>
    scelle(['verify', dossier, '--policy', policy, ...more]);
  const unproven = 'that report/ (tables, print, copies, page) is what was recorded';
  const alone = await verify(out);
  t.equal(alone.code, 0);
  t.match(alone.stdout, unproven, 'without the receipt');
  t.match(alone.stdout, /^UNCHANGED: the acts inside .*NOT CHECKED: report\//);
  const held = await verify(out, '--known', receipt);
  t.equal(held.code, 0, held.stdout + held.stderr);
  t.match(held.stdout, /RECORDED: the act dossier\.built \(DEMO-TODAY, version 1\) at leaf \d+ has the hash/);
  t.notMatch(held.stdout, unproven);
  t.notMatch(held.stdout, 'MAY BE CUT', 'the act that records it comes after it');
  t.notMatch(held.stdout, /NOT CHECKED|ANOTHER ONE/);
  t.match(held.stdout, /Tree: \d+ leaves, root [\w+/]{43}=; key of the log \S+\+[0-9a-f]{8}\+\S+\./);

  const path = 'data/report/dossier.pdf';
  const forged = new Map(files).set(path, bytesOf(`${textOf(files.get(path))}% another page`));
  const other = join(dirname(out), 'forged.zip');
  await writeFile(other, await zipFiles(sealBag(forged), 0));
  t.match((await verify(other)).stdout, unproven, 'another print is not seen without the receipt');
  const told = await scelle(['--json', 'verify', other, '--policy', policy, '--known', receipt]);
  t.equal(told.code, 6, told.stdout);
  t.match(told.json<Verdict>(), {
    verdict: 'fail',
    failed: {
      check: 'bag',
      where: 'tagmanifest-sha256.txt',
      detail:
        /^a receipt held of leaf \d+ records the dossier DEMO-TODAY, version 1, of these pieces and this tree with the hash [0-9a-f]{64}, and not with [0-9a-f]{64}: files were exchanged, or this is another dossier$/,
    },
  });
  const french = await scelle(['--lang', 'fr', 'verify', other, '--policy', policy, '--known', receipt]);
  t.match(
    french.stdout,
    "consigne le dossier DEMO-TODAY, version 1, de ces pièces et de cet arbre sous l'empreinte",
  );
  const stripped = new Map(forged);
  stripped.delete('data/report/pieces.json');
  await writeFile(other, await zipFiles(withoutRelease(stripped), 0));
  const taken = await verify(other);
  t.match(taken.stdout, /^UNCHANGED: .*NOT CHECKED: report\//, 'nor does it hide as another kind of export');
  const takenTold = await scelle(['--json', 'verify', other, '--policy', policy, '--known', receipt]);
  t.match(
    takenTold.json<Verdict>().failed,
    { check: 'bag', where: 'tagmanifest-sha256.txt' },
    'nor by leaving out the release: what pieces are inside is proven',
  );
  const proven = await scelle(['verify', '--receipt', receipt, '--policy', policy]);
  t.match(proven.stdout, /hash of the dossier [0-9a-f]{64}/);
}

interface Fetched {
  readonly laptop: Laptop;
  /** Of the service. */
  readonly url: string;
  readonly as: string;
  /** The dossier as it was fetched at first. */
  readonly out: string;
  readonly hash: string;
}

/** What breaks off after the signature is taken up again, and leaves nothing half-made (E41). */
async function fetchAgain(t: Test, { laptop, url, as, out, hash }: Fetched): Promise<void> {
  const again = join(dirname(out), 'again.zip');
  const args = ['dossier', 'fetch', 'DEMO-TODAY', '--as', as, '--out', again];
  const leftOf = async () => (await readdir(dirname(again))).filter(name => name.startsWith('again'));
  const through = async (spoil: SpoilBag) => {
    const proxy = await startSpoilingProxy(t, url, spoil);
    await laptop.connectTo(proxy);
    const ran = await laptop.run(args);
    await laptop.comeBack();
    return ran;
  };
  await t.test('broken off by the network: nothing is left', async t => {
    const ran = await through({ kind: 'cut', after: 100_000 });
    t.not(ran.code, 0);
    t.same(await leftOf(), []);
  });
  await t.test('other bytes than the event in the log states: nothing is left', async t => {
    const ran = await through({ kind: 'flip', at: 60_000 });
    t.not(ran.code, 0);
    t.same(await leftOf(), []);
  });
  await t.test('killed: what it left is removed by the next one, which fetches the same bytes', async t => {
    await writeFile(`${again}.part.0123456789ab.new`, 'half');
    const fetched = await laptop.must<{ hash: string; receipt: string; number: string }>(args);
    t.match(fetched, { hash, number: 'DEMO-TODAY', receipt: again.replace('.zip', '.receipt.json') });
    t.ok((await readFile(again)).equals(await readFile(out)), 'the same bytes');
    t.same(
      JSON.parse(await readFile(fetched.receipt, 'utf8')).jws,
      JSON.parse(await readFile(out.replace('.zip', '.receipt.json'), 'utf8')).jws,
    );
    t.same((await leftOf()).sort(), ['again.receipt.json', 'again.zip']);
    t.equal((await laptop.run(args)).code, 2, 'it is there already');
  });
  await t.test('into a folder: one that was broken off there is named, not removed', async t => {
    const folder = join(dirname(out), 'unzipped');
    const into = [...args.slice(0, -1), folder];
    await mkdir(`${folder}.part`);
    const stopped = await laptop.run(into);
    t.equal(stopped.code, 2);
    t.match(stopped.stdout + stopped.stderr, 'unzipped.part');
    await rmdir(`${folder}.part`);
    await laptop.must(into);
    const manifest = await readFile(join(folder, 'tagmanifest-sha256.txt'));
    t.equal(sha256Of(manifest), hash);
  });
}

/** RFC 8493: both manifests by the programs that a recipient has, and the syntax of the PDF. */
async function checkWithOtherPrograms(t: Test, folder: string): Promise<void> {
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const lines = (await readFile(join(folder, manifest), 'utf8')).trimEnd().split('\n');
    const { stdout } = await run('sha256sum', ['--strict', '-c', manifest], { cwd: folder });
    t.same(
      stdout.trimEnd().split('\n').sort(),
      lines.map(line => `${line.slice(66)}: OK`).sort(),
      `${manifest} by sha256sum`,
    );
  }
  await writeFile(join(folder, 'data', 'log.json'), 'other bytes');
  await t.rejects(run('sha256sum', ['--strict', '-c', 'manifest-sha256.txt'], { cwd: folder }));
  const missing = skipWithout('qpdf');
  if (missing !== false) return t.comment(missing);
  t.match(
    await checkSyntax(join(folder, 'data', 'report', 'dossier.pdf')),
    /No syntax or stream encoding errors/,
  );
}
