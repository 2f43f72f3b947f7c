import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import t, { type Test } from 'tap';
import { type JsonObject, peekEvent } from '../../src/log/index.js';
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

/** One item with one photograph without a position, marked by nobody: the decision alone says, withheld, whether a source is at risk. */
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
  const release = await playLargeRelease(stage, [[{ file, withPosition: false }]], read, () => ({ sources }));
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
  'GATE-8, F-28: whatever a decision answers on sources, and withholds, the same cleaned copies go',
  async t => {
    const copiesWhere: JsonObject[] = [];
    for (const identifiable of [true, false]) {
      const { bag, text } = await dossierWhere(t, identifiable);
      t.notOk(bag.files.has(`data/file/${file.sha256}`), 'the original stays');
      t.same(bag.paths('data/report/copies/'), ['data/report/copies/0001.jpg']);
      for (const [path, bytes] of bag.files) t.notOk(bytes.includes('DEMO-WHO-HELD-THE-CAMERA'), path);
      const { pieces } = JSON.parse(bag.text('data/report/pieces.json'));
      const listed = pieces.map(({ files, copies }: JsonObject) => ({ files, copies }));
      t.match(listed, [{ files: [], copies: [{ of: file.sha256 }] }]);
      copiesWhere.push(listed);
      if (text === null) continue;
      const excepted = 'hormis celles que le bordereau dit sans les données de l’appareil';
      t.match(text, excepted, 'the statement is true');
      t.match(text, file.sha256, 'the hash of the original is printed');
      t.notMatch(text, /source[^.]{0,40} (peut|pourrait) être identifiée/i, 'why is not told');
    }
    t.same(copiesWhere[0], copiesWhere[1], 'the two dossiers do not tell the answers apart');
  },
);

t.test('the answer on sources was erased since: the dossier rests on nothing of it, and is sent', async t => {
  const { stage, log, release, fetched } = await dossierWhere(t, false);
  await stage.enlist('DEMO-HR-1', ['HR'], { unit: null });
  const { event_id: eventId, jws } = await log.db
    .selectFrom('event')
    .select(['event_id', 'jws'])
    .where('subject', '=', `release/${release}`)
    .where('type', '=', 'release.decided')
    .executeTakeFirstOrThrow();
  const { sources } = peekEvent(jws).body as { sources: { identifiable: { _sd: string } } };
  const before = await fetched();
  await stage.require([
    {
      subject: `release/${release}`,
      type: 'release.disclosure-erased',
      by: 'DEMO-LEG-1/LEG',
      countersigned: ['DEMO-HR-1/HR as second-officer'],
      refs: [eventId],
      body: { eventId, digest: sources.identifiable._sd, reason: 'DEMO: protection of a source' },
    },
  ]);
  t.ok(Buffer.from(await fetched()).equals(Buffer.from(before)), 'the same bytes');
});
