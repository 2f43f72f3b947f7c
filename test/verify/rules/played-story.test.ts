import t from 'tap';
import { readLoggedEvents } from '../../helpers/logged-events.js';
import { playedStory } from '../../helpers/played-story.js';
import { replayPart, replayWhole } from '../../helpers/replayed.js';

t.test('section 12, rules: the story of Aguelhok', async t => {
  const { log } = await playedStory(t);
  const events = await readLoggedEvents(log);
  t.same(replayWhole(events, new Map()), { failure: null, notProven: [] }, 'is replayed whole');
  for (const subject of new Set(events.map(({ event }) => event.subject))) {
    const { failure } = replayPart(events, [subject], new Map());
    t.equal(failure, null, `${subject}: ${JSON.stringify(failure)}`);
  }
});
