import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { answerForLarge, playLargeRelease } from '../bench/large-release.js';
import { skipWithout, textOf } from '../dossier/paper/print-example.js';
import { drawnPhotograph, withExif } from '../helpers/drawn-photograph.js';
import { sha256Of } from '../helpers/memory-bag.js';
import { createTestFolder } from '../helpers/test-folder.js';
import { createTestStage } from '../helpers/test-stage.js';
import { unzip } from '../helpers/unzip.js';

t.setTimeout(600_000);

const photograph = withExif(drawnPhotograph(400, 300), 1, 'DEMO-WHO-HELD-THE-CAMERA');
const file = { sha256: sha256Of(photograph), size: photograph.length, mediaType: 'image/jpeg' } as const;

/** One item with one photograph without a position, marked by nobody: the decision alone can say that a source is at risk. */
async function dossierWhere(t: Test, identifiable: boolean) {
  const clock = {
    get now() {
      return Date.now();
    },
  };
  const { stage, log } = await createTestStage(t, clock);
  const read = async (_: unknown, start: number, end: number) =>
    new Uint8Array(photograph.subarray(start, end));
  const sources = { identifiable, protectionPlan: 'DEMO' };
  const release = await playLargeRelease(stage, [[{ file, withPosition: false }]], read, { sources });
  const officer = await stage.readingAs('DEMO-CASE-1');
  const { id } = await answerForLarge(stage, officer, release);
  const fetched = () => officer.bytes(`/v1/dossiers/${id}/bag`);
  const bag = await unzip(Buffer.from(await fetched()));
  const paper = join(await createTestFolder(t), 'dossier.pdf');
  await writeFile(paper, bag.files.get('data/report/dossier.pdf') ?? '');
  const text = skipWithout('pdftotext') === false ? (await textOf(paper)).replaceAll(/\s+/g, ' ') : null;
  return { bag, text, stage, log, release, fetched };
}

t.test(
  'GATE-8: a decision withholds that a source could be identified: a cleaned copy goes all the same',
  async t => {
    const { bag, text } = await dossierWhere(t, true);
    t.notOk(bag.files.has(`data/file/${file.sha256}`), 'the original stays');
    const copies = bag.paths('data/report/copies/');
    t.same(copies, ['data/report/copies/0001.jpg']);
    for (const [path, bytes] of bag.files) t.notOk(bytes.includes('DEMO-WHO-HELD-THE-CAMERA'), path);
    if (text === null) return;
    t.match(
      text,
      'hormis celles que le bordereau dit sans les données de l’appareil',
      'the statement is true',
    );
    t.match(text, file.sha256, 'the hash of the original is printed');
    t.notMatch(text, /source[^.]{0,40} (peut|pourrait) être identifiée/i, 'why is not told');
  },
);

t.test(
  'no source could be identified: the original goes, and the dossier says that it is identical',
  async t => {
    const { bag, text, stage, log, release, fetched } = await dossierWhere(t, false);
    t.ok(bag.files.get(`data/file/${file.sha256}`)?.equals(photograph));
    t.same(bag.paths('data/report/copies/'), []);
    if (text !== null) {
      t.match(text, 'identiques octet pour octet, liées par leur empreinte.');
      t.notMatch(text, 'hormis celles');
    }
    await t.test(
      'the answer was erased since: the dossier is built anew, not sent with other files',
      async t => {
        await stage.enlist('DEMO-HR-1', ['HR'], { unit: null });
        const decided = await log.db
          .selectFrom('event')
          .innerJoin('disclosure', 'disclosure.event_id', 'event.event_id')
          .select(['event.event_id', 'disclosure.digest', 'event.jws'])
          .where('event.subject', '=', `release/${release}`)
          .where('event.type', '=', 'release.decided')
          .execute();
        const { sources } = JSON.parse(
          Buffer.from(decided[0]?.jws.split('.')[1] ?? '', 'base64url').toString(),
        ).body;
        const digest: string = sources.identifiable._sd;
        const eventId = decided[0]?.event_id ?? '';
        await stage.require([
          {
            subject: `release/${release}`,
            type: 'release.disclosure-erased',
            by: 'DEMO-LEG-1/LEG',
            countersigned: ['DEMO-HR-1/HR as second-officer'],
            refs: [eventId],
            body: { eventId, digest, reason: 'DEMO: protection of a source' },
          },
        ]);
        const refused: unknown = await fetched().catch((error: unknown) => error);
        t.match(refused, { problem: { document: { code: 'dossier-outdated' } } });
      },
    );
  },
);
