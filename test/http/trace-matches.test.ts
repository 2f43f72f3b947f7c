import t from 'tap';
import { playBer } from '../../src/cli/demo/chapters/ber.js';
import { settleDiscrepancies } from '../../src/cli/demo/chapters/discrepancies.js';
import { playHeadquartersLeg } from '../../src/cli/demo/chapters/headquarters-leg.js';
import { placeInStores } from '../../src/cli/demo/chapters/headquarters-store.js';
import { playLaboratory } from '../../src/cli/demo/chapters/laboratory.js';
import { act, reviewed } from '../../src/cli/demo/chapters/laboratory-acts.js';
import { compareCases } from '../../src/cli/demo/chapters/laboratory-comparison.js';
import { examiner } from '../../src/cli/demo/chapters/laboratory-custody.js';
import { berBarrels } from '../../src/cli/demo/items/ber.js';
import { registration } from '../../src/cli/demo/register-item.js';
import { storyAtSector } from '../helpers/played-story.js';
import { type Get, readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

interface Matches {
  readonly items: readonly {
    readonly kind: string;
    readonly laboratory: string | null;
    readonly incidents: number;
    readonly items: number;
    readonly found: readonly {
      readonly item: string;
      readonly number: string;
      readonly incident: string;
      readonly reference: string;
      readonly place: string | null;
      readonly examinationNumber: string | null;
      readonly compared: readonly { readonly with: readonly string[]; readonly result: string }[];
    }[];
  }[];
  readonly next: string | null;
}

async function matches(get: Get, query = ''): Promise<Matches> {
  const answer = await get(`/v1/trace-matches${query}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<Matches>();
}

t.test('V7: the same trace or mark on items of two incidents is found and shown with both', async t => {
  const { testStage, play, setting, stocks, incident, packed, discrepancies } = await storyAtSector(t);
  const { stage } = testStage;
  const casesFired = await settleDiscrepancies(play, setting, stocks, packed, discrepancies);
  const travelling = Object.values({ ...packed, casesFired });
  await playHeadquartersLeg(play, setting, travelling);
  await placeInStores(play, setting, travelling);
  await playLaboratory(play, setting, incident, packed.remains, packed.casesShrapnel);
  const ber = await playBer(play, setting, stocks);
  // A session ends after a quarter of an hour of the story.
  const laboratory: Get = async url => (await readAs(testStage, 'DEMO-LABX-1'))(url);
  t.same((await matches(laboratory)).items, [], 'a trace of one incident alone is no match');
  await compareCases(play, setting, ber, packed.remains);
  const [vehicle] = packed.remains.items;
  const barrel = ber.packages.flatMap(({ items }) => items).find(({ label }) => label.endsWith('BARREL-RED'));
  if (vehicle === undefined || barrel === undefined) throw new Error('nothing was compared');

  await t.test(
    'with both items, their incidents and what two officers stated; it says nothing more',
    async t => {
      const { items } = await matches(laboratory);
      t.match(items, [{ kind: 'TRACE', laboratory: setting.laboratory, incidents: 2, items: 2 }]);
      const [match] = items;
      t.same(
        match?.found.map(({ item, incident, reference, examinationNumber, compared }) => ({
          ...{ item, incident, reference, examinationNumber },
          compared: compared.map(({ with: others, result }) => [others, result]),
        })),
        [
          {
            ...{
              item: vehicle.id,
              incident,
              reference: 'DEMO-TRACE-1',
              examinationNumber: 'DEMO-EXAMINATION-1',
            },
            compared: [[[barrel.id], 'INCONCLUSIVE']],
          },
          {
            ...{ item: barrel.id, incident: ber.incident, reference: 'DEMO-TRACE-1' },
            examinationNumber: 'DEMO-EXAMINATION-2',
            compared: [[[vehicle.id], 'INCONCLUSIVE']],
          },
        ],
      );
      t.notMatch(JSON.stringify(items), 'IDENTIFIED', 'found is not identified');
    },
  );

  await t.test(
    'marks that read the same but for case and hyphens, as registered or as a laboratory read them',
    async t => {
      const item = { id: play.newId('DEMO-OTHER-BARREL') };
      const [model] = berBarrels;
      if (model === undefined) throw new Error('no barrel');
      const registered = registration(
        play,
        {
          ...model,
          marks: [{ kind: 'FACTORY', text: 'demo works', place: 'DEMO: side' }],
        },
        { incident, scene: null, place: 'DEMO', by: 'DEMO-WIT-1' },
      );
      await stage.require([
        {
          subject: `evidence/${item.id}`,
          type: 'evidence.registered',
          by: 'DEMO-WIT-1/WIT',
          body: registered,
        },
      ]);
      const officer = await readAs(testStage, 'DEMO-CASE-1');
      const { items } = await matches(officer, '?kind=MARK');
      t.same(
        items.map(({ laboratory, found }) => [laboratory, found.map(({ reference }) => reference)]),
        [[null, ['DEMO-WORKS', 'demo works']]],
      );
      t.same(
        (await matches(laboratory, '?kind=MARK')).items,
        [],
        'who may not read one of the two is shown neither, and no count',
      );
      const first = await matches(officer, '?limit=1');
      const second = await matches(officer, `?limit=1&after=${first.next}`);
      t.same(
        [first, second].map(({ items: [match] }) => match?.kind),
        ['TRACE', 'MARK'],
      );
      t.equal(second.next, null);
      t.equal((await officer('/v1/trace-matches?after=eA')).statusCode, 400, 'no cursor of this list');
      t.same(
        (await matches(officer, `?item=${vehicle.id}`)).items.map(({ kind }) => kind),
        ['TRACE'],
      );
      t.same(
        (await matches(officer, `?item=${item.id}`)).items.map(({ kind }) => kind),
        ['MARK'],
      );
      t.same((await matches(officer, `?incident=${setting.mission}`)).items, []);
    },
  );

  await t.test(
    'D2, V2, V5, V7: the page of the report tells marks, device, photographs and comparisons',
    async t => {
      const { items } = (await laboratory('/v1/examinations?number=DEMO-EXAMINATION-2')).json<{
        items: readonly { readonly id: string }[];
      }>();
      const path = `/v1/examinations/${items[0]?.id}/report`;
      const { body } = await laboratory(path);
      for (const told of [
        ...['DEMO-WORKS (DEMO: lid)', 'Conteneur', 'DEMO-REFERENCE', 'DEMO-PHOTO-', 'DEMO : ressemblance'],
        ...['DEMO: nothing on how a device is made', 'Rapprochements entre affaires', 'Faible'],
      ])
        t.ok(body.includes(told), told);
      const custodian = await (await readAs(testStage, 'DEMO-HQC-1'))(path);
      t.match(custodian.body, 'DEMO-WORKS');
      for (const withheld of ['nothing on how a device is made', 'ressemblance'])
        t.notMatch(custodian.body, withheld, withheld);
    },
  );

  await t.test('design section 6, GATE-6: default deny; what is withheld is nowhere', async t => {
    for (const name of ['DEMO-OPJ-1', 'DEMO-COU-1', 'DEMO-HR-1', 'DEMO-SEC-1']) {
      const get = await readAs(testStage, name);
      t.equal((await get('/v1/trace-matches')).statusCode, 403, name);
    }
    t.same((await matches(await readAs(testStage, 'DEMO-WIT-1'))).items, [], 'his own examinations alone');
    await stage.enlist('DEMO-LABX-9', ['LABX'], { unit: null });
    t.same((await matches(await readAs(testStage, 'DEMO-LABX-9'))).items, [], 'another laboratory');
    const custodian = await (await readAs(testStage, 'DEMO-HQC-1'))('/v1/trace-matches');
    t.match(custodian.body, 'DEMO-TRACE-1');
    for (const withheld of ['relevée', 'ressemblance', 'DEMO-WARRANT-1'])
      t.notMatch(custodian.body, withheld);
  });

  await t.test('RQ-54: what an amendment takes back is compared no more', async t => {
    const { items } = (await laboratory('/v1/examinations?number=DEMO-EXAMINATION-2')).json<{
      items: readonly { readonly id: string }[];
    }>();
    const amended = act(
      { play, id: items[0]?.id ?? '', items: [barrel] },
      ['examination.result-amended', 'evidence.result-amended'],
      examiner,
      {
        ...{ report: 'DEMO-REPORT-2', version: 2, languages: ['FR'], deviceDetail: null },
        classification: {
          ...{ level: 'CONFIDENTIAL', originator: 'DEMO-LABORATORY', caveats: [] },
          ...{ reason: 'DEMO', review: null },
        },
        ...{ capacity: 'DEMO', reviewerCapacity: 'DEMO', quality: 'DEMO' },
        summary: { en: 'DEMO', fr: 'DEMO' },
        change: { what: 'DEMO: no mark of a finger after all', why: 'DEMO: seen again' },
      },
      [
        {
          ...{ examined: true, notExamined: null, omitted: [], photographs: [], marks: [], headstamp: null },
          ...{ construction: null, interpretation: null, derived: [] },
          exams: ['PRINTS_POWDER', 'MARK_IDENTIFICATION'].map(code => ({
            ...{ type: { code, text: null }, destructive: false, performedOn: play.inDays(0).slice(0, 10) },
            ...{ method: 'DEMO', instrument: null, limits: 'DEMO', result: 'NOTHING_FOUND', opinion: null },
            finding: { en: 'DEMO', fr: 'DEMO' },
            ...{ comparedWith: [], traces: [], files: [] },
          })),
          seals: { opened: 'DEMO-H-0013', resealed: 'DEMO-M-0001', note: null },
          alteration: { kind: 'NOTHING', text: null, residue: null },
        },
      ],
      reviewed,
    );
    await stage.require([amended]);
    t.same((await matches(laboratory)).items, []);
  });
});
