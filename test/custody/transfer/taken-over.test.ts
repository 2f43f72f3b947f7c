import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { takenOverBody, takenOverItem, transferAct } from '../../helpers/bodies/transfer.js';
import { at, Consignment, courier, demoSeal, giver, receiver } from '../../helpers/consignment.js';
import { heldItem, itemSubject } from '../../helpers/held-item.js';
import { changedSop, uuidOf } from '../../helpers/procedure.js';

const outgoing = uuidOf('DEMO-WIT-1');
const incoming = 'DEMO-WIT-2/WIT';
const witness = 'DEMO-AUD-1/AUD as witness';
const secondWitness = 'DEMO-AUD-2/AUD as witness';
const order = 'DEMO-HOM-1/HOM as ordering-officer';
const outgoingCannotSign = {
  orderReference: 'DEMO-ORDER-1',
  reason: 'DEMO: evacuated',
  unattendedSince: '2021-04-02T08:30:00Z',
};
const handover = `transfer/${uuidOf('DEMO-CHANGE')}`;

function takeOver(
  c: Consignment,
  changes: JsonObject = {},
  countersigned: readonly string[] = [`${giver} as outgoing`, witness],
  by = incoming,
  found: JsonObject = {},
) {
  const items = c.items.map(subject => ({ subject, body: takenOverItem(c.state(subject), found) }));
  return transferAct('taken-over', by, countersigned, takenOverBody(outgoing, at, changes), items, handover);
}

t.test('E50: the incoming custodian takes over; nothing moves', async t => {
  const location = { store: uuidOf('DEMO-STORE'), shelf: 'A-1' };
  const site = uuidOf('DEMO-SITE');
  const c = new Consignment(['DEMO-1', 'DEMO-2']);
  for (const item of c.items) {
    const { custody } = c.state(item);
    c.procedure.suppose(item, { ...c.state(item), custody: custody && { ...custody, location, site } });
  }
  c.procedure.accept(takeOver(c));
  for (const item of c.items)
    t.match(c.state(item), {
      physical: 'HELD',
      custody: {
        officer: uuidOf('DEMO-WIT-2'),
        reason: 'CHANGE_OF_CUSTODIAN',
        ...{ location, site, since: at },
        cameFrom: [uuidOf('DEMO-WIT-1')],
      },
      gaps: [],
      remarks: [],
    });
  t.match(c.transfer(handover), { kind: 'CHANGE_OF_CUSTODIAN', stage: 'RECEIVED', manifest: 'DEMO-INV-1' });
});

t.test('E50: the outgoing custodian countersigns, before a witness', async t => {
  const c = new Consignment();
  t.same(c.procedure.refuse(takeOver(c, {}, [witness])), ['transfer.outgoing-not-signed']);
  t.same(c.procedure.refuse(takeOver(c, {}, ['DEMO-WIT-3/WIT as outgoing', witness])), [
    'transfer.outgoing-not-signed',
  ]);
  t.same(c.procedure.refuse(takeOver(c, {}, [`${giver} as outgoing`])), ['countersignature.missing']);
});

t.test(
  'E50: where he cannot sign, by order of the Head of Mission before two witnesses, and marked for ever',
  async t => {
    const c = new Consignment();
    const changes = { outgoingCannotSign };
    t.same(c.procedure.refuse(takeOver(c, changes, [witness, secondWitness])), [
      'transfer.change-not-ordered',
    ]);
    t.same(c.procedure.refuse(takeOver(c, changes, [order, witness])), ['transfer.change-second-witness']);
    t.same(
      c.procedure.refuse(
        takeOver(c, changes, ['DEMO-SEC-1/SEC as ordering-officer', witness, secondWitness]),
      ),
      ['countersignature.role-not-provided'],
    );
    const later = { outgoingCannotSign: { ...outgoingCannotSign, unattendedSince: '2021-04-02T11:30:00Z' } };
    t.same(c.procedure.refuse(takeOver(c, later, [order, witness, secondWitness])), [
      'transfer.unattended-after-change',
    ]);
    c.procedure.accept(takeOver(c, changes, [order, witness, secondWitness]));
    t.match(c.state(), {
      custody: { officer: uuidOf('DEMO-WIT-2') },
      gaps: [{ from: '2021-04-02T08:30:00Z', until: at, reason: 'DEMO: evacuated' }],
      remarks: [{ kind: 'UNSIGNED_CHANGE' }, { kind: 'CUSTODY_GAP' }],
    });
  },
);

t.test('GATE-12: nobody is missing from an item before he had it', async t => {
  const c = new Consignment(['DEMO-1', 'DEMO-2']);
  const [first = '', second = ''] = c.items;
  const { custody } = c.state(second);
  c.procedure.suppose(second, {
    ...c.state(second),
    custody: custody && { ...custody, since: '2021-04-02T09:00:00Z' },
  });
  const signed = [order, witness, secondWitness];
  t.same(c.procedure.refuse(takeOver(c, { outgoingCannotSign }, signed)), [
    'transfer.unattended-before-custody',
  ]);
  const since = { ...outgoingCannotSign, unattendedSince: '2021-04-02T09:00:00Z' };
  c.procedure.accept(takeOver(c, { outgoingCannotSign: since }, signed));
  for (const item of [first, second]) t.match(c.state(item).gaps, [{ from: since.unattendedSince }]);
});

t.test('E50: only what is in the custody of the outgoing officer', async t => {
  const c = new Consignment();
  const other = itemSubject('DEMO-9');
  c.procedure.suppose(other, heldItem('DEMO-9', uuidOf('DEMO-WIT-3')));
  const act = takeOver(c);
  const { occurred = null, place = null } = act.body;
  const foreign = {
    subject: other,
    type: 'evidence.taken-over',
    body: { occurred, place, ...takenOverItem(c.state(other)) },
  };
  t.same(c.procedure.refuse({ ...act, items: [...(act.items ?? []), foreign] }), [
    'transfer.not-in-custody-of-outgoing',
  ]);
});

t.test('SD-1: nobody takes over from himself, also where nobody countersigns for him', async t => {
  const c = new Consignment();
  const changes = { outgoingCannotSign };
  t.same(c.procedure.refuse(takeOver(c, changes, [order, witness, secondWitness], giver)), [
    'transfer.to-oneself',
  ]);
});

t.test(
  'E50: an open offer goes on with the new giver, a journey with the new courier, a check-out with the new taker',
  async t => {
    const offered = new Consignment();
    offered.procedure.accept(offered.offer());
    offered.procedure.accept(takeOver(offered));
    t.match(offered.state().transit, { giver: uuidOf('DEMO-WIT-2'), giverRole: 'WIT', courier: null });
    offered.procedure.accept(offered.depart({ countersigned: [`${incoming} as giver`] }));
    offered.procedure.accept(offered.receive({ body: { returns: true }, by: incoming }));
    t.equal(offered.state().custody?.officer, uuidOf('DEMO-WIT-2'));

    const travelling = new Consignment();
    travelling.procedure.accept(travelling.offer());
    travelling.procedure.accept(travelling.depart());
    const changes = { outgoing: uuidOf('DEMO-COU-1') };
    travelling.procedure.accept(
      takeOver(travelling, changes, [`${courier} as outgoing`, witness], 'DEMO-COU-2/COU'),
    );
    t.match(travelling.state(), { physical: 'IN_TRANSIT', transit: { courier: uuidOf('DEMO-COU-2') } });
    travelling.procedure.accept(
      travelling.receive({ by: receiver, countersigned: ['DEMO-COU-2/COU as hands-over'] }),
    );

    const checkOut: EvidenceState['checkOut'] = {
      taker: outgoing,
      custodian: null,
      purpose: 'DEMO',
      dueBack: '2021-05-01T00:00:00Z',
      event: 'DEMO',
      site: null,
    };
    const out = new Consignment(['DEMO-1'], { physical: 'CHECKED_OUT', checkOut });
    out.procedure.accept(takeOver(out));
    t.match(out.state(), { physical: 'CHECKED_OUT', checkOut: { taker: uuidOf('DEMO-WIT-2') } });
  },
);

t.test('SD-1, E50: who takes over stands on no other side of the transfer the item is in', async t => {
  const offered = new Consignment();
  offered.procedure.accept(offered.offer());
  t.same(offered.procedure.refuse(takeOver(offered, {}, undefined, receiver)), ['transfer.to-oneself']);
  const departed = new Consignment();
  departed.procedure.accept(departed.offer());
  departed.procedure.accept(departed.depart());
  const from = (by: string) =>
    takeOver(departed, { outgoing: uuidOf('DEMO-COU-1') }, [`${courier} as outgoing`, witness], by);
  for (const side of [giver, receiver]) {
    t.same(departed.procedure.refuse(from(side)), ['transfer.courier-is-a-side'], side);
  }
  departed.procedure.accept(from('DEMO-COU-2/COU'));
});

t.test(
  'GATE-12: the SOP alone says from how many minutes on an unattended time prints on later papers',
  async t => {
    for (const [minutes, marked] of [
      [59, true],
      [60, false],
    ] as const) {
      const sop = changedSop(changed => {
        changed.deadlines.custodyGapMinutes.value = minutes;
      });
      const c = new Consignment(['DEMO-1'], {}, sop);
      const since = {
        outgoingCannotSign: { ...outgoingCannotSign, unattendedSince: '2021-04-02T10:00:00Z' },
      };
      c.procedure.accept(takeOver(c, since, [order, witness, secondWitness]));
      t.equal(c.state().gaps.length, 1);
      t.equal(
        c.state().remarks.some(({ kind }) => kind === 'CUSTODY_GAP'),
        marked,
      );
    }
  },
);

t.test('E14, E50: items under one unbroken seal are taken over together', async t => {
  const c = new Consignment(['DEMO-1'], { seal: { ...demoSeal, together: 2 } });
  t.same(c.procedure.refuse(takeOver(c)), ['transfer.package-split']);
});

const inspect = (c: Consignment, found: JsonObject) => takeOver(c, {}, undefined, undefined, found);
const read = (found: string | null, status: string) => ({
  seals: [{ number: demoSeal.number, found, status }],
});

t.test('GATE-4, RQ-31: a change of custodian compares each seal, as a receipt does', async t => {
  const c = new Consignment(['DEMO-1'], { seal: demoSeal });
  t.same(c.procedure.refuse(inspect(c, { seals: [] })), ['transfer.seal-not-compared']);
  t.same(c.procedure.refuse(inspect(c, read('FOREIGN-999', 'VERIFIED_INTACT'))), [
    'transfer.seal-finding-incoherent',
  ]);
  const bare = new Consignment();
  const foreign = { seals: [{ number: 'FOREIGN-999', found: 'FOREIGN-999', status: 'VERIFIED_INTACT' }] };
  t.same(bare.procedure.refuse(inspect(bare, foreign)), ['transfer.differs-without-reserve']);
});

t.test(
  'RQ-31: what differs is taken over under reserve, a torn seal whose number can be read too',
  async t => {
    const cases = [
      [read(demoSeal.number, 'DAMAGED_UNEXPLAINED'), 'DAMAGED_UNEXPLAINED'],
      [read('FOREIGN-999', 'NUMBER_MISMATCH'), 'NUMBER_MISMATCH'],
      [read(null, 'UNREADABLE'), 'UNREADABLE'],
      [read(null, 'MISSING'), 'MISSING'],
      [{ conditionAgrees: false, condition: 'DEMO: rusted' }, 'VERIFIED_INTACT'],
    ] as const;
    for (const [found, after] of cases) {
      const c = new Consignment(['DEMO-1'], { seal: demoSeal });
      t.same(c.procedure.refuse(inspect(c, found)), ['transfer.differs-without-reserve'], after);
      const unopened = { text: 'DEMO: differs', discrepancies: [uuidOf('DEMO-NONE')] };
      t.ok(
        c.procedure
          .refuse(inspect(c, { ...found, reserve: unopened }))
          .includes('transfer.discrepancy-not-open'),
      );
      const reserve = { text: 'DEMO: differs', discrepancies: [c.dispute('DEMO-DISCREPANCY')] };
      c.procedure.accept(inspect(c, { ...found, reserve }));
      t.equal(c.state().seal?.status, after);
      t.match(c.state().remarks, [
        { kind: 'UNDER_RESERVE', officer: uuidOf('DEMO-WIT-2'), text: 'DEMO: differs' },
      ]);
    }
  },
);

t.test('RQ-31: a seal as recorded is no news, and a change of custodian heals none', async t => {
  const opened = { ...demoSeal, status: 'OPENED_AUTHORISED' } as const;
  for (const [seal, after] of [
    [null, undefined],
    [demoSeal, 'VERIFIED_INTACT'],
    [opened, 'OPENED_AUTHORISED'],
  ] as const) {
    const c = new Consignment(['DEMO-1'], { seal });
    c.procedure.accept(inspect(c, {}));
    t.equal(c.state().seal?.status, after);
    t.same(c.state().remarks, []);
  }
  const healed = new Consignment(['DEMO-1'], { seal: opened });
  t.same(healed.procedure.refuse(inspect(healed, read(demoSeal.number, 'VERIFIED_INTACT'))), [
    'transfer.differs-without-reserve',
  ]);
});

t.test('GATE-12, E50: a missing item is taken over unseen, and stays missing', async t => {
  const c = new Consignment(['DEMO-1', 'DEMO-2']);
  const [missing = ''] = c.items;
  const unseen = { seen: false, seals: [] };
  t.same(c.procedure.refuse(inspect(c, unseen)), [
    'transfer.unseen-not-missing',
    'transfer.unseen-not-missing',
  ]);
  c.procedure.suppose(missing, { ...c.state(missing), physical: 'UNACCOUNTED', seal: demoSeal });
  t.same(c.procedure.refuse(inspect(c, { seen: true, ...read(demoSeal.number, 'VERIFIED_INTACT') })), [
    'transfer.missing-item-taken-over',
    'transfer.differs-without-reserve',
  ]);
  const compared = takeOver(c);
  const [line, other] = compared.items ?? [];
  if (line === undefined || other === undefined) throw new Error('two items were taken over');
  const seals = read(demoSeal.number, 'VERIFIED_INTACT');
  t.same(c.procedure.refuse({ ...compared, items: [{ ...line, body: { ...line.body, ...seals } }, other] }), [
    'transfer.unseen-seal-compared',
  ]);
  c.procedure.accept(takeOver(c));
  t.match(c.state(missing), {
    physical: 'UNACCOUNTED',
    custody: { officer: uuidOf('DEMO-WIT-2') },
    seal: demoSeal,
    remarks: [{ kind: 'UNDER_RESERVE', text: 'DEMO: seen' }],
  });
});
