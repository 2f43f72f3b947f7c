import t from 'tap';
import { leavesCustody } from '../../../src/custody/evidence/leaves-custody.js';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { readLoggedEvents } from '../../helpers/logged-events.js';
import { wholeStory } from '../../helpers/played-story.js';
import { replayPart, replayWhole } from '../../helpers/replayed.js';

t.setTimeout(300_000);

type Told = Pick<EvidenceState, 'custody' | 'physical'> | null;

t.test(
  'RQ-06: of an item whose examinations, releases and holds are not inside, custody is told as the whole log has it',
  async t => {
    const { log } = await wholeStory(t);
    const events = await readLoggedEvents(log);
    const whole = new Map<string, Told>();
    replayWhole(events, new Map(), ({ eventId }, state) => whole.set(eventId, toldOf(state)));
    const isLeftOut = (type: string) => /^(examination|release|hold)\./.test(type);
    const inside = events.filter(({ event }) => !isLeftOut(event.type));
    let followed = 0;
    for (const item of new Set(events.map(({ event }) => event.subject))) {
      if (!item.startsWith('evidence/')) continue;
      const { failure } = replayPart(
        inside,
        [item],
        new Map(),
        ({ eventId, subject, type }, state, isReplayed) => {
          if (subject !== item) return;
          if (!isReplayed) followed += 1;
          t.same(toldOf(state), whole.get(eventId), `${item} ${type}`);
        },
      );
      t.equal(failure, null);
    }
    t.ok(followed > 20, `${followed} acts that no rule could be replayed on`);
  },
);

t.test('where a transfer is not inside nobody can say who has the item from then on', async t => {
  const { log } = await wholeStory(t);
  const events = await readLoggedEvents(log);
  const received = events.find(({ event }) => event.type === 'evidence.received');
  const item = received?.event.subject ?? '';
  const told: unknown[] = [];
  const inside = events.filter(({ event }) => event.type !== 'transfer.received');
  replayPart(inside, [item], new Map(), ({ subject, eventId }, state) => {
    if (subject === item && (told.length > 0 || eventId === received?.event.eventId)) told.push(state);
  });
  t.ok(told.length > 1);
  t.ok(told.every(state => state === null));
});

t.test('acts that leave custody as it is are those about an item, not those that move it', t => {
  for (const type of [
    'examination-accepted',
    'result-amended',
    'release-decided',
    'hold-lifted',
    'copy-disclosed',
  ])
    t.ok(leavesCustody(`evidence.${type}`), type);
  for (const type of ['received', 'departed', 'taken-over', 'sealed', 'derived', 'discrepancy-closed'])
    t.notOk(leavesCustody(`evidence.${type}`), type);
  t.end();
});

function toldOf(state: unknown): Told {
  if (state === null) return null;
  const { custody, physical } = state as EvidenceState;
  return { custody, physical };
}
