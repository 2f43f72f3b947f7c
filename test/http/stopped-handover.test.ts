import t from 'tap';
import { settleDiscrepancies } from '../../src/cli/demo/chapters/discrepancies.js';
import { playHeadquartersLeg } from '../../src/cli/demo/chapters/headquarters-leg.js';
import { releaseDecision, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import { itemEvents } from '../../src/cli/demo/consignment.js';
import { departure, legTo, offer, receipt } from '../../src/cli/demo/transfers.js';
import { storyAtSector } from '../helpers/played-story.js';
import { readAs } from '../helpers/reading.js';

t.setTimeout(600_000);

interface Alerts {
  readonly items: readonly { readonly kind: string; readonly detail: string; readonly officer: string }[];
}

t.test('E40: who has a handover under way is told that its release was suspended', async t => {
  const { testStage, play, setting, stocks, packed, discrepancies } = await storyAtSector(t);
  const casesFired = await settleDiscrepancies(play, setting, stocks, packed, discrepancies);
  await playHeadquartersLeg(play, setting, Object.values({ ...packed, casesFired }));
  const { stage } = testStage;
  const packages = [packed.arms];
  const stopped = async (name: string) => {
    const get = await readAs(testStage, name);
    const { items } = (await get('/v1/alerts?limit=200')).json<Alerts>();
    return items.filter(({ kind }) => kind === 'HANDOVER_STOPPED');
  };
  const release = { id: play.newId('DEMO-RELEASE-1'), number: 'DEMO-RELEASE-1' };
  await stage.require([...releaseRequest(play, release, setting.nationalBrigade, packages)]);
  await stage.require([releaseDecision(play, release.id, packages)]);
  const route = {
    giver: 'DEMO-HQC-1/HQC',
    receiver: null,
    from: setting.headquarters.place,
    to: { site: null, description: 'DEMO' },
  };
  const leg = {
    ...legTo(play, 'DEMO-MANIFEST-9', route),
    kind: 'HANDOVER' as const,
    unit: setting.nationalBrigade,
    release: release.id,
  };
  await stage.require([offer(play, leg, packages)]);
  t.same(await stopped('DEMO-HQC-1'), []);
  const halted = play.form('release.suspended', 'DEMO-HQ', {
    reason: 'DEMO-REASON',
    effectOnHandovers: 'DEMO',
  });
  await stage.require([
    {
      subject: `release/${release.id}`,
      type: 'release.suspended',
      by: 'DEMO-LEG-1/LEG',
      body: halted,
      items: itemEvents(packages, 'evidence.release-suspended', halted, () => ({})),
    },
  ]);
  const [alert, ...others] = await stopped('DEMO-HQC-1');
  t.same(others, []);
  t.match(alert, { officer: play.officer('DEMO-HQC-1'), label: 'DEMO-MANIFEST-9' });
  t.notMatch(JSON.stringify(alert), 'DEMO-REASON', 'and nothing of why');
  t.same(await stopped('DEMO-COU-2'), [], 'who has nothing of it is not told');
});

t.test(
  'E40, E57: with a courier under way, he and the giver read the stop on the manifest; the recipient reads nothing of it',
  async t => {
    const { testStage, play, setting, stocks, packed, discrepancies } = await storyAtSector(t);
    const casesFired = await settleDiscrepancies(play, setting, stocks, packed, discrepancies);
    await playHeadquartersLeg(play, setting, Object.values({ ...packed, casesFired }));
    const { stage } = testStage;
    const packages = [packed.arms];
    const release = { id: play.newId('DEMO-RELEASE-1'), number: 'DEMO-RELEASE-1' };
    await stage.require([...releaseRequest(play, release, setting.nationalBrigade, packages)]);
    await stage.require([releaseDecision(play, release.id, packages)]);
    const route = {
      giver: 'DEMO-HQC-1/HQC',
      receiver: 'DEMO-OPJ-1/NAT-OPJ',
      from: setting.headquarters.place,
      to: { site: null, description: 'DEMO' },
    };
    const leg = {
      ...legTo(play, 'DEMO-MANIFEST-9', route),
      kind: 'HANDOVER' as const,
      unit: setting.nationalBrigade,
      release: release.id,
    };
    await stage.require([offer(play, leg, packages)]);
    await stage.require([departure(play, leg, packages, 'DEMO-COU-1/COU')]);
    const manifest = async (name: string) => {
      const answer = await (await readAs(testStage, name))(`/v1/transfers/${leg.transfer}/receipt`, {
        'accept-language': 'en',
      });
      t.equal(answer.statusCode, 200, name);
      return answer.body;
    };
    const stop = 'Stopped: not to be handed over as things stand';
    const hold = 'Hold, which stops';
    t.notMatch(await manifest('DEMO-COU-1'), stop);

    const halted = play.form('release.suspended', 'DEMO-HQ', {
      reason: 'DEMO-REASON',
      effectOnHandovers: 'DEMO-EFFECT',
    });
    const held = play.form('hold.placed', 'DEMO-HQ', {
      number: 'DEMO-HOLD-9',
      ground: { code: 'LEGAL_REVIEW', text: null },
      ...{ reason: 'DEMO-REASON', authority: 'DEMO', scope: 'RELEASE', reviewOn: null },
    });
    await stage.require([
      {
        subject: `release/${release.id}`,
        type: 'release.suspended',
        by: 'DEMO-LEG-1/LEG',
        body: halted,
        items: itemEvents(packages, 'evidence.release-suspended', halted, () => ({})),
      },
      {
        subject: `hold/${play.newId('DEMO-HOLD-9')}`,
        type: 'hold.placed',
        by: 'DEMO-LEG-1/LEG',
        body: held,
        items: itemEvents(packages, 'evidence.hold-placed', held, () => ({})),
      },
    ]);
    const alerts = async (name: string) => {
      const get = await readAs(testStage, name);
      const { items } = (await get('/v1/alerts?limit=200')).json<Alerts>();
      return items.filter(({ kind }) => kind === 'HANDOVER_STOPPED');
    };
    t.match(await alerts('DEMO-COU-1'), [{ officer: play.officer('DEMO-COU-1'), label: 'DEMO-MANIFEST-9' }]);
    for (const name of ['DEMO-COU-1', 'DEMO-HQC-1']) {
      const page = await manifest(name);
      t.match(page, stop, name);
      t.match(page, hold, name);
      t.notMatch(page, 'DEMO-REASON', name);
    }
    const received = await stage.attempt([
      receipt(play, leg, packages, {
        countersigned: ['DEMO-COU-1/COU as hands-over', 'DEMO-HQC-2/HQC as witness'],
      }),
    ]);
    t.equal(received.kind, 'refused', 'and at the prosecutor’s door it is refused');
    const national = await readAs(testStage, 'DEMO-OPJ-1');
    const his = await national(`/v1/transfers/${leg.transfer}/receipt`, {
      'accept-language': 'en',
    });
    t.notMatch(his.body, stop);
    t.notMatch(his.body, hold, 'what holds it back is nothing of his');
  },
);
