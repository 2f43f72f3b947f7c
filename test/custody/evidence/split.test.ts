import fc from 'fast-check';
import t from 'tap';
import { addDecimals, equalDecimals } from '../../../src/custody/evidence/decimal.js';
import { inheritanceOf } from '../../../src/custody/evidence/record/inheritance.js';
import type { SealOnItem, SealStatus } from '../../../src/custody/evidence/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import {
  assessedBody,
  cartridgesBody,
  certifiedBody,
  code,
  derivedBody,
  detonatorsBody,
  quantity,
  registeredBody,
  rifleBody,
  splitBody,
} from '../../helpers/bodies/evidence.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, type Intent, type Procedure, uuidOf } from '../../helpers/procedure.js';
import { actOn, registeredAt, stateOf, withCollected, withItem } from './stage.js';

const at = '2021-04-02T08:00:00Z';

const noHazard = { suspected: [code('NONE')], basis: 'DEMO' };

/** `DEMO-ITEM` split into parts of these amounts. */
function split(
  procedure: Procedure,
  amounts: readonly (string | null)[],
  remainder: string | null,
  changes: JsonObject = {},
): Intent {
  const parent = stateOf(procedure);
  return actOn('DEMO-ITEM', 'split', 'DEMO-WIT-1/WIT', splitBody(at, remainder), {
    items: amounts.map((amount, position) => ({
      subject: itemSubject(`DEMO-PART-${position}`),
      type: 'evidence.derived',
      body: derivedBody(at, uuidOf('DEMO-ITEM'), parent, amount, changes),
    })),
  });
}

t.test('E15, RQ-03: a lot by headstamp into sub-lots; the item keeps the remainder', async t => {
  const procedure = withCollected();
  procedure.accept(split(procedure, ['100', '40'], '3'));
  t.match(stateOf(procedure), {
    physical: 'COLLECTED',
    quantity: { amount: '3', unit: 'PIECE' },
    registeredQuantity: { amount: '143' },
  });
  t.match(stateOf(procedure, 'DEMO-PART-0'), {
    physical: 'COLLECTED',
    parent: uuidOf('DEMO-ITEM'),
    root: uuidOf('DEMO-ITEM'),
    quantity: { amount: '100' },
    collectedBy: uuidOf('DEMO-WIT-1'),
    custody: { officer: uuidOf('DEMO-WIT-1'), reason: 'SPLIT', since: at },
    seal: null,
  });
  t.not(stateOf(procedure, 'DEMO-PART-0').number, stateOf(procedure).number);
});

t.test('E15: each field of split and part dropped in turn is named', async t => {
  const procedure = withCollected();
  const act = split(procedure, ['100', '40'], '3');
  assertMandatory(t, procedure, act, ['reason', 'remainder', 'occurred', 'place', 'overrides', 'lateEntry']);
  assertMandatory(
    t,
    procedure,
    act,
    [
      'occurred',
      'place',
      'parent',
      'inherits',
      'inherits/incident',
      'inherits/scene',
      'inherits/root',
      'inherits/safety',
      'inherits/classification',
      'inherits/physical',
      'inherits/remarks',
      'inherits/closedDiscrepancies',
      'inherits/gaps',
      'inherits/formerSeals',
      'description',
      'quantity',
      'photographs',
      'marks',
      'headstamp',
      'interpretation',
      'condition',
      'traces',
      'hazard',
    ].map(path => `item:${path}`),
  );
});

t.test('GATE-11: parts and remainder come to what the item was', async t => {
  const procedure = withCollected();
  t.same(procedure.refuse(split(procedure, ['100', '40'], '4')), ['evidence.split-unbalanced']);
  t.same(procedure.refuse(split(procedure, ['100', '40'], '2')), ['evidence.split-unbalanced']);
  t.same(procedure.refuse(split(procedure, ['100', null], '43')), ['evidence.split-not-stated']);
  t.same(procedure.refuse(split(procedure, ['100'], null)), ['evidence.split-not-stated']);
  t.same(procedure.refuse(split(procedure, ['143', '0'], '0')), ['evidence.quantity-zero']);
  t.same(procedure.refuse(split(procedure, ['100'], '43', { quantity: quantity('100', 'GRAM') })), [
    'evidence.split-unit',
  ]);
  t.match(stateOf(procedure).quantity, { amount: '143' }, 'nothing moved');
});

t.test('GATE-11: exact for measured amounts, to the last decimal', async t => {
  const powder = registeredBody(registeredAt, {
    category: code('COMMERCIAL_GOODS'),
    subCategory: code('SUGAR'),
    quantity: quantity('0.3', 'KILOGRAM'),
    headstamp: null,
    unmarked: 'DEMO: none',
  });
  const procedure = withCollected(powder);
  t.same(procedure.refuse(split(procedure, ['0.1', '0.2'], '0.000001')), ['evidence.split-unbalanced']);
  procedure.accept(split(procedure, ['0.1', '0.2'], '0'));
});

t.test('GATE-11, RQ-03: any parts of any lot balance or are refused', async t => {
  const parts = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(parts, fc.nat(999), fc.integer({ min: -2, max: 2 }), (amounts, remainder, fault) => {
      const total = amounts.reduce((sum, amount) => sum + amount, remainder);
      if (total + fault <= 0) return true;
      const lot = registeredBody(registeredAt, { quantity: quantity(String(total + fault)) });
      const procedure = withCollected(lot);
      const act = split(procedure, amounts.map(String), String(remainder));
      const { rules } = procedure.judge(act);
      if (fault !== 0) return rules.join() === 'evidence.split-unbalanced';
      const amountsNow = amounts.map((_, position) => stateOf(procedure, `DEMO-PART-${position}`));
      const sum = addDecimals(
        [stateOf(procedure), ...amountsNow].map(({ quantity: { amount } }) => amount ?? '0'),
      );
      return rules.length === 0 && equalDecimals(sum, String(total));
    }),
    { numRuns: 60 },
  );
  t.pass();
});

t.test('GATE-11: an amount that was never stated has nothing to balance', async t => {
  const procedure = withCollected(
    detonatorsBody(registeredAt, { hazard: noHazard, marks: [], unmarked: 'DEMO' }),
  );
  procedure.accept(split(procedure, ['4', null], null, { headstamp: null, unmarked: 'DEMO' }));
  t.equal(stateOf(procedure).quantity.amount, null);
  t.equal(stateOf(procedure, 'DEMO-PART-0').quantity.amount, '4');
});

t.test('GATE-11: off, or passed by a role the SOP names', async t => {
  const off = changedSop(sop => {
    sop.gates['GATE-11'].on = false;
  });
  const loose = withCollected(undefined, off);
  loose.accept(split(loose, ['100'], '4'));
  const byCase = changedSop(sop => {
    sop.gates['GATE-11'].override = { roles: ['WIT'] };
  });
  const procedure = withCollected(undefined, byCase);
  const act = split(procedure, ['100'], '4');
  const overrides = [{ gate: 'GATE-11', officer: uuidOf('DEMO-WIT-1'), reason: 'DEMO: broken case' }];
  t.same(procedure.refuse(act), ['evidence.split-unbalanced']);
  procedure.accept({ ...act, body: { ...act.body, overrides } });
  t.match(stateOf(procedure, 'DEMO-PART-0').remarks, [{ kind: 'OVERRIDE' }], 'shows on the parts too');
});

t.test('C.1: where nothing stays, custody of the item ends and goes on in its parts', async t => {
  const procedure = withCollected();
  procedure.accept(split(procedure, ['100', '43'], '0'));
  t.match(stateOf(procedure), { physical: 'SPLIT', custody: null, quantity: { amount: '0' } });
  const assess = (name: string) =>
    actOn(name, 'safety-assessed', 'DEMO-EOD-1/EOD', assessedBody(at, 'NON_HAZARDOUS'));
  t.same(procedure.refuse(assess('DEMO-ITEM')), ['evidence.custody-ended']);
  procedure.accept(assess('DEMO-PART-0'));
});

t.test('RQ-02: a part repeats what it has from its parent, certificate and remarks included', async t => {
  const procedure = withCollected(cartridgesBody(registeredAt));
  procedure.accept(actOn('DEMO-ITEM', 'certified', 'DEMO-EOD-1/EOD', certifiedBody('2021-04-02T07:45:00Z')));
  const inherits = (changes: JsonObject): JsonObject => ({
    inherits: { ...inheritanceOf(stateOf(procedure)), ...changes },
  });
  for (const [member, value] of Object.entries({
    category: 'DOCUMENT',
    foundAs: 'EJECTED',
    explosivePossible: false,
    recoveringParty: 'FRENCH_FORCES',
    physical: 'HELD',
    collectedBy: null,
    location: { store: uuidOf('DEMO-STORE'), shelf: 'A1' },
  })) {
    const act = split(procedure, ['20'], '40', inherits({ [member]: value }));
    t.same(procedure.refuse(act), ['evidence.derived-differs'], member);
  }
  procedure.accept(split(procedure, ['20'], '40'));
  const part = stateOf(procedure, 'DEMO-PART-0');
  t.same(part.safety, stateOf(procedure).safety);
  t.match(part, { explosivePossible: true, hazardClass: 'AMMUNITION', highRisk: true });
});

t.test('RQ-02: a part names the item that is split', async t => {
  const procedure = withCollected();
  procedure.accept(actOn('DEMO-OTHER', 'registered', 'DEMO-WIT-1/WIT', registeredBody(registeredAt)));
  const act = split(procedure, ['100'], '43', { parent: uuidOf('DEMO-OTHER') });
  t.same(procedure.refuse(act), ['evidence.derived-parent']);
});

t.test('a part in which explosive is suspected is unassessed whatever its parent was', async t => {
  const procedure = withCollected();
  const suspected = { hazard: { suspected: [code('EXPLOSIVE')], basis: 'DEMO: one is live' } };
  procedure.accept(split(procedure, ['1'], '142', suspected));
  t.match(stateOf(procedure, 'DEMO-PART-0'), {
    explosivePossible: true,
    hazardClass: 'EXPLOSIVE',
    safety: { status: 'UNASSESSED' },
  });
});

t.test(
  'E15: only the custodian splits, what is at hand, not in transfer, not under seal, no arm',
  async t => {
    const custodian = uuidOf('DEMO-WIT-1');
    const seal = {
      package: uuidOf('DEMO-P'),
      number: 'DEMO-000001',
      status: 'APPLIED',
      event: 'DEMO',
      together: 1,
    } as const;
    const transit = {
      transfer: uuidOf('DEMO-T'),
      kind: 'STORAGE',
      stage: 'OFFERED',
      giver: custodian,
      giverRole: 'WIT',
      giverUnit: null,
      receiver: null,
      receiverRole: 'SEC',
      receiverUnit: null,
      courier: null,
      release: null,
      offered: 'DEMO',
      offeredAt: at,
    } as const;
    const refused = (changes: object) => {
      const procedure = withItem();
      const state = heldItem('DEMO-ITEM', custodian, {
        category: 'AMMUNITION',
        subCategory: 'CARTRIDGE_CASE',
      });
      procedure.suppose(itemSubject('DEMO-ITEM'), {
        ...state,
        quantity: { amount: '143', unit: 'PIECE' },
        lastOccurred: { at: registeredAt, precision: 'MINUTE' },
        ...changes,
      });
      const { rules } = procedure.judge(split(procedure, ['100'], '43'));
      return rules;
    };
    t.same(refused({}), []);
    t.same(refused({ custody: { ...heldItem('', uuidOf('DEMO-SEC-1')).custody } }), [
      'evidence.not-custodian',
    ]);
    t.same(refused({ seal }), ['evidence.under-seal']);
    t.same(refused({ seal: { ...seal, status: 'OPENED_AUTHORISED' } }), []);
    t.same(refused({ transit }), ['evidence.in-transfer']);
    t.same(refused({ safety: { ...heldItem('', custodian).safety, status: 'HAZARDOUS_DO_NOT_MOVE' } }), [
      'evidence.hazardous',
    ]);
    const rifle = withCollected(rifleBody(registeredAt));
    t.same(rifle.refuse(split(rifle, ['1'], '0')), ['evidence.not-a-lot']);
  },
);

t.test('RQ-73, E15: a lot with an open discrepancy is not split; once closed it is', async t => {
  const procedure = withCollected();
  const act = () => split(procedure, ['100'], '43');
  const id = uuidOf('DEMO-DISCREPANCY');
  const found = { kind: 'COUNT_MISMATCH', custodian: uuidOf('DEMO-WIT-1'), missingSince: null } as const;
  const suppose = (entry: object) =>
    procedure.suppose(itemSubject('DEMO-ITEM'), {
      ...stateOf(procedure),
      discrepancies: { [id]: { ...found, ...entry } },
    });
  suppose({ open: true, outcome: null });
  t.same(procedure.refuse(act()), ['evidence.split-with-open-discrepancy']);
  t.match(procedure.judge(act()).detail, [{ parameters: { discrepancies: id } }]);
  suppose({ open: false, outcome: 'EXPLAINED_AND_CORRECTED' });
  procedure.accept(act());
});

t.test('RQ-73, RQ-30, GATE-12: what was found and sealed before the split shows on each part', async t => {
  const procedure = withCollected();
  const seal = (number: string, status: SealStatus): SealOnItem => ({
    package: uuidOf('DEMO-P'),
    number,
    status,
    event: `DEMO-${number}`,
    together: 2,
  });
  const closed = {
    kind: 'COUNT_MISMATCH',
    custodian: uuidOf('DEMO-SEC-1'),
    missingSince: null,
    open: false,
    outcome: 'EXPLAINED_AND_CORRECTED',
  };
  const [one, other] = [uuidOf('DEMO-DISCREPANCY-1'), uuidOf('DEMO-DISCREPANCY-2')].sort();
  const gap = { from: at, until: at, reason: 'DEMO: no watch kept', event: 'DEMO-GAP' };
  const past = {
    discrepancies: { [other ?? '']: closed, [one ?? '']: { ...closed, custodian: null } },
    gaps: [gap],
    formerSeals: [seal('DEMO-000001', 'SUPERSEDED')],
  };
  procedure.suppose(itemSubject('DEMO-ITEM'), {
    ...stateOf(procedure),
    ...past,
    seal: seal('DEMO-000002', 'OPENED_AUTHORISED'),
  });
  const inherits = inheritanceOf(stateOf(procedure));
  t.match(inherits, { closedDiscrepancies: [{ discrepancy: one }, { discrepancy: other }] });
  for (const member of ['closedDiscrepancies', 'gaps', 'formerSeals']) {
    const without = split(procedure, ['100'], '43', { inherits: { ...inherits, [member]: [] } });
    t.same(procedure.refuse(without), ['evidence.derived-differs'], member);
  }
  procedure.accept(split(procedure, ['100'], '43'));
  const { discrepancies, gaps, formerSeals, seal: now } = stateOf(procedure, 'DEMO-PART-0');
  t.same({ discrepancies, gaps }, { discrepancies: past.discrepancies, gaps: past.gaps });
  t.same(formerSeals, [...past.formerSeals, seal('DEMO-000002', 'OPENED_AUTHORISED')]);
  t.equal(now, null);
});

t.test('C.1: what is checked out is not split before it is back', async t => {
  const procedure = withCollected();
  const act = split(procedure, ['100'], '43');
  procedure.suppose(itemSubject('DEMO-ITEM'), { ...stateOf(procedure), physical: 'CHECKED_OUT' });
  t.ok(procedure.refuse(act).includes('evidence.not-in-state'));
});

t.test('log-format section 10: a split comes with its parts', async t => {
  const procedure = withCollected();
  t.same(procedure.refuse({ ...split(procedure, ['100'], '43'), items: [] }), ['body.value-refused']);
});
