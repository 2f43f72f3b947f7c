import t from 'tap';
import type { EvidenceState, SealStatus } from '../../../src/custody/evidence/state.js';
import { discrepancyOpenedBody, openDiscrepancy } from '../../helpers/bodies/discrepancy.js';
import { at, Consignment, demoSeal, receiver } from '../../helpers/consignment.js';
import { changedSop, uuidOf } from '../../helpers/procedure.js';

if (demoSeal === null) throw new Error('the sample has no seal');
const seal = demoSeal;

/** On arrival, with the courier. */
function arrived(changes: Partial<EvidenceState> = {}, sop = changedSop(() => {})): Consignment {
  const c = new Consignment(['DEMO-1'], changes, sop);
  const item = { sealException: 'DEMO: stated' };
  c.procedure.accept(c.offer({ item }));
  c.procedure.accept(c.depart({ item }));
  return c;
}

function compared(status: SealStatus, found: string | null = seal.number) {
  return [{ number: seal.number, found, status }];
}

t.test('GATE-4, RQ-21: no receipt without comparing each seal', async t => {
  const c = arrived({ seal });
  t.same(c.procedure.refuse(c.receive({ item: { seals: [] } })), ['transfer.seal-not-compared']);
});

t.test('GATE-4: what is said of a seal holds together', async t => {
  const c = arrived({ seal });
  const contradictions: readonly [SealStatus, string | null][] = [
    ['VERIFIED_INTACT', 'DEMO-000002'],
    ['VERIFIED_INTACT', null],
    ['NUMBER_MISMATCH', seal.number],
    ['NUMBER_MISMATCH', null],
    ['MISSING', seal.number],
    ['UNREADABLE', seal.number],
  ];
  for (const [status, found] of contradictions)
    t.ok(
      c.procedure
        .refuse(c.receive({ item: { seals: compared(status, found) } }))
        .includes('transfer.seal-finding-incoherent'),
      `${status} ${found}`,
    );
});

t.test('GATE-4, RQ-31: whatever differs is received under reserve, and never refused', async t => {
  const findings: Readonly<Record<string, object>> = {
    'seal damaged': { seals: compared('DAMAGED_UNEXPLAINED') },
    'seal missing': { seals: compared('MISSING', null) },
    'seal unreadable': { seals: compared('UNREADABLE', null) },
    'another seal': { seals: compared('NUMBER_MISMATCH', 'DEMO-000002') },
    'a seal more': {
      seals: [...compared('VERIFIED_INTACT'), { number: 'X-1', found: 'X-1', status: 'VERIFIED_INTACT' }],
    },
    count: { quantity: { amount: '2', unit: 'PIECE' } },
    unit: { quantity: { amount: '1', unit: 'SET' } },
    condition: { conditionAgrees: false },
    description: { descriptionAgrees: false },
  };
  for (const [what, finding] of Object.entries(findings)) {
    const c = arrived({ seal });
    t.same(
      c.procedure.refuse(c.receive({ item: { ...finding } })),
      ['transfer.differs-without-reserve'],
      what,
    );
    const reserve = { text: `DEMO: ${what}`, discrepancies: [c.dispute('DEMO-D-1')] };
    c.procedure.accept(c.receive({ item: { ...finding, reserve } }));
    t.match(c.state(), {
      physical: 'HELD',
      custody: { officer: uuidOf('DEMO-SEC-1') },
      remarks: [{ kind: 'UNDER_RESERVE', text: `DEMO: ${what}` }],
    });
  }
});

t.test('RQ-31: a reserve names discrepancies that are open on the item', async t => {
  const c = arrived();
  const elsewhere = uuidOf('DEMO-D-2');
  c.procedure.suppose(`discrepancy/${elsewhere}`, {});
  const reserve = { text: 'DEMO: one short', discrepancies: [elsewhere] };
  const finding = { quantity: { amount: '0', unit: 'PIECE' }, reserve };
  t.same(c.procedure.refuse(c.receive({ item: finding })), ['transfer.discrepancy-not-open']);
  t.same(c.procedure.refuse(c.receive({ item: { reserve: { ...reserve, discrepancies: [] } } })), [
    'body.value-refused',
  ]);
});

t.test('RQ-31: the discrepancy is opened by the receiver, before his receipt', async t => {
  const c = arrived();
  const concerned = ['DEMO-COU-1', 'DEMO-WIT-1'].map(uuidOf);
  const body = discrepancyOpenedBody(at, c.procedure.enlist('DEMO-AUD-1', 'AUD'), concerned, {
    kind: 'COUNT_MISMATCH',
    source: { kind: 'RECEIPT', event: null },
  });
  const opened = openDiscrepancy(body, false, { by: receiver, items: c.items });
  c.procedure.accept(opened);
  const discrepancies = [opened.subject.slice('discrepancy/'.length)];
  const reserve = { text: 'DEMO: two', discrepancies };
  c.procedure.accept(c.receive({ item: { quantity: { amount: '2', unit: 'PIECE' }, reserve } }));
  t.equal(c.transfer().stage, 'RECEIVED');
});

t.test(
  'RQ-31: a seal that the manifest calls damaged or opened is no difference when it is found so',
  async t => {
    for (const status of ['DAMAGED_UNEXPLAINED', 'OPENED_AUTHORISED'] as const) {
      const c = arrived({ seal: { ...seal, status } });
      t.same(c.procedure.refuse(c.receive({ item: { seals: compared('VERIFIED_INTACT') } })), [
        'transfer.differs-without-reserve',
      ]);
      c.procedure.accept(c.receive({ item: { seals: compared(status) } }));
    }
  },
);

t.test('RQ-21: the receiver counts, unless an unbroken seal vouches for the content', async t => {
  const bare = arrived();
  t.same(bare.procedure.refuse(bare.receive({ item: { quantity: null } })), ['transfer.not-counted']);

  const sealed = arrived({ seal });
  sealed.procedure.accept(sealed.receive({ item: { quantity: null } }));
  t.equal(sealed.state().seal?.status, 'VERIFIED_INTACT');

  const broken = arrived({ seal });
  const reserve = { text: 'DEMO: torn', discrepancies: [broken.dispute('DEMO-D-1')] };
  const item = { quantity: null, seals: compared('DAMAGED_UNEXPLAINED'), reserve };
  t.same(broken.procedure.refuse(broken.receive({ item })), ['transfer.not-counted']);
});

t.test(
  'RQ-21: a count of what the record does not state contradicts nothing; zeros after the point neither',
  async t => {
    const unstated = arrived({ quantity: { amount: null, unit: 'PIECE' } });
    unstated.procedure.accept(unstated.receive({ item: { quantity: { amount: '12', unit: 'PIECE' } } }));
    const measured = arrived({ quantity: { amount: '2.5', unit: 'KILOGRAM' } });
    measured.procedure.accept(
      measured.receive({ item: { quantity: { amount: '2.500', unit: 'KILOGRAM' } } }),
    );
    t.same(
      [unstated, measured].map(c => c.transfer().stage),
      ['RECEIVED', 'RECEIVED'],
    );
  },
);

t.test('RQ-32: what giver and receiver wrote stands side by side', async t => {
  const c = arrived();
  c.procedure.accept(c.receive());
  t.match(c.state().describedAs, [
    { quantity: '1 PIECE', text: 'Pièce DEMO' },
    { quantity: '1 PIECE', text: 'DEMO: one object, grey' },
  ]);
});

t.test('GATE-4, RQ-30: a receipt heals no seal that was opened or damaged on record', async t => {
  for (const status of ['OPENED_AUTHORISED', 'DAMAGED_EXPLAINED', 'DAMAGED_UNEXPLAINED'] as const) {
    for (const read of ['VERIFIED_INTACT', 'DAMAGED_UNEXPLAINED']) {
      const c = new Consignment(['DEMO-1'], { seal: { ...demoSeal, status } });
      const item = { sealException: 'DEMO: broken' };
      c.procedure.accept(c.offer({ item }));
      c.procedure.accept(c.depart({ item }));
      const reserve = { text: 'DEMO', discrepancies: [c.dispute('DEMO-D-1')] };
      const seals = [{ number: demoSeal.number, found: demoSeal.number, status: read }];
      c.procedure.accept(c.receive({ item: { seals, reserve } }));
      t.equal(c.state().seal?.status, status, `${status} read as ${read}`);
    }
  }
});

t.test('GATE-4 is data: switched off, or overridden by a role the SOP names', async t => {
  const off = arrived(
    { seal },
    changedSop(sop => {
      sop.gates['GATE-4'].on = false;
    }),
  );
  off.procedure.accept(off.receive({ item: { seals: [] } }));

  const byHom = changedSop(sop => {
    sop.gates['GATE-4'].override = { roles: ['HOM'] };
  });
  const c = arrived({ seal }, byHom);
  const overrides = [{ gate: 'GATE-4', officer: uuidOf('DEMO-HOM-1'), reason: 'DEMO: evacuation, no light' }];
  const countersigned = ['DEMO-COU-1/COU as hands-over', 'DEMO-HOM-1/HOM as overriding-officer'];
  const receipt = c.receive({ item: { seals: [] }, body: { overrides }, countersigned });
  c.procedure.accept(receipt);
  t.match(c.state().remarks, [{ kind: 'OVERRIDE', text: 'GATE-4: DEMO: evacuation, no light' }]);

  const shipped = arrived({ seal });
  const same = shipped.receive({ item: { seals: [] }, body: { overrides }, countersigned });
  t.ok(shipped.procedure.refuse(same).includes('override.not-allowed'));
});
