import t from 'tap';
import { releaseDecision, releaseInput, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import { storyAtSector } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

/** No cell stands empty (D6). */
const emptyCell = /<td[^>]*><\/td>/;

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** The fields of the acts as text, without the identifiers that stand in small type beside words. */
function fieldsOf(page: string): string {
  return page.replaceAll(/<style>[\s\S]*?<\/style>|<(p|td|span) class="id">[\s\S]*?<\/\1>|<[^>]*>/g, ' ');
}

t.test('D6: the decision is printed whole, and what is withheld for who may see it alone', async t => {
  const { testStage, play, setting, packed } = await storyAtSector(t);
  const { stage } = testStage;
  const release = { id: play.newId('DEMO-RELEASE-1'), number: 'DEMO-RELEASE-1' };
  const url = `/v1/releases/${release.id}/decision`;
  await stage.require([...releaseRequest(play, release, setting.nationalBrigade, [packed.arms])]);
  const legal = await readAs(testStage, 'DEMO-LEG-1');
  t.match((await legal(url)).body, 'ne vaut pas autorisation', 'nobody has decided');
  const [view = ''] = await stage.require([releaseInput(play, release.id, 'HRDDP', 'DEMO-HR-1/HR')]);
  const dueDiligence = {
    ...{ assessment: null, reference: 'DEMO-HRDDP-7', reviewOn: '2021-12-31' },
    ...{ risk: 'DEMO-RISK-FOUND', mitigation: 'DEMO-MITIGATION' },
  };
  await stage.require([
    releaseDecision(play, release.id, [packed.arms], {
      inputs: { HRDDP: view },
      changes: { dueDiligence, reasons: 'DEMO-REASONS <b>' },
    }),
  ]);
  const page = await legal(url);
  t.equal(page.statusCode, 200, page.body.slice(0, 300));
  t.match(page.headers['content-type'], /^text\/html/);
  t.match(page.headers['content-language'], 'fr');
  for (const told of [
    'Décision sur une autorisation de remise',
    'Accordée sous conditions',
    'DEMO-HRDDP-7',
    'DEMO-RISK-FOUND',
    'DEMO-MITIGATION',
    'DEMO-ASSURANCE-1',
    'DEMO-REASONS &lt;b&gt;',
    'Les normes du procès équitable et des droits de l&#39;homme sont-elles respectées ?',
    'Privilèges et immunités',
    'Torture ou mauvais traitements',
    'En vigueur jusqu&#39;au',
    'Original',
  ])
    t.ok(page.body.includes(told), told);
  for (const { subject } of packed.arms.items) t.ok(page.body.includes(subject), subject);
  t.notMatch(page.body, /<script/);
  t.notMatch(page.body, emptyCell);
  t.match(page.body, 'Reste à la Mission', 'it shows what the recipient is not shown');
  const shown = fieldsOf(page.body);
  t.notMatch(shown, /\bnull\b/, 'what a form says to who fills it in is not printed');
  t.notMatch(shown, uuid, 'a subject stands by what people call it');
  for (const told of ['DEMO-NATIONAL-BRIGADE', 'REQUEST-OF-DEMO-RELEASE-1']) t.match(shown, told);
  const english = await legal(`${url}?lang=en`);
  t.match(english.body, 'Granted with conditions');
  t.match(english.body, 'Death penalty');

  const auditor = await readAs(testStage, 'DEMO-AUD-1');
  const record = await auditor(url);
  t.equal(record.statusCode, 200);
  t.match(record.body, 'DEMO-HRDDP-7');
  t.notMatch(record.body, 'DEMO-RISK-FOUND', 'withheld');
  t.match(record.body, '(réservé)');
  const national = await readAs(testStage, 'DEMO-OPJ-1');
  t.equal((await national(url)).statusCode, 403, 'that it was granted is known to him, not on what grounds');
  const courier = await readAs(testStage, 'DEMO-COU-1');
  t.equal((await courier(url)).statusCode, 404);
});
