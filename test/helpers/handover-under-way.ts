import type { Test } from 'tap';
import { releaseDecision, releaseRequest } from '../../src/cli/demo/chapters/release.js';
import { itemEvents } from '../../src/cli/demo/consignment.js';
import { departure, legTo, offer } from '../../src/cli/demo/transfers.js';
import { storyAtHeadquarters } from './played-story.js';
import { readAs } from './reading.js';

type AtHeadquarters = Awaited<ReturnType<typeof storyAtHeadquarters>>;

interface UnderWay {
  /** National officer who is to receive, by name and role; null: he has no key. */
  readonly receiver: string | null;
  /** Who carries it, by name and role; null: it is offered and has not left. */
  readonly courier: string | null;
  /** What is signed before the release is asked for. */
  readonly before?: (story: AtHeadquarters) => Promise<void>;
}

/** The arms of Aguelhok, released to the national brigade and on their way to it (E42). */
export async function handoverUnderWay(t: Test, { receiver, courier, before = async () => {} }: UnderWay) {
  const story = await storyAtHeadquarters(t);
  const { testStage, play, setting, packed } = story;
  const { stage } = testStage;
  const packages = [packed.arms];
  await before(story);
  const release = { id: play.newId('DEMO-RELEASE-1'), number: 'DEMO-RELEASE-1' };
  await stage.require([...releaseRequest(play, release, setting.nationalBrigade, packages)]);
  await stage.require([releaseDecision(play, release.id, packages)]);
  const route = {
    giver: 'DEMO-HQC-1/HQC',
    receiver,
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
  if (courier !== null) await stage.require([departure(play, leg, packages, courier)]);
  return {
    ...{ testStage, play, setting, packages, release: release.id, leg },
    /** E40: the legal officer suspends the release. */
    async suspend(reason: string) {
      const halted = play.form('release.suspended', 'DEMO-HQ', { reason, effectOnHandovers: 'DEMO' });
      await stage.require([
        {
          subject: `release/${release.id}`,
          type: 'release.suspended',
          by: 'DEMO-LEG-1/LEG',
          body: halted,
          items: itemEvents(packages, 'evidence.release-suspended', halted, () => ({})),
        },
      ]);
    },
    /** Alerts on handovers that are stopped, as an officer reads them; none where alerts are not for him. */
    async stoppedFor(name: string) {
      const answer = await (await readAs(testStage, name))('/v1/alerts?limit=200', {
        'accept-language': 'en',
      });
      const { items = [] } = answer.json<{ items?: readonly Readonly<Record<string, string>>[] }>();
      return items.filter(({ kind }) => kind === 'HANDOVER_STOPPED');
    },
  };
}
