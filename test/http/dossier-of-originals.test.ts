import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { uploadFile } from '../../src/client/index.js';
import { formatPolicy, formatTime, type JsonObject } from '../../src/log/index.js';
import { verifyExport } from '../../src/verify/index.js';
import type { DrawnFile } from '../bench/drawn-files.js';
import { answerForLarge, playLargeRelease, type TakenPhotograph } from '../bench/large-release.js';
import { skipWithout, textOf } from '../dossier/paper/print-example.js';
import { memoryBag } from '../helpers/bag-files.js';
import { deliveredBody } from '../helpers/bodies/dossier.js';
import {
  classifiedBody,
  code,
  photograph,
  quantity,
  registeredBody,
  unclassified,
} from '../helpers/bodies/evidence.js';
import { drawnPhotograph, withExif } from '../helpers/drawn-photograph.js';
import { sha256Of } from '../helpers/memory-bag.js';
import { circumstances } from '../helpers/procedure.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { createTestStage } from '../helpers/test-stage.js';
import { unzip } from '../helpers/unzip.js';

t.setTimeout(600_000);

const camera = 'DEMO-WHO-HELD-THE-CAMERA';

interface Drawn extends TakenPhotograph {
  readonly bytes: Buffer;
  readonly asOriginal: boolean;
}

function drawn(bytes: Buffer, more: Partial<Drawn> = {}): Drawn {
  const file = { sha256: sha256Of(bytes), size: bytes.length, mediaType: 'image/jpeg' } as const;
  return { file, bytes, withPosition: false, asOriginal: false, ...more };
}

const seeded = (seed: number) => withExif(drawnPhotograph(400, 300, seed), 1, camera);

/** One item with these photographs, and the decision that grants it. */
async function released(t: Test, photographs: readonly Drawn[]) {
  const clock = {
    get now() {
      return Date.now();
    },
  };
  const { stage, log } = await createTestStage(t, clock);
  const byHash = new Map(photographs.map(({ file, bytes }) => [file.sha256, bytes]));
  const read = async ({ sha256 }: DrawnFile, start: number, end: number) =>
    new Uint8Array(byHash.get(sha256)?.subarray(start, end) ?? []);
  const release = await playLargeRelease(stage, [photographs], read, ([item]) => ({
    originalPhotographs: photographs
      .filter(({ asOriginal }) => asOriginal)
      .map(({ file: { sha256 } }) => ({
        ...{ piece: item?.subject ?? '', file: sha256, boundBy: item?.boundBy ?? '' },
        why: 'DEMO-WHY-NOBODY-IS-TOLD',
      })),
  }));
  const officer = await stage.readingAs('DEMO-CASE-1');
  const fetched = async (id: unknown) => Buffer.from(await officer.bytes(`/v1/dossiers/${id}/bag`));
  const preview = async () => {
    const { pieces } = await officer.get(`/v1/releases/${release}/preview`);
    return (pieces as readonly JsonObject[])[0] ?? {};
  };
  return { stage, log, release, officer, fetched, preview, read };
}

async function paperIn(t: Test, bag: Awaited<ReturnType<typeof unzip>>): Promise<string | null> {
  if (skipWithout('pdftotext') !== false) return null;
  const path = join(await createTestFolder(t), 'dossier.pdf');
  await writeFile(path, bag.files.get('data/report/dossier.pdf') ?? '');
  return (await textOf(path)).replaceAll(/\s+/g, ' ');
}

function listedIn(bag: Awaited<ReturnType<typeof unzip>>): JsonObject {
  return JSON.parse(bag.text('data/report/pieces.json')).pieces[0];
}

t.test(
  'GATE-8: what a decision names goes as the camera wrote it, the rest as cleaned copies, and both are said',
  async t => {
    const going = drawn(seeded(1), { asOriginal: true });
    const kept = drawn(seeded(2), { withPosition: true });
    const { stage, log, release, officer, fetched, preview } = await released(t, [going, kept]);
    const shown = await preview();
    t.match(shown, { files: [going.file.sha256], originals: [going.file.sha256] });
    t.match(shown.left, [{ sha256: kept.file.sha256, why: 'CLEANED', boundBy: String }]);
    const { id } = await answerForLarge(stage, officer, release);
    const zip = await fetched(id);
    const bag = await unzip(zip);
    t.ok(bag.files.get(`data/file/${going.file.sha256}`)?.equals(going.bytes), 'byte for byte');
    t.notOk(bag.files.has(`data/file/${kept.file.sha256}`));
    t.same(bag.paths('data/report/copies/'), ['data/report/copies/0001.jpg']);
    t.match(listedIn(bag), {
      files: [going.file.sha256],
      originals: [going.file.sha256],
      copies: [{ of: kept.file.sha256 }],
    });
    const telling = [...bag.files].filter(([, bytes]) => bytes.includes(camera)).map(([path]) => path);
    t.same(telling, [`data/file/${going.file.sha256}`], 'the other camera data stay here');
    t.notMatch(bag.text('data/report/withheld.csv'), new RegExp(going.file.sha256));
    t.ok((await fetched(id)).equals(zip), 'the same bytes again');
    const policy = formatPolicy(log.policy);
    t.equal((await verifyExport(memoryBag(bag.files), { policy })).verdict, 'ok', 'scelle verify');
    const text = await paperIn(t, bag);
    if (text === null) return;
    for (const said of [
      "fichier original avec les données de l'appareil",
      "copie sans les données de l'appareil",
      "Jointe en original, avec les données de l'appareil",
      "Jointe en copie, sans les données de l'appareil",
      'Photographies remises en original',
      'DEMO-WHY-NOBODY-IS-TOLD',
      'la décision les désigne',
    ])
      t.ok(text.replaceAll('’', "'").includes(said), said);
  },
);

type Released = Awaited<ReturnType<typeof released>>;

/** Another item of the incident, outside the release, that binds the same photograph. */
async function registerAgain(
  { stage, officer, preview }: Released,
  { file }: Drawn,
  { position, ...changes }: JsonObject,
): Promise<void> {
  const { summary } = await officer.get(`/v1/${(await preview()).piece}`);
  const at = formatTime(Date.now());
  const counted = { ...quantity('143'), countedBy: stage.officer('DEMO-SEC-1').officer };
  const shown = photograph('DEMO-9', { file, takenAt: at, ...(position === null ? { position } : {}) });
  const { incident = null } = summary as JsonObject;
  await stage.require([
    {
      ...{ subject: `evidence/${stage.newId()}`, type: 'evidence.registered', by: 'DEMO-SEC-1/SEC' },
      body: registeredBody(at, {
        ...circumstances(at),
        ...{ incident, quantity: counted, photographs: [shown] },
        ...changes,
      }),
    },
  ]);
}

/** What leaves of one photograph that a decision lets go as an original. */
async function leaving({ stage, release, officer, fetched, preview }: Released, { file }: Drawn) {
  const { originals } = await preview();
  const { id } = await answerForLarge(stage, officer, release);
  const bag = await unzip(await fetched(id));
  const telling = [...bag.files].filter(([, bytes]) => bytes.includes(camera)).map(([path]) => path);
  const copies = bag.paths('data/report/copies/').length;
  return { originals, telling, copies, has: bag.files.has(`data/file/${file.sha256}`) };
}

const ofSource = { problem: { violations: [{ rule: 'dossier.original-of-source' }] } };

function thrownBy(tried: Promise<unknown>): Promise<unknown> {
  return tried.then(
    () => null,
    (thrown: unknown) => thrown,
  );
}

const asCopy = { originals: [], telling: [], copies: 1, has: false };

t.test(
  'GATE-8, F-28: an original beside which another record withholds the position stays, whoever lists it',
  async t => {
    const going = drawn(seeded(6), { asOriginal: true });
    const asReleased = await released(t, [going]);
    await registerAgain(asReleased, going, {});
    t.same(await leaving(asReleased, going), asCopy);
  },
);

t.test(
  'GATE-8, V6: nor one that another item, outside the release and with the caveat SOURCE, binds too',
  async t => {
    const going = drawn(seeded(7), { asOriginal: true });
    const asReleased = await released(t, [going]);
    const source = { ...unclassified, caveats: [code('SOURCE')] };
    await registerAgain(asReleased, going, { position: null, classification: source });
    t.same(await leaving(asReleased, going), asCopy);
  },
);

t.test(
  'GATE-8, V6: a dossier with an original is not fetched once its piece bears the caveat SOURCE',
  async t => {
    const going = drawn(seeded(8), { asOriginal: true });
    const { stage, release, officer, fetched, preview } = await released(t, [going]);
    const { id } = await answerForLarge(stage, officer, release);
    const at = formatTime(Date.now());
    await stage.require([
      {
        ...{ subject: String((await preview()).piece), type: 'evidence.classified', by: 'DEMO-LEG-1/LEG' },
        body: classifiedBody(at, {
          ...circumstances(at),
          classification: { ...unclassified, caveats: [code('SOURCE')] },
        }),
      },
    ]);
    t.match(await thrownBy(fetched(id)), ofSource);
    const again = answerForLarge(stage, officer, release, String(id));
    t.match(await thrownBy(again), ofSource, 'nor built anew without a new decision');
  },
);

t.test(
  'GATE-8, V6: nor fetched or delivered once something else that names the photograph bears it; the next version goes with a copy',
  async t => {
    const going = drawn(seeded(9), { asOriginal: true });
    const asReleased = await released(t, [going]);
    const { stage, release, officer, fetched } = asReleased;
    const original = `data/file/${going.file.sha256}`;
    await stage.enlist('DEMO-HQC-1', ['HQC'], { unit: null });
    const deliver = ({ subject, recipientUnit }: JsonObject) =>
      stage.attempt([
        {
          ...{ subject: String(subject), type: 'dossier.delivered', by: 'DEMO-HQC-1/HQC' },
          countersigned: ['DEMO-SEC-1/SEC as witness'],
          body: deliveredBody(String(recipientUnit), circumstances(formatTime(Date.now()))),
        },
      ]);
    const first = await answerForLarge(stage, officer, release);
    t.ok((await unzip(await fetched(first.id))).files.has(original));
    const source = { ...unclassified, caveats: [code('SOURCE')] };
    await registerAgain(asReleased, going, { position: null, classification: source });
    const noMore = { problem: { violations: [{ rule: 'dossier.original-no-more' }] } };
    t.match(await thrownBy(fetched(first.id)), noMore);
    const { kind, problem } = (await deliver(first)) as { kind: string; problem?: { violations: unknown } };
    t.match(
      { kind, violations: problem?.violations },
      {
        kind: 'refused',
        violations: [{ rule: 'release.not-as-things-stand' }],
      },
    );
    const next = await answerForLarge(stage, officer, release, String(first.id));
    const bag = await unzip(await fetched(next.id));
    t.notOk(bag.files.has(original));
    const text = (await paperIn(t, bag))?.replaceAll('’', "'");
    if (text !== undefined) {
      t.match(text, "Remise en copie, sans les données de l'appareil", 'D6: what really leaves');
      t.notMatch(text, 'DEMO-WHY-NOBODY-IS-TOLD', 'not said to go as an original');
    }
    t.equal((await deliver(next)).kind, 'accepted');
  },
);

/** Of none of them a copy can be made: no picture that we know, the end of it missing, too large to be read whole. */
function uncopied(asOriginal: boolean): readonly Drawn[] {
  const heic = Buffer.concat([
    Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
    Buffer.from(camera),
  ]);
  const broken = seeded(3);
  const large = Buffer.concat([seeded(4), Buffer.alloc(64 * 1_048_576)]);
  const { file } = drawn(heic);
  return [
    drawn(heic, { asOriginal, file: { ...file, mediaType: 'image/heic' } }),
    drawn(broken.subarray(0, broken.length - 400), { asOriginal }),
    drawn(large, { asOriginal }),
  ];
}

t.test('GATE-8: a photograph of which no cleaned copy can be made stays here, and is named', async t => {
  const photographs = uncopied(false);
  const hashes = photographs.map(({ file }) => file.sha256).sort();
  const { stage, release, officer, fetched, preview } = await released(t, photographs);
  const shown = await preview();
  t.same(shown.files, []);
  t.match(
    shown.left,
    hashes.map(sha256 => ({ sha256, why: 'NO_COPY' })),
  );
  const { id, missing } = await answerForLarge(stage, officer, release);
  t.same(missing, [], 'none of them is owed');
  const bag = await unzip(await fetched(id));
  t.same(bag.paths('data/report/copies/'), [], 'nothing half-made');
  for (const [path, bytes] of bag.files) t.notOk(bytes.includes(camera), path);
  t.match(listedIn(bag), { files: [], copies: [] });
  const text = await paperIn(t, bag);
  for (const sha256 of text === null ? [] : hashes) t.ok(text?.includes(sha256), `${sha256} is named`);
  if (text !== null) t.match(text.replaceAll('’', "'"), "Aucune copie sans les données de l'appareil");
});

t.test('GATE-8: and goes as an original where a person lets it', async t => {
  const photographs = uncopied(true);
  const { stage, release, officer, fetched, preview } = await released(t, photographs);
  t.same((await preview()).left, []);
  const { id } = await answerForLarge(stage, officer, release);
  const bag = await unzip(await fetched(id));
  for (const { file, bytes } of photographs)
    t.ok(bag.files.get(`data/file/${file.sha256}`)?.equals(bytes), file.sha256);
  t.same(bag.paths('data/report/copies/'), []);
});

t.test(
  'a photograph that arrives after the dossier was built is in the next version, not in this one',
  async t => {
    for (const asOriginal of [false, true]) {
      const late = drawn(seeded(5), { owed: true, asOriginal });
      const { stage, release, officer, fetched, read } = await released(t, [late]);
      const { sha256 } = late.file;
      const order = await answerForLarge(stage, officer, release);
      t.same(order.missing, [sha256], 'it is owed, and that is said');
      const before = await fetched(order.id);
      await uploadFile(await stage.readingAs('DEMO-SEC-1'), {
        ...late.file,
        read: (start, end) => read(late.file, start, end),
      });
      t.ok((await fetched(order.id)).equals(before), 'the dossier stays as it was signed for');
      const next = await answerForLarge(stage, officer, release, String(order.id));
      t.same(next.missing, []);
      const bag = await unzip(await fetched(next.id));
      t.equal(bag.files.has(`data/file/${sha256}`), asOriginal);
      t.equal(bag.paths('data/report/copies/').length, asOriginal ? 0 : 1);
    }
  },
);
