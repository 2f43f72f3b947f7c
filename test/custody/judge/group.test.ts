import t from 'tap';
import { catalogue, currentRule } from '../../../src/custody/catalogue.js';
import { judgeBatch } from '../../../src/custody/judge/judge-batch.js';
import type { Act, JsonObject } from '../../../src/log/index.js';
import { readActs } from '../../../src/log/index.js';
import { sealNumber, sealPackage } from '../../helpers/bodies/package.js';
import type { Intent } from '../../helpers/procedure.js';
import { atSealing, both, packing, second } from '../package/stage.js';

const sealing = sealPackage(sealNumber(1), atSealing, both);

function changeItem(
  intent: Intent,
  position: number,
  change: (item: Intent['body']) => Intent['body'],
): Intent {
  const items = (intent.items ?? []).map((item, place) =>
    place === position ? { ...item, body: change(item.body) } : item,
  );
  return { ...intent, items };
}

t.test('log-format section 10: an act over items comes with the event of each', async t => {
  const procedure = packing();
  const events = procedure
    .compose({ ...sealing, items: [] })
    .map((event, place) =>
      place === 0 ? { ...event, body: { ...event.body, items: [{ subject: second, seq: 1 }] } } : event,
    );
  t.match(readActs(events).faults, [{ position: 0 }], 'the log format says no before the rules do');
  const { now: receivedAt, sop } = procedure;
  const { acts } = readActs(events);
  t.match(judgeBatch(procedure.world, acts, { receivedAt, firstIndex: 0, sop }), {
    kind: 'refused',
    violations: [{ rule: 'group.items-missing' }],
  });
  procedure.accept(sealing);
});

t.test('RQ-20: the countersignature covers what the items say', async t => {
  const procedure = packing();
  const events = procedure.compose(sealing);
  const judge = (changed: typeof events, sop = procedure.sop) =>
    judgeBatch(procedure.world, readActs(changed).acts, { receivedAt: procedure.now, firstIndex: 0, sop });
  const reworded = events.map(event =>
    event.type === 'evidence.sealed'
      ? { ...event, body: { ...event.body, exteriorText: 'DEMO: something else' } }
      : event,
  );
  t.match(judge(reworded), { kind: 'refused', violations: [{ rule: 'group.items-digest', event: 0 }] });
  const otherRefs = events.map(event =>
    event.type === 'evidence.sealed' ? { ...event, refs: [events[0]?.eventId ?? ''] } : event,
  );
  t.match(judge(otherRefs), { kind: 'refused', violations: [{ rule: 'group.items-digest' }] });
  t.match(judge(events), { kind: 'accepted' });
});

t.test(
  'design section 4, growth: a form that was taken over is read for ever and appended no more',
  async t => {
    const procedure = packing();
    const [group, ...others] = procedure.compose(sealing);
    if (group === undefined) throw new Error('nothing was composed');
    const { itemsDigest: _, ...body } = group.body;
    const { acts } = readActs([{ ...group, form: 1, body }, ...others]);
    const { edition: __, ...first } = procedure.sop;
    const moment = { receivedAt: procedure.now, firstIndex: 0 };
    t.match(judgeBatch(procedure.world, acts, { ...moment, sop: procedure.sop }), {
      kind: 'refused',
      violations: [
        { rule: 'type.form-superseded', pointer: '/form', parameters: { form: '1', current: '2' } },
      ],
    });
    t.match(
      judgeBatch(procedure.world, acts, { ...moment, sop: first }),
      { kind: 'accepted' },
      'RQ-13: under the procedure of its time it stands',
    );
  },
);

t.test('log-format section 10: an item event is not sent without its group', async t => {
  const procedure = packing();
  const [, , item] = procedure.compose(sealing);
  if (item === undefined) throw new Error('the group has no item');
  t.match(readActs([item]).faults, [{ position: 0 }], 'the log format says no before the rules do');
  const alone: Act = { position: 0, event: item, countersignatures: [], items: [] };
  const sop = {
    ...procedure.sop,
    acts: { ...procedure.sop.acts, 'evidence.sealed': procedure.sop.acts['package.sealed'] as never },
  };
  t.match(judgeBatch(procedure.world, [alone], { receivedAt: procedure.now, firstIndex: 0, sop }), {
    kind: 'refused',
    violations: [{ rule: 'countersignature.missing' }, { rule: 'group.alone' }],
  });
});

t.test('log-format section 10: each group has its own item events', async t => {
  const procedure = packing();
  const astray = {
    ...sealing,
    items: (sealing.items ?? []).map(item => ({ ...item, type: 'evidence.corrected' })),
  };
  const events = procedure.compose(astray);
  const { now: receivedAt, sop } = procedure;
  const { acts } = readActs(events);
  t.match(judgeBatch(procedure.world, acts, { receivedAt, firstIndex: 0, sop }), {
    kind: 'refused',
    violations: [
      { rule: 'group.item-type', event: 2, parameters: { expected: 'evidence.sealed' } },
      { rule: 'group.item-type', event: 3 },
    ],
  });
});

t.test(
  'design section 4: an item event repeats when and where, so that one item is complete by itself',
  async t => {
    const procedure = packing();
    const { occurred, place } = sealing.body;
    const earlier = { ...(occurred as Intent['body']), at: '2021-04-02T08:59:00Z' };
    const elsewhere = { ...(place as Intent['body']), description: 'DEMO-ELSEWHERE' };
    t.same(procedure.refuse(changeItem(sealing, 1, body => ({ ...body, occurred: earlier }))), [
      'group.circumstances-differ',
    ]);
    t.same(procedure.refuse(changeItem(sealing, 0, body => ({ ...body, place: elsewhere }))), [
      'group.circumstances-differ',
    ]);
  },
);

t.test(
  'GATE-8, design section 4: an exact place is withheld and repeated by the same commitment',
  async t => {
    const position = { latitude: '19.45', longitude: '0.85', accuracyMetres: 5, datum: 'WGS84' };
    const exactly = (at: JsonObject) => ({ place: { site: null, description: 'DEMO-PLACE', position: at } });
    const act = { ...sealing, body: { ...sealing.body, ...exactly(position) } };
    const withItems = (at: JsonObject): Intent => ({
      ...act,
      items: (act.items ?? []).map(item => ({ ...item, body: { ...item.body, ...exactly(at) } })),
    });
    t.same(packing().refuse(withItems({ ...position, latitude: '19.46' })), [
      'group.circumstances-differ',
      'group.circumstances-differ',
    ]);
    const { events, rules } = packing().judge(withItems(position));
    t.same(rules, []);
    const [group, ...others] = events.filter(({ body }) => body.place !== undefined);
    t.notMatch(JSON.stringify(events), '19.45');
    for (const { body } of others) t.same(body.place, group?.body.place);
  },
);

t.test('design section 4: a manifest names the faults of all its items at once', async t => {
  const procedure = packing();
  const elsewhere = (body: Intent['body']) => ({
    ...body,
    place: { ...(body.place as Intent['body']), description: 'DEMO-ELSEWHERE' },
  });
  const { detail } = procedure.judge(changeItem(changeItem(sealing, 0, elsewhere), 1, elsewhere));
  t.match(detail, [
    { rule: 'group.circumstances-differ', event: 2 },
    { rule: 'group.circumstances-differ', event: 3 },
  ]);
});

t.test('log-format section 10: item events are known and of the kind of a piece', async t => {
  for (const { type, itemTypes = [] } of catalogue.flatMap(({ events }) => events))
    for (const itemType of itemTypes) {
      const rule = currentRule(itemType);
      t.ok(rule, `${itemType} of ${type}`);
      t.match(itemType, /^(evidence|examination|information)\./);
    }
});
