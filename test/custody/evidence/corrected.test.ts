import t from 'tap';
import { eventRule } from '../../../src/custody/catalogue.js';
import { checkMayMove } from '../../../src/custody/evidence/checks.js';
import type { Act, Circumstances } from '../../../src/custody/rule.js';
import type { JsonObject } from '../../../src/log/index.js';
import { cartridgesBody, descriptionBody, registeredBody } from '../../helpers/bodies/evidence.js';
import { itemSubject } from '../../helpers/held-item.js';
import { circumstances } from '../../helpers/procedure.js';
import { actOn, begunCase, collect, collectedAt, registeredAt, stateOf, withItem } from './stage.js';

t.test('E55, RQ-05: a correction stands beside what it corrects', async t => {
  const procedure = begunCase();
  const { eventId } = procedure.accept(
    actOn('DEMO-ITEM', 'registered', 'DEMO-WIT-1/WIT', registeredBody(registeredAt)),
  );
  const correct = (by: string) =>
    actOn(
      'DEMO-ITEM',
      'corrected',
      by,
      {
        corrects: eventId,
        pointer: '/body/quantity/amount',
        was: '143',
        correct: '142',
        withheld: null,
        reason: 'DEMO: counted twice',
      },
      { refs: [eventId] },
    );
  t.same(procedure.refuse(correct('DEMO-WIT-3/WIT')), ['corrected.not-author']);
  procedure.accept(correct('DEMO-WIT-1/WIT'));
  t.match(stateOf(procedure), {
    corrections: [{ corrects: eventId, correct: '142' }],
    quantity: { amount: '143' },
    description: descriptionBody().description,
  });
});

t.test(
  'E55: a correction points at a field of the body; who signed, and what is withheld, it cannot',
  async t => {
    const procedure = begunCase();
    const { eventId } = procedure.accept(
      actOn('DEMO-ITEM', 'registered', 'DEMO-WIT-1/WIT', registeredBody(registeredAt)),
    );
    const corrects = (of: string, pointer: string) =>
      actOn(
        'DEMO-ITEM',
        'corrected',
        'DEMO-WIT-1/WIT',
        { corrects: of, pointer, was: 'DEMO', correct: 'DEMO', withheld: null, reason: 'DEMO' },
        { refs: [of] },
      );
    for (const pointer of [
      '/actor/officer',
      '/at',
      '/body',
      'body/quantity',
      '/body/none',
      '/body/photographs/9',
    ]) {
      t.same(procedure.refuse(corrects(eventId, pointer)), ['corrected.field-unknown'], pointer);
    }
    for (const pointer of ['/body/positionAtScene/exact', '/body/positionAtScene/exact/_sd']) {
      t.same(procedure.refuse(corrects(eventId, pointer)), ['corrected.in-clear'], pointer);
    }
    const first = procedure.accept(corrects(eventId, '/body/photographs/0/number'));
    procedure.accept(corrects(first.eventId, '/body/correct'));
    t.equal(stateOf(procedure).corrections.length, 2, 'a correction is corrected in its turn, and all stay');
  },
);

t.test('GATE-8: what may be withheld is corrected by what is withheld, empty or not', async t => {
  const procedure = begunCase();
  const { eventId } = procedure.accept(
    actOn('DEMO-ITEM', 'registered', 'DEMO-WIT-1/WIT', registeredBody(registeredAt)),
  );
  const corrects = (pointer: string, values: JsonObject) =>
    actOn(
      'DEMO-ITEM',
      'corrected',
      'DEMO-WIT-1/WIT',
      { corrects: eventId, pointer, was: null, correct: null, withheld: null, reason: 'DEMO', ...values },
      { refs: [eventId] },
    );
  const inClear = { was: 'DEMO', correct: 'DEMO' };
  const withheld = { was: 'DEMO', correct: 'DEMO' };
  for (const pointer of ['/body/positionAtScene/exact', '/body/onBehalfOf', '/body/place/position']) {
    t.same(procedure.refuse(corrects(pointer, inClear)), ['corrected.in-clear'], pointer);
    t.same(procedure.refuse(corrects(pointer, {})), ['corrected.in-clear'], `${pointer}: says nothing`);
    t.same(procedure.refuse(corrects(pointer, { ...inClear, withheld })), ['corrected.in-clear']);
    procedure.accept(corrects(pointer, { withheld }));
  }
  t.same(procedure.refuse(corrects('/body/quantity/amount', { was: 'DEMO' })), ['corrected.value-missing']);
  t.match(stateOf(procedure).corrections.at(-1), { correct: null });
  const hidden = ['corrected.hidden', 'corrected.value-missing'];
  t.same(procedure.refuse(corrects('/body/quantity/amount', { withheld })), hidden, 'a count is not hidden');
  t.same(procedure.refuse(corrects('/body/quantity/amount', { ...inClear, withheld })), ['corrected.hidden']);
});

t.test('GATE-8: form 1, which could say it in clear only, is judged as it was then', async t => {
  const procedure = begunCase();
  const { eventId } = procedure.accept(
    actOn('DEMO-ITEM', 'registered', 'DEMO-WIT-1/WIT', registeredBody(registeredAt)),
  );
  const original = procedure.world.event(eventId);
  const act = {
    form: 1,
    subject: original?.subject,
    actor: original?.actor,
    body: { corrects: eventId, pointer: '/body/positionAtScene/exact' },
  } as unknown as Act;
  const seen = { referenced: () => original, countersigners: [] } as unknown as Circumstances;
  const said = eventRule('evidence.corrected', 1)?.decide(stateOf(procedure), act, seen);
  t.match(said, [{ rule: 'corrected.field-withheld' }]);
});

t.test('E55: no gate looks at a correction: what it relied on is certified anew', async t => {
  const procedure = withItem(cartridgesBody(registeredAt));
  const registered = procedure.world.standing(itemSubject('DEMO-ITEM'))?.head ?? '';
  const harmless = {
    corrects: registered,
    pointer: '/body/hazard/suspected/0/code',
    was: 'EXPLOSIVE',
    correct: 'NONE',
    withheld: null,
    reason: 'DEMO: said to be empty',
  };
  procedure.accept(actOn('DEMO-ITEM', 'corrected', 'DEMO-WIT-1/WIT', harmless, { refs: [registered] }));
  procedure.accept(collect());
  t.same(
    checkMayMove(stateOf(procedure), { at: collectedAt, precision: 'MINUTE' }).map(({ rule }) => rule),
    ['evidence.certificate-missing'],
  );
});

t.test('GATE-8: a withheld claim is erased by two, its digest stays', async t => {
  const procedure = begunCase();
  const register = actOn('DEMO-ITEM', 'registered', 'DEMO-WIT-1/WIT', registeredBody(registeredAt));
  const { eventId } = procedure.accept(register);
  const digest = [...procedure.disclosed.keys()][0] ?? '';
  const erase = actOn(
    'DEMO-ITEM',
    'disclosure-erased',
    'DEMO-LEG-1/LEG',
    { eventId, digest, reason: 'DEMO: source protection' },
    { refs: [eventId], countersigned: ['DEMO-HR-1/HR as second-officer'] },
  );
  t.same(procedure.refuse({ ...erase, countersigned: [] }), ['countersignature.missing']);
  procedure.accept(erase);
});

t.test('RQ-09: a doubtful clock shows on every later paper', async t => {
  const doubt = circumstances(collectedAt).occurred as object;
  const procedure = withItem();
  procedure.accept(collect({ occurred: { ...doubt, clockDoubt: 'DEMO: watch stopped' } }));
  t.match(stateOf(procedure).remarks, [{ kind: 'CLOCK_DOUBT' }]);
});
