import t from 'tap';
import {
  type EventPayload,
  type JsonObject,
  type ListedItem,
  MAX_GROUP_ITEMS,
  readActs,
  type SignedEvent,
} from '../../src/log/index.js';
import { createTestOfficer, signTestEvent, type TestOfficer, testUuid } from './signed-event.js';

const first = await createTestOfficer(1);
const second = await createTestOfficer(2);
const third = await createTestOfficer(3);

const evidence = (number: number) => `evidence/${testUuid(number)}`;
const transfer = `transfer/${testUuid(100)}`;

/** A countersignature of `act` directly after `after`. */
function countersign(
  by: TestOfficer,
  act: SignedEvent,
  after = act,
  body: JsonObject = { eventId: act.eventId, as: 'witness' },
  changes: Partial<EventPayload> = {},
): Promise<SignedEvent> {
  const type = `${act.subject.slice(0, act.subject.indexOf('/'))}.countersigned`;
  return signTestEvent(by, type, after, body, { refs: [act.eventId], ...changes });
}

/** The event of each item of a group, in a history that begins with it. */
function signItems(
  group: SignedEvent,
  items: readonly ListedItem[],
  changes: Partial<EventPayload> = {},
): Promise<SignedEvent[]> {
  return Promise.all(
    items.map(item =>
      signTestEvent(first, 'evidence.offered', item.subject, { group: group.eventId }, changes),
    ),
  );
}

function listItems(count: number): ListedItem[] {
  return Array.from({ length: count }, (_, i) => ({ subject: evidence(i + 1), seq: 1 }));
}

function signGroup(items: readonly ListedItem[]): Promise<SignedEvent> {
  return signTestEvent(first, 'transfer.offered', transfer, {
    items: items.map(({ subject, seq }) => ({ subject, seq })),
  });
}

const faultPositions = (events: readonly SignedEvent[]) =>
  readActs(events).faults.map(fault => fault.position);

t.test('section 10: acts, their countersignatures and the events of their items', async t => {
  const single = await signTestEvent(first, 'evidence.registered', evidence(9));
  const collected = await signTestEvent(first, 'evidence.collected', single);
  const witnessed = await countersign(second, collected);
  const witnessedAgain = await countersign(third, collected, witnessed);
  const items = listItems(3);
  const group = await signGroup(items);
  const countersigned = await countersign(second, group);
  const itemEvents = await signItems(group, items);
  const batch = [single, collected, witnessed, witnessedAgain, group, countersigned, ...itemEvents];
  t.strictSame(readActs(batch), {
    acts: [
      { position: 0, event: single, countersignatures: [], items: [] },
      { position: 1, event: collected, countersignatures: [witnessed, witnessedAgain], items: [] },
      { position: 4, event: group, countersignatures: [countersigned], items: itemEvents },
    ],
    faults: [],
  });
  t.strictSame(readActs([]), { acts: [], faults: [] });
});

t.test('section 10: the founding batch reads as acts with countersignatures', async t => {
  const opened = await signTestEvent(first, 'log.opened', `log/${testUuid(200)}`);
  const bySecond = await countersign(second, opened);
  const byThird = await countersign(third, opened, bySecond);
  const registered = await signTestEvent(second, 'officer.registered', `officer/${testUuid(1)}`);
  const registrar = await countersign(first, registered);
  const { acts, faults } = readActs([opened, bySecond, byThird, registered, registrar]);
  t.strictSame(faults, []);
  t.strictSame(
    acts.map(act => [act.position, act.event.type, act.countersignatures.length]),
    [
      [0, 'log.opened', 2],
      [3, 'officer.registered', 1],
    ],
  );
});

t.test('section 10: a countersignature stands directly after its act, group', async t => {
  const act = await signTestEvent(first, 'evidence.collected', evidence(1));
  const other = await signTestEvent(first, 'evidence.collected', evidence(2));
  const good = await countersign(second, act);
  t.strictSame(faultPositions([good]), [0], 'without its act');
  t.strictSame(faultPositions([good, act]), [0], 'before its act');
  t.strictSame(faultPositions([act, other, good]), [2], 'another act between');
  const skipping = await countersign(second, act, act, undefined, { seq: 3 });
  t.strictSame(faultPositions([act, skipping]), [1], 'a gap in the history');
  const loose = await countersign(second, act, act, undefined, { prev: other.eventId });
  t.strictSame(faultPositions([act, loose]), [1], 'another event before it in the chain');
  const elsewhere = await countersign(second, other, other, { eventId: act.eventId, as: 'x' });
  t.strictSame(faultPositions([act, elsewhere]), [1], 'in the history of another subject');
  const disguised = await countersign(second, act, act, undefined, { subject: other.subject });
  t.strictSame(faultPositions([act, disguised]), [1], 'in another history, as if it followed the act');
});

t.test('section 10: body exactly eventId and as, refs exactly the act, group', async t => {
  const act = await signTestEvent(first, 'evidence.collected', evidence(1));
  const { eventId } = act;
  const bodies: Record<string, JsonObject> = {
    'no capacity': { eventId },
    'empty capacity': { eventId, as: '' },
    'capacity no text': { eventId, as: 1 },
    'no act': { as: 'witness' },
    'another act': { eventId: 'A'.repeat(43), as: 'witness' },
    'a further member': { eventId, as: 'witness', note: 'x' },
  };
  for (const [name, body] of Object.entries(bodies)) {
    t.strictSame(faultPositions([act, await countersign(second, act, act, body)]), [1], name);
  }
  for (const refs of [[], ['A'.repeat(43)], [eventId, 'A'.repeat(43)]]) {
    const signature = await countersign(second, act, act, undefined, { refs });
    t.strictSame(faultPositions([act, signature]), [1], `refs ${refs.length}`);
  }
});

t.test('section 10: officers and keys of an act and its countersignatures all differ, group', async t => {
  const act = await signTestEvent(first, 'evidence.collected', evidence(1));
  t.strictSame(faultPositions([act, await countersign(first, act)]), [1], 'the signer again');
  const otherKey = { ...second, officer: first.officer };
  t.strictSame(faultPositions([act, await countersign(otherKey, act)]), [1], 'the signer with another key');
  const sameKey = { ...first, officer: second.officer };
  t.strictSame(
    faultPositions([act, await countersign(sameKey, act)]),
    [1],
    'another officer with the same key',
  );
  const witnessed = await countersign(second, act);
  const again = await countersign(second, act, witnessed, { eventId: act.eventId, as: 'giver' });
  t.strictSame(faultPositions([act, witnessed, again]), [2], 'a witness twice');
});

t.test('section 10: items follow their group, all of them, in order, group', async t => {
  const items = listItems(3);
  const group = await signGroup(items);
  const events = await signItems(group, items);
  const [one, two, three] = events as [SignedEvent, SignedEvent, SignedEvent];
  const other = await signTestEvent(first, 'evidence.moved', evidence(8));
  t.strictSame(faultPositions([group, ...events]), []);
  t.strictSame(faultPositions([group]), [0], 'no item');
  t.strictSame(faultPositions([group, one, two]), [0], 'one missing');
  t.strictSame(faultPositions([group, two, one, three]), [1, 2], 'another order');
  t.strictSame(faultPositions([group, one, two, three, three]), [4, 4], 'one twice');
  t.strictSame(faultPositions([one, group, two, three]), [0, 1, 2, 3], 'one before its group');
  t.strictSame(faultPositions([group, one, other, two, three]), [0, 3, 4], 'another event between');
  t.strictSame(faultPositions([events[0] as SignedEvent]), [0], 'an item alone');
  const late = await countersign(second, group);
  t.strictSame(faultPositions([group, ...events, late]), [4], 'countersigned after the items');
  const onItem = await countersign(second, three);
  t.strictSame(faultPositions([group, ...events, onItem]), [4], 'an item countersigned');
});

t.test('section 10: same actor, same at, the group not repeated in refs, no group in a group', async t => {
  const items = listItems(1);
  const group = await signGroup(items);
  const [item] = items as [ListedItem];
  const body = { group: group.eventId };
  const sign = (changes: Partial<EventPayload>, by: TestOfficer = first, itemBody: JsonObject = body) =>
    signTestEvent(by, 'evidence.offered', item.subject, itemBody, changes);
  t.strictSame(faultPositions([group, await sign({})]), []);
  t.strictSame(faultPositions([group, await sign({}, second)]), [1], 'officer');
  const role = { actor: { officer: first.officer, role: 'EOD' } };
  t.strictSame(faultPositions([group, await sign(role)]), [1], 'role');
  t.strictSame(faultPositions([group, await sign({ at: '2021-04-02T06:30:00.000Z' })]), [1], 'at');
  t.strictSame(faultPositions([group, await sign({ refs: [group.eventId] })]), [1], 'refs');
  t.strictSame(faultPositions([group, await sign({ refs: ['A'.repeat(43)] })]), [], 'other refs');
  t.strictSame(faultPositions([group, await sign({ seq: 2, prev: 'A'.repeat(43) })]), [1], 'seq');
  t.strictSame(faultPositions([group, await sign({}, first, { ...body, items: [] })]), [1], 'a group itself');
});

t.test('section 10: the list of a group is well formed, group', async t => {
  const subject = evidence(1);
  const lists: Record<string, JsonObject> = {
    'no array': { items: { subject, seq: 1 } },
    'an item without seq': { items: [{ subject }] },
    'seq 0': { items: [{ subject, seq: 0 }] },
    'no subject': { items: [{ subject: 'evidence/1', seq: 1 }] },
    'a further member': { items: [{ subject, seq: 1, note: 'x' }] },
    'an item as text': { items: [subject] },
    'a subject twice': {
      items: [
        { subject, seq: 1 },
        { subject, seq: 2 },
      ],
    },
  };
  for (const [name, body] of Object.entries(lists)) {
    const group = await signTestEvent(first, 'transfer.offered', transfer, body);
    const item = await signTestEvent(first, 'evidence.offered', subject, { group: group.eventId });
    const next = await signTestEvent(first, 'evidence.offered', item, { group: group.eventId });
    t.equal(faultPositions([group, item, next])[0], 0, name);
  }
});

t.test('section 10: 500 items are a group, 501 are not', async t => {
  const items = listItems(MAX_GROUP_ITEMS + 1);
  const most = await signGroup(items.slice(1));
  t.strictSame(faultPositions([most, ...(await signItems(most, items.slice(1)))]), []);
  const tooMany = await signGroup(items);
  t.equal(faultPositions([tooMany, ...(await signItems(tooMany, items))])[0], 0);
});

t.test('section 10: every fault of a batch is named at once, and the good acts are still read', async t => {
  const act = await signTestEvent(first, 'evidence.collected', evidence(1));
  const orphan = await countersign(second, await signTestEvent(first, 'evidence.collected', evidence(2)));
  const { acts, faults } = readActs([act, await countersign(first, act), orphan, act]);
  t.strictSame(
    acts.map(({ position }) => position),
    [0, 3],
  );
  t.strictSame([...new Set(faults.map(({ position }) => position))], [1, 2, 3]);
});
