import type { Test } from 'tap';
import { Narrator } from '../../src/cli/demo/narrator.js';
import { DemoClock, Play } from '../../src/cli/demo/play.js';
import { playStory } from '../../src/cli/demo/run-demo.js';
import { createTestStage, type TestStage } from './test-stage.js';

const silent = { language: 'en', json: true, result() {}, note() {} } as const;

/** The case of the demonstration, from the scene to the national authority, behind a listening service. */
export async function playedStory(t: Test): Promise<TestStage> {
  const clock = new DemoClock('2021-04-02T04:00:00Z');
  const testStage = await createTestStage(t, clock);
  await playStory(new Play(testStage.stage, new Narrator(silent, () => clock.now), clock));
  return testStage;
}
