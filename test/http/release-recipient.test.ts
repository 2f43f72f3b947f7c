import t from 'tap';
import { playPieces } from '../../src/cli/demo/chapters/pieces.js';
import { releaseDecision, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import { itemEvents } from '../../src/cli/demo/consignment.js';
import type { JsonObject } from '../../src/log/index.js';
import { storyAtSector } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

interface Listed {
  readonly total: number;
  readonly items: readonly { readonly subject: string; readonly fields: string; readonly state: unknown }[];
}

t.test(
  'design section 6: a national officer reads what was granted to his unit, and never on what grounds',
  async t => {
    const { testStage, play, setting, packed } = await storyAtSector(t);
    const { stage } = testStage;
    const packages = [packed.arms];
    const [item = ''] = packed.arms.items.map(({ subject }) => subject.replace('evidence/', ''));
    const get = await readAs(testStage, 'DEMO-OPJ-1');
    const releases = async () => (await get('/v1/releases?count=true')).json<Listed>();
    const hidden = async (release: string, what: string) => {
      t.equal((await releases()).total, 0, what);
      t.equal((await get(`/v1/releases/${release}`)).statusCode, 404, what);
      t.equal((await get(`/v1/releases/${release}/history`)).statusCode, 404, what);
      t.equal((await get(`/v1/evidence/${item}`)).statusCode, 404, what);
    };

    const refused = { id: play.newId('DEMO-RELEASE-1'), number: 'DEMO-RELEASE-1' };
    await stage.require([...releaseRequest(play, refused, setting.nationalBrigade, packages)]);
    await hidden(refused.id, 'asked for');
    const decision = releaseDecision(play, refused.id, packages);
    const refusal = { outcome: 'REFUSED', conditions: [], validFrom: null, validUntil: null };
    await stage.require([{ ...decision, body: { ...decision.body, ...refusal } }]);
    await hidden(refused.id, 'refused');
    const previewed = await (await readAs(testStage, 'DEMO-LEG-1'))(`/v1/releases/${refused.id}/preview`);
    t.equal(
      previewed.statusCode,
      409,
      'whoever decided it is told that it was refused, and not that it is not there',
    );
    t.match(previewed.json(), { type: /nothing-to-preview$/, title: /refused/ });
    t.equal((await get(`/v1/releases/${refused.id}/preview`)).statusCode, 404);

    const granted = { id: play.newId('DEMO-RELEASE-2'), number: 'DEMO-RELEASE-2' };
    await stage.require([...releaseRequest(play, granted, setting.nationalBrigade, packages)]);
    await hidden(granted.id, 'asked for anew');
    const [decided = ''] = await stage.require([releaseDecision(play, granted.id, packages)]);
    const { total, items } = await releases();
    t.equal(total, 1, 'granted');
    t.match(items, [{ subject: `release/${granted.id}`, fields: 'summary', state: null }]);
    t.equal(
      (await get(`/v1/releases/${granted.id}/history`)).statusCode,
      403,
      'the answers and their grounds',
    );
    t.equal((await get(`/v1/events/${decided}`)).statusCode, 404);
    const seen = (await get(`/v1/evidence/${item}`)).json<{ fields: string; state: State }>();
    t.equal(seen.fields, 'record');
    t.same(Object.keys(seen.state.legal), [granted.id], 'the item tells of no other release');
    t.match(seen.state.legal[granted.id], { conditions: [String] }, 'and of its conditions');
    const heads = (await get(`/v1/heads?subject=evidence/${item}`)).json<{ items: { state: State }[] }>();
    t.same(Object.keys(heads.items[0]?.state.legal ?? {}), [granted.id]);
    const legal = await readAs(testStage, 'DEMO-LEG-1');
    const whole = (await legal(`/v1/evidence/${item}`)).json<{ state: State }>();
    t.same(
      new Set(Object.keys(whole.state.legal)),
      new Set([refused.id, granted.id]),
      'who decides sees both',
    );

    const withdrawal = play.form('release.withdrawn', 'DEMO-HQ', {
      reason: 'DEMO',
      effectOnHandovers: 'DEMO',
    });
    await stage.require([
      {
        subject: `release/${granted.id}`,
        type: 'release.withdrawn',
        by: 'DEMO-LEG-1/LEG',
        body: withdrawal,
        items: itemEvents(packages, 'evidence.release-withdrawn', withdrawal, () => ({})),
      },
    ]);
    await hidden(granted.id, 'withdrawn before the handover');
  },
);

t.test(
  'design section 6: of information a national officer sees that it was granted to his unit, and nothing of what holds it',
  async t => {
    const { testStage, play, setting, packed, incident } = await storyAtSector(t);
    const { stage } = testStage;
    const [report = '', statement = ''] = await playPieces(play, setting, incident);
    const get = await readAs(testStage, 'DEMO-OPJ-1');
    const listed = async (query = '') =>
      (await get(`/v1/information?count=true${query}`)).json<Listed>().items.map(({ subject }) => subject);
    const hidden = async (piece: string, what: string) => {
      for (const path of [piece, `${piece}/history`])
        t.equal((await get(`/v1/${path}`)).statusCode, 404, `${what}: ${path}`);
    };
    const release = { id: play.newId('DEMO-RELEASE-1'), number: 'DEMO-RELEASE-1' };
    const pieces = { information: [report] };
    await stage.require([...releaseRequest(play, release, setting.nationalBrigade, [packed.arms], pieces)]);
    t.same(await listed(), [], 'asked for only');
    await hidden(report, 'asked for only');
    await stage.require([releaseDecision(play, release.id, [packed.arms], pieces)]);
    t.same(await listed(), [report], 'granted, and the statement beside it is not there');
    await hidden(statement, 'not granted');
    const seen = (await get(`/v1/${report}`)).json<JsonObject>();
    t.match(seen, { fields: 'summary', state: null, summary: { number: 'DEMO-JMAC-2021-1', held: null } });
    t.equal((await get(`/v1/${report}/history`)).statusCode, 403, 'what it says comes with the dossier');

    const held = play.form('hold.placed', 'DEMO-HQ', {
      number: 'DEMO-HOLD-7',
      ground: { code: 'LEGAL_REVIEW', text: null },
      ...{ reason: 'DEMO', authority: 'DEMO', scope: 'RELEASE', reviewOn: null },
    });
    const { occurred = null, place = null } = held;
    const [{ subject: item = '' } = {}] = packed.arms.items;
    await stage.require([
      {
        subject: `hold/${play.newId('DEMO-HOLD-7')}`,
        type: 'hold.placed',
        by: 'DEMO-LEG-1/LEG',
        body: held,
        items: [report, item].map(subject => ({
          subject,
          type: `${subject.slice(0, subject.indexOf('/'))}.hold-placed`,
          body: { occurred, place },
        })),
      },
    ]);
    t.match((await get(`/v1/${item}`)).json<JsonObject>(), { summary: { held: null } });
    for (const asked of ['true', 'false']) {
      t.same(await listed(`&held=${asked}`), [], 'nor is it found by asking');
      t.equal((await get(`/v1/evidence?count=true&held=${asked}`)).json<Listed>().total, 0);
    }
    const legal = await readAs(testStage, 'DEMO-LEG-1');
    t.match((await legal(`/v1/${report}`)).json<JsonObject>(), { summary: { held: true } });
    const withdrawal = play.form('release.withdrawn', 'DEMO-HQ', {
      reason: 'DEMO',
      effectOnHandovers: 'DEMO',
    });
    await stage.require([
      {
        subject: `release/${release.id}`,
        type: 'release.withdrawn',
        by: 'DEMO-LEG-1/LEG',
        body: withdrawal,
        items: [
          ...itemEvents([packed.arms], 'evidence.release-withdrawn', withdrawal, () => ({})),
          {
            subject: report,
            type: 'information.release-withdrawn',
            body: { occurred: withdrawal.occurred ?? null, place: withdrawal.place ?? null },
          },
        ],
      },
    ]);
    await hidden(report, 'withdrawn');
  },
);

interface State {
  readonly legal: Readonly<Record<string, unknown>>;
}
