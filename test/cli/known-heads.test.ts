import t from 'tap';
import { type DeviceSession, knownHeads } from '../../src/cli/device-session.js';
import { systemRandom } from '../../src/cli/system-random.js';
import {
  composeBatch,
  eventIdsOf,
  HeadNotBelieved,
  mergeKnowledge,
  newEntry,
  type OutboxEntry,
  type ReceiptAnswer,
  type TakenAlong,
  writeKnowledge,
} from '../../src/client/index.js';
import { Heads } from '../../src/custody/compose/compose-act.js';
import { reconstruction } from '../../src/custody/sop/reconstruction.js';
import { generatePrivateJwk, newId, parsePublicJwk } from '../../src/log/index.js';
import { circumstances, uuidOf } from '../helpers/procedure.js';

const subject = `discrepancy/${uuidOf('DEMO discrepancy')}`;
const at = '2021-04-02T08:00:00Z';
const none = new Set<string>();
const id = (character: string) => character.repeat(43);

/** An act of this device at the second place of the history, with its receipt. */
async function receivedAct(): Promise<OutboxEntry> {
  const { d: _secret, ...jwk } = await generatePrivateJwk('ES256');
  const by = { officer: uuidOf('DEMO-HQC-1'), key: parsePublicJwk(jwk), role: 'HQC' };
  const act = { subject, type: 'discrepancy.explained', by, at, body: circumstances(at) };
  const first = { seq: 1, eventId: id('A') };
  const batch = composeBatch(
    'demo.test.example/AAAAAAAAAAAAAAAAAAAAAA',
    [act],
    new Heads(() => first),
    systemRandom,
  );
  const receipts = eventIdsOf(batch).map(eventId => ({ eventId, index: 7 }) as unknown as ReceiptAnswer);
  return { ...newEntry(newId(Date.parse(at), systemRandom(16)), 1, batch, []), receipts };
}

function takenAt(seq: number, head: string): TakenAlong {
  return {
    sop: reconstruction,
    subjects: new Map([[subject, { seq, head, state: {} }]]),
    events: new Map(),
    claims: new Map(),
    takenAt: new Map([[subject, Date.parse(at)]]),
  };
}

/** A device whose service says that the subject stands there. */
function device(
  said: { readonly seq: number; readonly eventId: string },
  entries: readonly OutboxEntry[],
  taken: TakenAlong | null,
): DeviceSession {
  const missing = Object.assign(new Error('no such file'), { code: 'ENOENT' });
  return {
    service: { heads: async () => [{ subject, ...said, state: {} }] },
    outbox: { list: async () => ({ entries, unreadable: [] }) },
    home: { path: (name: string) => name },
    vault: {
      read: async () => {
        if (taken === null) throw missing;
        return writeKnowledge(taken);
      },
    },
  } as unknown as DeviceSession;
}

t.test('a head behind or beside what this device has a receipt of is refused by name', async t => {
  const own = await receivedAct();
  const [eventId = ''] = eventIdsOf(own.batch);
  for (const said of [
    { seq: 1, eventId: id('A') },
    { seq: 2, eventId: id('B') },
  ]) {
    const heads = knownHeads(device(said, [own], null), [subject], none);
    await t.rejects(heads, HeadNotBelieved, `#${said.seq}`);
    await t.rejects(knownHeads(device(said, [own], null), [subject], none), { message: new RegExp(subject) });
  }
  const honest = await knownHeads(device({ seq: 2, eventId }, [own], null), [subject], none);
  t.same(honest.of(subject), { seq: 2, eventId });
  const later = await knownHeads(device({ seq: 5, eventId: id('E') }, [own], null), [subject], none);
  t.same(later.of(subject), { seq: 5, eventId: id('E') }, 'others may have acted since');
});

t.test('nor is a head behind or beside what was taken along', async t => {
  const taken = takenAt(3, id('C'));
  for (const said of [
    { seq: 2, eventId: id('B') },
    { seq: 3, eventId: id('X') },
  ]) {
    await t.rejects(knownHeads(device(said, [], taken), [subject], none), HeadNotBelieved);
    t.throws(() => mergeKnowledge(taken, takenAt(said.seq, said.eventId)), HeadNotBelieved);
  }
  const next = takenAt(4, id('D'));
  t.same(mergeKnowledge(taken, next).subjects.get(subject)?.head, id('D'));
});
