import t, { type Test } from 'tap';
import { officersFolder } from '../../../src/cli/cast/stage.js';
import { peekEvent } from '../../../src/log/index.js';
import type { RuleFailure } from '../../../src/verify/rules/index.js';
import { stolenKeys } from '../../helpers/forged/keys-of-stage.js';
import { aboutAuthority, aboutCustody, aboutForm, type Mutation } from '../../helpers/forged/mutations.js';
import { retell } from '../../helpers/forged/retell.js';
import { readLoggedEvents } from '../../helpers/logged-events.js';
import { playedStory } from '../../helpers/played-story.js';
import { type LoggedEvent, replayPart, replayWhole } from '../../helpers/replayed.js';

t.setTimeout(300_000);

t.test('section 12, rules: what they would not have let in is found at its leaf', async t => {
  const { log, home } = await playedStory(t);
  const keyOf = stolenKeys(officersFolder(home));
  const story = (await readLoggedEvents(log)).map(({ event: { jws }, ...event }) => ({ ...event, jws }));
  t.same(
    retell(story, told => told, keyOf).map(({ jws }) => jws),
    story.map(({ jws }) => jws),
    'told as it was, nothing is signed again',
  );
  for (const mutation of [...aboutAuthority, ...aboutCustody, ...aboutForm]) {
    const told = retell(story, mutation.change, keyOf);
    const events = told.map(({ jws, ...event }) => ({ ...event, event: peekEvent(jws) }));
    t.test(mutation.title, async t => isFound(t, mutation, events));
  }
});

function isFound(t: Test, { found, inOneItem = found }: Mutation, events: readonly LoggedEvent[]): void {
  const { failure, notProven } = replayWhole(events, new Map());
  compare(t, events, failure, found);
  t.same(notProven, [], 'nothing is said to be unproven of what fails');
  const first = firstFailureOfItems(events);
  if (inOneItem === null) t.equal(first, null, `one item alone does not show it: ${JSON.stringify(first)}`);
  else compare(t, events, first, inOneItem);
}

function compare(
  t: Test,
  events: readonly LoggedEvent[],
  failure: RuleFailure | null,
  [type, rule]: NonNullable<Mutation['inOneItem']>,
): void {
  t.equal(failure?.check, rule === null ? 'group' : 'rules', JSON.stringify(failure));
  t.equal(events[Number(failure?.where)]?.event.type, type, JSON.stringify(failure));
  if (rule !== null) t.match(failure?.detail.en, `; ${rule}: `);
}

function firstFailureOfItems(events: readonly LoggedEvent[]): RuleFailure | null {
  const subjects = new Set(events.map(({ event }) => event.subject));
  for (const subject of subjects) {
    if (!subject.startsWith('evidence/')) continue;
    const { failure } = replayPart(events, [subject], new Map());
    if (failure !== null) return failure;
  }
  return null;
}
