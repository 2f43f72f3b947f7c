import t from 'tap';
import { sopBytes } from '../../../src/custody/sop/sop-bytes.js';
import { base64Bytes, decodeLeaf } from '../../../src/log/index.js';
import { readKeptLog, verifyKeptEvents } from '../../helpers/kept-log.js';
import { replayPart, replayWhole } from '../../helpers/replayed.js';

const log = await readKeptLog();
const signed = await verifyKeptEvents(log);
const events = log.events.map(({ leaf, disclosures }, index) => ({
  receivedAt: decodeLeaf(base64Bytes(leaf, 'leaf')).receivedAt,
  event: signed[index] as (typeof signed)[number],
  disclosures,
}));
const sopFiles = new Map([[log.sopSha256, sopBytes(log.sop)]]);

t.test('section 12, rules: a log of the first edition is replayed whole', async t => {
  t.same(replayWhole(events, sopFiles), { failure: null, notProven: [] });
});

t.test('section 12, rules: every subject of it is replayed alone', async t => {
  const subjects = [...new Set(events.map(({ event }) => event.subject))];
  for (const subject of subjects) {
    const { failure, notProven } = replayPart(events, [subject], sopFiles);
    t.equal(failure, null, `${subject}: ${JSON.stringify(failure)}`);
    t.ok(notProven.length > 0, subject);
  }
});

t.test('section 12, rules: without its SOP document nothing is judged, and that is said', async t => {
  const { failure, notProven } = replayWhole(events, new Map());
  t.equal(failure, null);
  t.same(
    notProven.map(({ en }) => en),
    ['rules: the SOP document is not inside or not known'],
  );
});
