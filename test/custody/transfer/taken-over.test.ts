import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { takenOverBody, transferAct } from '../../helpers/bodies/transfer.js';
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
  read?: string | null,
) {
  const items = c.items.map(subject => {
    const sealNumber = read === undefined ? (c.state(subject).seal?.number ?? null) : read;
    return { subject, body: { sealNumber, condition: 'DEMO: seen' } };
  });
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
      custody: { officer: uuidOf('DEMO-WIT-2'), reason: 'CHANGE_OF_CUSTODIAN', location, site, since: at },
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
    body: { occurred, place, sealNumber: null, condition: 'DEMO' },
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

/** A discrepancy of this kind is open on the item. */
function dispute(c: Consignment, kind: string): void {
  const id = c.dispute('DEMO-DISCREPANCY');
  const { discrepancies } = c.state();
  const own = discrepancies[id];
  if (own === undefined) throw new Error('no discrepancy');
  c.procedure.suppose(c.items[0] ?? '', {
    ...c.state(),
    discrepancies: { ...discrepancies, [id]: { ...own, kind } },
  });
}

t.test('GATE-4, RQ-31: a change of custodian compares the seal with the record', async t => {
  const cases: readonly {
    readonly seal: EvidenceState['seal'];
    readonly read: string | null;
    readonly after: string | undefined;
    readonly remark: string;
  }[] = [
    { seal: null, read: 'FOREIGN-999', after: undefined, remark: 'FOREIGN-999 ≠ –: DEMO: seen' },
    {
      seal: demoSeal,
      read: 'FOREIGN-999',
      after: 'NUMBER_MISMATCH',
      remark: 'FOREIGN-999 ≠ DEMO-000001: DEMO: seen',
    },
    { seal: demoSeal, read: null, after: 'UNREADABLE', remark: '– ≠ DEMO-000001: DEMO: seen' },
    {
      seal: { ...demoSeal, status: 'DAMAGED_UNEXPLAINED' },
      read: 'FOREIGN-999',
      after: 'DAMAGED_UNEXPLAINED',
      remark: 'FOREIGN-999 ≠ DEMO-000001: DEMO: seen',
    },
  ];
  for (const { seal, read, after, remark } of cases) {
    const differing = (c: Consignment) => takeOver(c, {}, undefined, undefined, read);
    const c = new Consignment(['DEMO-1'], { seal });
    t.same(c.procedure.refuse(differing(c)), ['transfer.seal-differs-at-change'], remark);
    dispute(c, 'COUNT_MISMATCH');
    t.same(c.procedure.refuse(differing(c)), ['transfer.seal-differs-at-change'], 'a discrepancy of its own');
    for (const kind of ['SEAL_MISMATCH', 'SEAL_DAMAGED', 'SEAL_OPEN']) {
      const told = new Consignment(['DEMO-1'], { seal });
      dispute(told, kind);
      told.procedure.accept(differing(told));
      t.equal(told.state().seal?.status, after, kind);
      t.match(told.state().remarks, [{ kind: 'SEAL', officer: uuidOf('DEMO-WIT-2'), text: remark }]);
    }
  }
});

t.test('RQ-31: a seal as recorded is no news, and of a broken one there may be nothing to read', async t => {
  const opened = { ...demoSeal, status: 'OPENED_AUTHORISED' } as const;
  for (const [seal, read] of [
    [null, null],
    [demoSeal, demoSeal.number],
    [opened, opened.number],
    [opened, null],
  ] as const) {
    const c = new Consignment(['DEMO-1'], { seal });
    c.procedure.accept(takeOver(c, {}, undefined, undefined, read));
    t.same(c.state().seal, seal);
    t.same(c.state().remarks, []);
  }
});

t.test('GATE-12, E50: nobody takes over a missing item; what is there is taken over without it', async t => {
  const c = new Consignment(['DEMO-1', 'DEMO-2']);
  const [missing = '', there = ''] = c.items;
  c.procedure.suppose(missing, { ...c.state(missing), physical: 'UNACCOUNTED' });
  const all = takeOver(c);
  t.same(c.procedure.refuse(all), ['transfer.missing-item-taken-over']);
  c.procedure.accept({ ...all, items: all.items?.filter(({ subject }) => subject === there) ?? [] });
  t.equal(c.state(there).custody?.officer, uuidOf('DEMO-WIT-2'));
  t.equal(c.state(missing).custody?.officer, outgoing);
});
