import t from 'tap';
import { ContentsReading, type ItemRead } from '../../src/page/reading/contents-reading.js';
import { tellItemHistory } from '../../src/page/reading/tell-items.js';
import { readLoggedEvents } from '../helpers/logged-events.js';
import { wholeStory } from '../helpers/played-story.js';
import { type LoggedEvent, replayPart } from '../helpers/replayed.js';

t.setTimeout(300_000);

const story = wholeStory(t).then(({ log }) => readLoggedEvents(log));

function historyOf(inside: readonly LoggedEvent[], subject: string) {
  const reading = new ContentsReading();
  for (const [index, { receivedAt, event, disclosures }] of inside.entries())
    reading.event({ index, receivedAt, event, disclosures });
  replayPart(inside, [subject], new Map(), (...told) => reading.state(...told));
  return tellItemHistory(reading, reading.items.get(subject) as ItemRead, () => null);
}

t.test('RQ-06: custody goes on over acts whose examination is not inside, and the page says so', async t => {
  const events = await story;
  const item =
    events.find(({ event }) => event.type === 'evidence.examination-requested')?.event.subject ?? '';
  const whole = historyOf(events, item);
  t.equal(whole.followedFrom, null);
  const inside = events.filter(({ event }) => !event.type.startsWith('examination.'));
  const part = historyOf(inside, item);
  t.type(part.followedFrom, 'number');
  const custodians = ({ history }: typeof whole) =>
    history.flatMap(({ custody }) =>
      custody === null ? [] : [[custody.officer?.id, custody.place, custody.since]],
    );
  t.ok(custodians(whole).length > 2);
  t.same(custodians(part), custodians(whole));
  t.same(part.state, whole.state);
});

t.test('where a transfer is not inside, the last custodian is not drawn to the end', async t => {
  const events = await story;
  const item = events.find(({ event }) => event.type === 'evidence.received')?.event.subject ?? '';
  const { history, state } = historyOf(
    events.filter(({ event }) => event.type !== 'transfer.received'),
    item,
  );
  const lost = history.findIndex(act => act.lost);
  t.equal(history[lost]?.type, 'evidence.received');
  t.same(
    history.slice(lost).filter(({ custody, ended }) => custody !== null || ended !== null),
    [],
  );
  t.equal(state, null);
});
