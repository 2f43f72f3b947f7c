import t from 'tap';
import { settleDiscrepancies } from '../../src/cli/demo/chapters/discrepancies.js';
import { playHeadquartersLeg } from '../../src/cli/demo/chapters/headquarters-leg.js';
import { releaseDecision, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import { itemEvents } from '../../src/cli/demo/consignment.js';
import { legTo, offer } from '../../src/cli/demo/transfers.js';
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
