import type { Test } from 'tap';
import { openIncident } from '../../src/cli/demo/chapters/aguelhok-incident.js';
import { settleDiscrepancies } from '../../src/cli/demo/chapters/discrepancies.js';
import { dossiersInto } from '../../src/cli/demo/chapters/dossier.js';
import { playHandover, playRelease } from '../../src/cli/demo/chapters/handover.js';
import { playHeadquartersLeg } from '../../src/cli/demo/chapters/headquarters-leg.js';
import { packAguelhok } from '../../src/cli/demo/chapters/packing.js';
import { playScenes } from '../../src/cli/demo/chapters/scenes.js';
import { playSectorLeg } from '../../src/cli/demo/chapters/sector-leg.js';
import { Narrator } from '../../src/cli/demo/narrator.js';
import { DemoClock, Play } from '../../src/cli/demo/play.js';
import { playSeals } from '../../src/cli/demo/seals.js';
import { prepareSetting } from '../../src/cli/demo/setting.js';
import { playStory } from '../../src/cli/demo/story.js';
import { createTestStage, type TestStage } from './test-stage.js';

const silent = { language: 'en', json: true, result() {}, note() {} } as const;

/** Aguelhok up to the sector store: a seal was found torn and a count differed; both discrepancies are open. */
export async function storyAtSector(t: Test) {
  const clock = new DemoClock('2021-04-02T04:00:00Z');
  let moved: number | null = null;
  const testStage = await createTestStage(t, {
    get now() {
      return moved ?? clock.now;
    },
    // Once the story is told the test moves the clock, in either direction.
    set now(ms: number) {
      moved = ms;
    },
  });
  const play = new Play(testStage.stage, new Narrator(silent, () => clock.now), clock);
  const setting = await prepareSetting(play);
  const stocks = await playSeals(play);
  const incident = await openIncident(play, setting);
  const collected = await playScenes(play, setting, incident);
  const packed = await packAguelhok(play, setting, collected, stocks.collector);
  const discrepancies = await playSectorLeg(play, setting, packed);
  return { testStage, play, setting, stocks, incident, packed, discrepancies };
}

type StoryAtSector = Awaited<ReturnType<typeof storyAtSector>>;

type AtSector = (story: Pick<StoryAtSector, 'testStage' | 'play' | 'setting' | 'stocks'>) => Promise<void>;

/** Aguelhok up to the store of headquarters, where nothing was asked for or released yet. */
export async function storyAtHeadquarters(t: Test, atSector: AtSector = async () => {}) {
  const { testStage, play, setting, stocks, packed, discrepancies } = await storyAtSector(t);
  await atSector({ testStage, play, setting, stocks });
  const casesFired = await settleDiscrepancies(play, setting, stocks, packed, discrepancies);
  await playHeadquartersLeg(play, setting, Object.values({ ...packed, casesFired }));
  return { testStage, play, setting, packed };
}

/**
 * Aguelhok as the demonstration plays it, from the scenes to the national authority, behind a listening service.
 * @param atSector what happens meanwhile, once the items are in the sector store
 */
export async function playedStory(t: Test, atSector?: AtSector): Promise<TestStage> {
  const { testStage, play, setting, packed } = await storyAtHeadquarters(t, atSector);
  const arms = [packed.arms, packed.armsOfOutposts];
  await playHandover(play, setting, arms, await playRelease(play, setting, arms, { assessment: null }));
  return testStage;
}

/** All that the demonstration tells, behind a listening service: the laboratory, information, holds, dossiers and outcomes as well. */
export async function wholeStory(t: Test): Promise<TestStage> {
  const clock = new DemoClock('2021-04-02T04:00:00Z');
  const testStage = await createTestStage(t, clock);
  const play = new Play(testStage.stage, new Narrator(silent, () => clock.now), clock);
  await playStory(
    play,
    dossiersInto(t.testdir(), async () => {}),
  );
  return testStage;
}
