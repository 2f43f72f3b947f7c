import t from 'tap';
import { settleDiscrepancies } from '../../src/cli/demo/chapters/discrepancies.js';
import { playHeadquartersLeg } from '../../src/cli/demo/chapters/headquarters-leg.js';
import { playLaboratory } from '../../src/cli/demo/chapters/laboratory.js';
import { releaseDecision, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import type { JsonObject } from '../../src/log/index.js';
import { storyAtSector } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

interface Listed {
  readonly items: readonly { readonly subject: string; readonly summary: JsonObject }[];
}

interface Custody {
  readonly holds: readonly JsonObject[] | null;
}

t.test(
  'E57: who acts on an item or an examination reads the holds over it, the recipient does not',
  async t => {
    const { testStage, play, setting, stocks, incident, packed, discrepancies } = await storyAtSector(t);
    const casesFired = await settleDiscrepancies(play, setting, stocks, packed, discrepancies);
    await playHeadquartersLeg(play, setting, Object.values({ ...packed, casesFired }));
    await playLaboratory(play, setting, incident, packed.remains, packed.casesShrapnel);
    const { stage } = testStage;
    const release = { id: play.newId('DEMO-RELEASE-1'), number: 'DEMO-RELEASE-1' };
    await stage.require([...releaseRequest(play, release, setting.nationalBrigade, [packed.remains])]);
    await stage.require([releaseDecision(play, release.id, [packed.remains])]);
    const [{ subject: item = '' } = {}] = packed.remains.items;
    // A session ends with its quarter of an hour.
    const get = async (path: string, headers = {}) => (await readAs(testStage, 'DEMO-LABX-1'))(path, headers);
    const examinations = async (query = '') => (await get(`/v1/examinations${query}`)).json<Listed>().items;
    const [{ subject: examination = '' } = {}] = await examinations();
    const custody = async (name: string, query = '') =>
      (await (await readAs(testStage, name))(`/v1/${item}/custody${query}`)).json<Custody>().holds;
    const paper = async (word: 'request' | 'receipt', language: string) => {
      const officer = await readAs(testStage, 'DEMO-CASE-1');
      const path = examination.replace('examination/', '/v1/examinations/');
      const answer = await officer(`${path}/${word}`, { 'accept-language': language });
      t.equal(answer.statusCode, 200, word);
      return answer.body;
    };
    t.notMatch(await paper('request', 'en'), 'Hold, which stops');
    t.same(await custody('DEMO-LEG-1'), []);
    const before = new Date(play.clock.now).toISOString();

    play.clock.pass(60);
    const on = (word: 'placed' | 'lifted', said: JsonObject) => {
      const body = play.form(`hold.${word}`, 'DEMO-HQ', {
        ...said,
        reason: 'DEMO-REASON',
        authority: 'DEMO',
      });
      const { occurred = null, place = null } = body;
      return {
        subject: `hold/${play.newId('DEMO-HOLD-8')}`,
        type: `hold.${word}`,
        by: 'DEMO-LEG-1/LEG',
        body,
        items: [item, examination].map(subject => ({
          subject,
          type: `${subject.slice(0, subject.indexOf('/'))}.hold-${word}`,
          body: { occurred, place },
        })),
      };
    };
    const placed = on('placed', {
      number: 'DEMO-HOLD-8',
      ground: { code: 'LEGAL_REVIEW', text: null },
      ...{ scope: 'DISPOSAL', reviewOn: null },
    });
    await stage.require([placed]);

    await t.test('in the list of examinations, and by its filter', async t => {
      t.match(await examinations(), [{ summary: { held: true } }]);
      t.equal((await examinations('?held=true')).length, 1);
      t.same(await examinations('?held=false'), []);
    });

    await t.test("in the item's custody, as it was known at any time, without why", async t => {
      const holds = await custody('DEMO-LEG-1');
      t.match(holds, [
        { hold: placed.subject, function: 'LEG', scope: 'DISPOSAL', since: String, event: String },
      ]);
      t.equal(holds?.length, 1);
      t.notMatch(JSON.stringify(holds), 'DEMO-REASON');
      t.same(await custody('DEMO-LEG-1', `?at=${before}`), [], 'it did not stand then');
      t.same(await custody('DEMO-LEG-1', `?knownAt=${before}`), [], 'nobody knew of it then');
      t.equal(await custody('DEMO-OPJ-1'), null, 'what holds it back is nothing of his');
    });

    await t.test('on the request to the laboratory; the receipt says what was taken', async t => {
      const page = await paper('request', 'en');
      t.match(page, 'Hold, which stops');
      t.notMatch(page, 'DEMO-REASON');
      t.match(await paper('request', 'fr'), 'Mesure de conservation, qui suspend');
      t.notMatch(await paper('receipt', 'en'), 'Hold, which stops');
    });

    await t.test('and no more once it is lifted', async t => {
      const under = new Date(play.clock.now).toISOString();
      play.clock.pass(60);
      await stage.require([{ ...on('lifted', {}), subject: placed.subject }]);
      t.match(await examinations(), [{ summary: { held: false } }]);
      t.same(await custody('DEMO-LEG-1'), []);
      t.equal((await custody('DEMO-LEG-1', `?at=${under}`))?.length, 1, 'then it stood');
      t.notMatch(await paper('request', 'en'), 'Hold, which stops');
    });
  },
);
