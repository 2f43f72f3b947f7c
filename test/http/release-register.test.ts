import t from 'tap';
import { releaseDecision, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import { itemEvents } from '../../src/cli/demo/consignment.js';
import { filesOfPiece } from '../../src/cli/demo/files-of-piece.js';
import { storyAtSector } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

interface Register {
  readonly rows: readonly {
    readonly by: string;
    readonly piece: string;
    readonly number: string | null;
    readonly copy: { readonly files: number; readonly cleaned: number | null } | null;
    readonly unit: string;
    readonly releaseNumber: string;
    readonly decision: { readonly event: string; readonly outcome: string } | null;
    readonly outcome: { readonly stage: string; readonly sentence: string | null } | null;
  }[];
}

interface Alerts {
  readonly items: readonly { readonly kind: string; readonly subject: string; readonly detail: string }[];
}

t.test(
  'RQ-65: what was given to whom, when, under which decision, and what came of it; reminders to ask',
  async t => {
    const { testStage, play, setting, packed } = await storyAtSector(t);
    const { stage } = testStage;
    const packages = [packed.arms];
    let get = await readAs(testStage, 'DEMO-FOC-1');
    const later = async (days: number) => {
      play.clock.pass(days * 24 * 60);
      get = await readAs(testStage, 'DEMO-FOC-1');
    };
    const register = async () => (await get('/v1/release-register')).json<Register>().rows;
    const alerts = async (kind: string) =>
      (await get('/v1/alerts?limit=200')).json<Alerts>().items.filter(alert => alert.kind === kind);

    const release = { id: play.newId('DEMO-RELEASE-1'), number: 'DEMO-RELEASE-1' };
    const asked = releaseRequest(play, release, setting.nationalBrigade, packages);
    await stage.require([...asked]);
    const [decided = ''] = await stage.require([releaseDecision(play, release.id, packages)]);
    t.same(await register(), [], 'granted is not given');

    const body = play.form('release.copy-disclosed', 'DEMO-HQ', {
      recipient: { unit: setting.nationalBrigade, capacity: 'OPJ', person: null },
      means: 'BY_HAND',
      references: ['DEMO-PV-9'],
      receipt: null,
    });
    const [ofRecord, ...ofPhotographs] = packed.arms.items;
    const copied = ({ subject }: { readonly subject: string }) => {
      const all = filesOfPiece(play, subject).map(({ sha256 }) => String(sha256));
      const files = subject === ofRecord?.subject ? [] : all;
      return { as: 'COPY', files, copies: 2, cleaned: files, leftOut: [] };
    };
    await stage.require([
      {
        subject: `release/${release.id}`,
        type: 'release.copy-disclosed',
        by: 'DEMO-CASE-1/CASE',
        body,
        items: itemEvents(packages, 'evidence.copy-disclosed', body, copied),
      },
    ]);
    const rows = await register();
    t.equal(rows.length, packed.arms.items.length, 'each piece');
    for (const row of rows) {
      t.match(row, {
        by: 'COPY',
        given: `release/${release.id}`,
        unit: setting.nationalBrigade,
        nationalReferences: ['DEMO-PV-9'],
        releaseNumber: 'DEMO-RELEASE-1',
        decision: { event: decided, outcome: 'GRANTED_WITH_CONDITIONS', role: 'LEG' },
        outcome: null,
      });
      t.type(row.number, 'string');
      const isRecord = row.piece === ofRecord?.subject;
      t.match(row.copy, { as: 'COPY', copies: 2, leftOut: 0, ...(isRecord ? { files: 0, cleaned: 0 } : {}) });
      if (isRecord) continue;
      const { files = 0, cleaned } = row.copy ?? {};
      t.ok(files > 0);
      t.equal(cleaned, files, 'E45, GATE-8: the photographs went as cleaned copies');
    }
    t.ok(ofPhotographs.length > 0);

    t.same(await alerts('REQUEST_OVERDUE'), []);
    t.same(await alerts('OUTCOME_DUE'), []);
    await later(32);
    t.match(await alerts('REQUEST_OVERDUE'), [{ subject: asked[0].subject }], 'E37: past its deadline');
    t.same(await alerts('OUTCOME_DUE'), []);
    await later(60);
    t.match(await alerts('OUTCOME_DUE'), [{ subject: `release/${release.id}` }], 'after ninety days');

    const report = (members: object) => ({
      subject: `release/${release.id}`,
      type: 'release.outcome-reported',
      by: 'DEMO-FOC-1/FOC',
      body: play.form('release.outcome-reported', 'DEMO-HQ', {
        given: [],
        on: play.inDays(0).slice(0, 10),
        knownFrom: 'DEMO',
        ...members,
      }),
    });
    await stage.require([report({ stage: 'CHARGED', askAgainOn: play.inDays(10).slice(0, 10) })]);
    t.same(await alerts('OUTCOME_DUE'), [], 'it was asked');
    await later(11);
    t.equal((await alerts('OUTCOME_DUE')).length, 1, 'asked again on the day that was set');
    const sentence = { kind: 'DEATH', text: null, inAbsentia: true };
    await stage.require([report({ stage: 'FINAL', sentence })]);
    t.same(await alerts('OUTCOME_DUE'), [], 'V11: nothing more is to be expected');
    await later(500);
    t.same(await alerts('OUTCOME_DUE'), []);
    for (const { outcome } of await register())
      t.match(outcome, { stage: 'FINAL', sentence: 'DEATH', inAbsentia: true });

    await t.test('as a table, and as a page to print in both languages', async t => {
      const csv = await get('/v1/release-register?format=csv');
      t.match(csv.headers['content-type'], /^text\/csv/);
      t.equal(csv.body.trimEnd().split('\r\n').length, rows.length + 1);
      t.match(csv.body, /,copies,files copied,cleaned copies,members left out,/);
      const last = rows.at(-1)?.copy;
      t.match(csv.body, `,2,${last?.files},${last?.cleaned},0,`);
      for (const [language, told, cleaned, record] of [
        [
          'fr',
          'Décision définitive',
          /fichiers copiés\s: [1-9]\d*, dont copies sans les données de l’appareil\s: [1-9]/,
          /copie de la fiche, éléments réservés omis\s: 0/,
        ],
        [
          'en',
          'Final',
          /files copied: [1-9]\d*, of these cleaned copies, without the data of the camera: [1-9]/,
          'copy of the record, withheld members left out: 0',
        ],
      ] as const) {
        const page = await get('/v1/release-register?format=html', { 'accept-language': language });
        t.match(page.headers['content-type'], /^text\/html/);
        t.match(page.body, told);
        t.match(page.body, cleaned);
        t.match(page.body, record);
        t.match(page.body, 'DEMO-RELEASE-1');
        t.notMatch(page.body, /<script/);
      }
    });

    await t.test('E45: the printed decision names the cleaned copies that were given', async t => {
      const legal = await readAs(testStage, 'DEMO-LEG-1');
      const paper = await legal(`/v1/releases/${release.id}/decision`);
      t.match(paper.body, 'Copies communiquées');
      const [given] = ofPhotographs;
      for (const { sha256 } of filesOfPiece(play, given?.subject ?? ''))
        t.match(paper.body, `${sha256} (copie sans les données de l&#39;appareil`);
      t.match(paper.body, 'En main propre');
    });

    await t.test('not for who may not read the record of releases', async t => {
      const national = await readAs(testStage, 'DEMO-OPJ-1');
      t.equal((await national('/v1/release-register')).statusCode, 403);
      const courier = await readAs(testStage, 'DEMO-COU-1');
      t.equal((await courier('/v1/release-register')).statusCode, 403);
    });
  },
);
