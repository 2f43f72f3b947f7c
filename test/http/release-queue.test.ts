import t from 'tap';
import { releaseDecision, releaseInput, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import { itemEvents } from '../../src/cli/demo/consignment.js';
import { storyAtSector } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

interface Queue {
  readonly items: readonly {
    readonly subject: string;
    readonly deadline: string | null;
    readonly overdue: boolean;
    readonly missing: readonly { readonly what: string; readonly about: string; readonly words: string }[];
  }[];
}

t.test('E37: the queue of the legal office tells what is missing for each request and release', async t => {
  const { testStage, play, setting, packed } = await storyAtSector(t);
  const { stage } = testStage;
  const queue = async () => {
    const get = await readAs(testStage, 'DEMO-LEG-1');
    return (await get('/v1/release-queue')).json<Queue>().items;
  };
  const missing = async (subject: string) =>
    (await queue())
      .find(entry => entry.subject === subject)
      ?.missing.map(({ what, about }) => `${what} ${about}`) ?? [];
  t.same(await queue(), []);

  const release = { id: play.newId('DEMO-RELEASE-1'), number: 'DEMO-RELEASE-1' };
  const [registered, requested] = releaseRequest(play, release, setting.nationalBrigade, [packed.arms]);
  await stage.require([registered]);
  t.same(await missing(registered.subject), [
    'RELEASE_NOT_REQUESTED REQUEST-OF-DEMO-RELEASE-1',
    'ANSWER_TO_AUTHORITY REQUEST-OF-DEMO-RELEASE-1',
  ]);
  await stage.require([requested]);
  t.same(await missing(registered.subject), ['ANSWER_TO_AUTHORITY REQUEST-OF-DEMO-RELEASE-1']);
  t.same(await missing(`release/${release.id}`), [
    'DECISION DEMO-RELEASE-1',
    'QUESTION FAIR_TRIAL',
    'QUESTION PROTECTION',
    'QUESTION CONSENT',
    'QUESTION DEATH_PENALTY',
    'DEATH_PENALTY_ASSURANCE DEATH_PENALTY',
    'VIEW HRDDP',
    'VIEW ORIGINATOR',
    'VIEW SOURCE_PROTECTION',
    'VIEW SECURITY',
    `DUE_DILIGENCE unit/${setting.nationalBrigade}`,
  ]);
  const views = await stage.require([
    releaseInput(play, release.id, 'HRDDP', 'DEMO-HR-1/HR'),
    releaseInput(play, release.id, 'SECURITY', 'DEMO-JMAC-1/JMAC'),
  ]);
  const worded = (await queue()).flatMap(entry => entry.missing.map(({ words }) => words));
  t.ok(worded.includes('A question of form D6 was not answered: Fair trial and human rights respected'));
  t.ok(worded.includes('A view was not given: Originator'), worded.join(' | '));
  t.notMatch(worded.join(), /[A-Z]{3}_|HRDDP/, 'no codes in words');
  const left = await missing(`release/${release.id}`);
  t.notOk(left.includes('VIEW HRDDP') || left.includes('VIEW SECURITY'));
  t.ok(left.includes('VIEW ORIGINATOR'));
  t.notOk(JSON.stringify(await queue()).includes('CLEARED'), 'RQ-61: nothing says that it may go');

  play.clock.pass(32 * 24 * 60);
  t.ok(
    (await queue()).every(({ overdue }) => overdue),
    'the deadline of the request is that of its release',
  );
  const [hrddp = '', security = ''] = views;
  await stage.require([
    releaseDecision(play, release.id, [packed.arms], { inputs: { HRDDP: hrddp, SECURITY: security } }),
  ]);
  t.same(
    (await queue()).map(({ subject }) => subject),
    [registered.subject],
    'decided: out of the queue; the authority is still to be told',
  );

  await t.test('not for who may not read both', async t => {
    for (const name of ['DEMO-OPJ-1', 'DEMO-HQC-1']) {
      const get = await readAs(testStage, name);
      t.equal((await get('/v1/release-queue')).statusCode, 403, name);
    }
  });
});

t.test('E57: a hold on a piece stands in the queue, of what stops a release alone', async t => {
  const { testStage, play, setting, packed } = await storyAtSector(t);
  const { stage } = testStage;
  const packages = [packed.arms];
  const release = { id: play.newId('DEMO-RELEASE-1'), number: 'DEMO-RELEASE-1' };
  await stage.require([...releaseRequest(play, release, setting.nationalBrigade, packages)]);
  const held = async () => {
    const get = await readAs(testStage, 'DEMO-LEG-1');
    const { items } = (await get('/v1/release-queue')).json<Queue>();
    return items.flatMap(({ missing }) =>
      missing.filter(({ what }) => what === 'HELD').map(({ about }) => about),
    );
  };
  const place = (number: string, scope: string) => {
    const body = play.form('hold.placed', 'DEMO-HQ', {
      number,
      ground: { code: 'LEGAL_REVIEW', text: null },
      ...{ reason: 'DEMO', authority: 'DEMO', scope, reviewOn: null },
    });
    return stage.require([
      {
        subject: `hold/${play.newId(number)}`,
        type: 'hold.placed',
        by: 'DEMO-LEG-1/LEG',
        body,
        items: itemEvents(packages, 'evidence.hold-placed', body, () => ({})),
      },
    ]);
  };
  await place('DEMO-HOLD-1', 'DISPOSAL');
  t.same(await held(), [], 'held from disposal alone');
  await place('DEMO-HOLD-2', 'RELEASE');
  t.same((await held()).sort(), packed.arms.items.map(({ subject }) => subject).sort());
});
