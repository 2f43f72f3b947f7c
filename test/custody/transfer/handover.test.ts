import t from 'tap';
import { judgeBatch } from '../../../src/custody/judge/judge-batch.js';
import { type JsonObject, readActs } from '../../../src/log/index.js';
import { handoverRecord, receiverOf, signedOnPaper } from '../../helpers/bodies/transfer.js';
import { Consignment } from '../../helpers/consignment.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop, uuidOf } from '../../helpers/procedure.js';
import {
  changeRelease,
  condition,
  custodian,
  granted,
  handsOver,
  national,
  offer,
  offered,
  otherUnit,
  receive,
  release,
  released,
  unit,
  witness,
} from './handover-stage.js';

t.test('E42: a national officer with a key receives; the item leaves our custody for good', async t => {
  const c = offered({ status: 'CLEARED_WITH_CONDITIONS', conditions: [condition] });
  c.procedure.accept(receive(c, { conditions: [condition] }));
  t.match(c.state(), {
    physical: 'HANDED_OVER',
    custody: null,
    transit: null,
    handover: {
      release,
      unit,
      officer: uuidOf('DEMO-NAT-1'),
      nationalSeal: 'DEMO-NS-1',
      nationalReference: 'DEMO-PV-2021-1/1',
      conditions: [condition],
    },
  });
  const again = { ...c.offer({ by: custodian }), subject: `transfer/${uuidOf('DEMO-TRANSFER-2')}` };
  t.same(c.procedure.refuse(again), ['evidence.not-custodian', 'evidence.custody-ended']);
});

t.test('E42: by a courier to the national authority', async t => {
  const c = offered();
  c.procedure.accept(c.depart({ countersigned: [`${custodian} as giver`] }));
  c.procedure.accept(receive(c, {}, { countersigned: ['DEMO-COU-1/COU as hands-over', witness] }));
  t.equal(c.state().physical, 'HANDED_OVER');
});

t.test('E42: a national officer without key signs on paper, HQC and a witness sign for him', async t => {
  const paper = { onPaper: signedOnPaper() };
  const c = released();
  c.procedure.accept(offer(c, {}, null));
  t.same(c.procedure.refuse(receive(c, paper, { by: custodian, countersigned: [] })), [
    'transfer.handover-not-witnessed',
  ]);
  t.same(c.procedure.refuse(receive(c, paper, { by: 'DEMO-SEC-1/SEC' })), ['transfer.not-the-receiver']);
  c.procedure.accept(receive(c, paper, { by: custodian, countersigned: [witness] }));
  t.match(c.state(), { physical: 'HANDED_OVER', handover: { officer: null, unit } });
});

t.test('E42: on paper from a courier, who countersigns', async t => {
  const paper = { onPaper: signedOnPaper() };
  const c = released();
  c.procedure.accept(offer(c, {}, null));
  c.procedure.accept(c.depart({ countersigned: [`${custodian} as giver`] }));
  t.same(c.procedure.refuse(receive(c, paper, { by: custodian, countersigned: [witness] })), [
    'transfer.custodian-not-countersigned',
  ]);
  const countersigned = [witness, 'DEMO-COU-1/COU as hands-over'];
  c.procedure.accept(receive(c, paper, { by: custodian, countersigned }));
  t.equal(c.state().physical, 'HANDED_OVER');
});

t.test('E42: nobody signs on paper for an officer who has a key', async t => {
  const c = offered();
  const paper = receive(c, { onPaper: signedOnPaper() }, { by: custodian, countersigned: [witness] });
  t.same(c.procedure.refuse(paper), ['transfer.not-the-receiver']);
});

t.test('E42: a handover is witnessed and recorded', async t => {
  const c = offered();
  t.same(c.procedure.refuse(receive(c, {}, { countersigned: [handsOver] })), [
    'transfer.handover-not-witnessed',
  ]);
  t.same(c.procedure.refuse(receive(c, {}, { body: { handover: null } })), [
    'transfer.handover-record-missing',
  ]);
  const plain = new Consignment();
  plain.procedure.suppose(`unit/${unit}`, {
    name: 'DEMO-PJS',
    national: true,
    validFrom: '2013-05-01',
    validUntil: null,
  });
  plain.procedure.accept(plain.offer());
  const record = { handover: handoverRecord(unit) };
  const countersigned = ['DEMO-WIT-1/WIT as hands-over', witness];
  t.same(plain.procedure.refuse(plain.receive({ body: record, countersigned })), [
    'transfer.handover-record-unexpected',
  ]);
});

t.test('E43: the recipient refuses, with key or on paper; custody is unchanged', async t => {
  const withKey = offered();
  withKey.procedure.accept(withKey.refuse({ by: national, countersigned: [handsOver] }));
  t.match(withKey.state(), { physical: 'HELD', custody: { officer: uuidOf('DEMO-HQC-1') } });

  const onPaper = { name: 'DEMO-NAT-2', grade: 'DEMO lieutenant', scan: null };
  const without = released();
  without.procedure.accept(offer(without, {}, null));
  without.procedure.accept(without.refuse({ by: custodian, countersigned: [], body: { onPaper } }));
  t.equal(without.transfer().stage, 'REFUSED');
});

t.test('E21: a handover that fails on the way comes back to the giver', async t => {
  const c = offered();
  c.procedure.accept(c.depart({ countersigned: [`${custodian} as giver`] }));
  c.procedure.accept(c.receive({ by: custodian, body: { returns: true } }));
  t.match(c.state(), { physical: 'HELD', handover: null, custody: { officer: uuidOf('DEMO-HQC-1') } });
});

t.test('GATE-6: no offer and no receipt without a decision that covers this item today', async t => {
  for (const changes of [
    null,
    { status: 'UNDER_REVIEW' },
    { status: 'REFUSED' },
    { status: 'SUSPENDED' },
    { status: 'WITHDRAWN' },
  ] as const) {
    const c = released(changes);
    t.same(c.procedure.refuse(offer(c)), ['release.not-granted'], changes?.status ?? 'never requested');
  }
  for (const changes of [
    { validUntil: '2021-04-02T12:00:00Z' },
    { validFrom: '2021-04-02T12:00:01Z' },
    { validFrom: null, validUntil: null },
  ]) {
    const c = released(changes);
    t.same(c.procedure.refuse(offer(c)), ['release.not-in-force'], JSON.stringify(changes));
  }
  const suspended = offered();
  changeRelease(suspended, { status: 'SUSPENDED' });
  t.same(suspended.procedure.refuse(receive(suspended)), ['release.not-granted']);
  const expired = offered();
  expired.procedure.now = Date.UTC(2021, 6, 1);
  t.ok(expired.procedure.refuse(receive(expired)).length > 0, 'late entry');
  expired.procedure.now = Date.UTC(2021, 3, 3);
  changeRelease(expired, { validUntil: '2021-04-02T23:59:59Z' });
  t.same(expired.procedure.refuse(receive(expired)), ['release.not-in-force']);
});

t.test(
  'GATE-6: in force for the whole of the time the act is said to have taken, and when it is received',
  async t => {
    const occurring = (at: string, precision = 'MINUTE') => ({
      occurred: { at, precision, zone: 'Africa/Bamako', clockDoubt: null },
    });
    const early = offered();
    changeRelease(early, { validFrom: '2021-04-02T11:45:00Z' });
    const handOver = (c: Consignment, ...occurred: Parameters<typeof occurring>) =>
      receive(c, {}, { body: { handover: handoverRecord(unit), ...occurring(...occurred) } });
    t.same(
      early.procedure.refuse(handOver(early, '2021-04-02T11:44:00Z')),
      ['release.not-in-force'],
      'before',
    );
    t.same(
      early.procedure.refuse(handOver(early, '2021-04-02T00:00:00Z', 'DAY')),
      ['release.not-in-force'],
      'some time that day',
    );
    early.procedure.accept(handOver(early, '2021-04-02T11:45:00Z'));

    const late = offered();
    changeRelease(late, { validUntil: '2021-04-02T12:00:01Z' });
    t.same(late.procedure.refuse(handOver(late, '2021-04-02T12:00:00Z')), ['release.not-in-force'], 'after');
    late.procedure.accept(handOver(late, '2021-04-02T11:59:00Z'));

    const offering = released({ validFrom: '2021-04-02T11:30:00Z' });
    t.same(offering.procedure.refuse(offer(offering)), ['release.not-in-force'], 'an offer too');
    offering.procedure.accept(offer(offering, occurring('2021-04-02T11:30:00Z')));
  },
);

t.test('E42, GATE-6: whatever a receipt says, HANDED_OVER means a release in force', async t => {
  const releases = [null, {}, { status: 'SUSPENDED' }, { validUntil: '2021-04-02T11:59:00Z' }] as const;
  const kinds = ['STORAGE', 'HANDOVER'] as const;
  let handedOver = 0;
  for (const kind of kinds)
    for (const changes of releases)
      for (const departed of [true, false])
        for (const returns of [true, false])
          for (const paper of [true, false])
            for (const by of [custodian, national, 'DEMO-SEC-1/SEC']) {
              const c = released();
              c.procedure.accept(
                kind === 'HANDOVER' ? offer(c, {}, paper ? null : undefined) : c.offer({ by: custodian }),
              );
              if (departed) c.procedure.accept(c.depart({ countersigned: [`${custodian} as giver`] }));
              if (changes === null) c.procedure.suppose(c.items[0] ?? '', { ...c.state(), legal: {} });
              else changeRelease(c, changes);
              const bearer = departed ? 'DEMO-COU-1/COU' : custodian;
              const record = handoverRecord(unit, { onPaper: paper ? signedOnPaper() : null });
              const body = { returns, handover: record };
              const countersigned = by === bearer ? [witness] : [witness, `${bearer} as hands-over`];
              const { rules } = c.procedure.judge(c.receive({ by, countersigned, body }));
              if (rules.length > 0 || c.state().physical !== 'HANDED_OVER') continue;
              handedOver += 1;
              const { status, validUntil } = c.state().legal[c.state().handover?.release ?? ''] ?? {};
              t.same([kind, returns, status, validUntil], ['HANDOVER', false, 'CLEARED', granted.validUntil]);
            }
  t.equal(handedOver, 4, 'with key or on paper, from the giver or from a courier');
});

t.test('E42: what comes back to the giver is handed over to nobody', async t => {
  for (const kind of ['STORAGE', 'HANDOVER']) {
    const c = released();
    c.procedure.accept(kind === 'HANDOVER' ? offer(c) : c.offer({ by: custodian }));
    c.procedure.accept(c.depart({ countersigned: [`${custodian} as giver`] }));
    const body = { returns: true, handover: handoverRecord(unit) };
    const countersigned = ['DEMO-COU-1/COU as hands-over', witness];
    t.same(
      c.procedure.refuse(c.receive({ by: custodian, countersigned, body })),
      ['transfer.handover-record-unexpected'],
      kind,
    );
  }
});

t.test('GATE-6: the decision covers every item, not most of them', async t => {
  const c = released({}, undefined, ['DEMO-1', 'DEMO-2', 'DEMO-3']);
  const [, second = ''] = c.items;
  c.procedure.suppose(second, { ...c.state(second), legal: {} });
  t.same(c.procedure.refuse(offer(c)), ['release.not-granted']);
});

t.test('GATE-6: the decision covers this purpose, in its own words', async t => {
  const c = released();
  t.same(c.procedure.refuse(offer(c, { purpose: 'DEMO: exhibition' })), ['release.for-another-purpose']);
  c.procedure.accept(offer(c));
});

t.test('GATE-9: what was marked after the decision goes with the consent of its originator only', async t => {
  const mark = (c: Consignment, originatorConsent?: string) => {
    const { classification, ...state } = c.state();
    const marked = { ...classification, caveats: ['NOT_FOR_HOST_STATE'] };
    const consented = originatorConsent === undefined ? {} : { originatorConsent };
    c.procedure.suppose(c.items[0] ?? '', { ...state, classification: marked, ...consented });
  };
  const c = released();
  mark(c);
  t.same(c.procedure.refuse(offer(c)), ['release.originator-consent-missing']);
  const underWay = offered();
  mark(underWay);
  t.same(underWay.procedure.refuse(receive(underWay)), ['release.originator-consent-missing']);
  mark(underWay, 'DEMO-EVENT');
  underWay.procedure.accept(receive(underWay));
});

t.test('GATE-6: a handover names its release, and only a handover does', async t => {
  const c = released();
  t.same(c.procedure.refuse(offer(c, { release: null })), ['transfer.release-missing']);
  const stored = c.offer({ by: custodian, body: { release } });
  t.same(c.procedure.refuse(stored), ['transfer.release-without-handover']);
});

t.test('GATE-10: this recipient, of this unit, in force today', async t => {
  const other = released({ recipientUnit: otherUnit });
  t.same(other.procedure.refuse(offer(other)), ['release.for-another-recipient']);

  const c = released();
  const to = (changes: JsonObject, role = 'NAT-OPJ') => ({
    receiver: receiverOf(uuidOf('DEMO-NAT-1'), role, { unit, ...changes }),
  });
  t.same(c.procedure.refuse(offer(c, to({ unit: null }))), ['transfer.recipient-unit-missing']);
  t.same(c.procedure.refuse(offer(c, to({ unit: otherUnit }))), ['transfer.recipient-not-of-unit']);
  c.procedure.suppose(`unit/${unit}`, {
    name: 'DEMO-PJS',
    national: true,
    validFrom: '2013-05-01',
    validUntil: '2021-04-01',
  });
  t.same(c.procedure.refuse(offer(c)), ['release.recipient-not-in-force']);
  c.procedure.suppose(`unit/${unit}`, {
    name: 'DEMO',
    national: false,
    validFrom: '2013-05-01',
    validUntil: null,
  });
  t.same(c.procedure.refuse(offer(c)), ['transfer.recipient-not-national']);
});

t.test('GATE-10: who receives is of the unit to which it was offered', async t => {
  const c = offered();
  t.same(c.procedure.refuse(receive(c, { unit: otherUnit })), ['transfer.handover-to-other-unit']);
  c.procedure.enlist('DEMO-NAT-1', 'NAT-OPJ', { unit: otherUnit });
  t.same(c.procedure.refuse(receive(c)), ['transfer.handover-to-other-unit']);
});

t.test('GATE-10, L4: only a handover goes to a national role, and nowhere else', async t => {
  const c = released();
  c.procedure.enlist('DEMO-SEC-1', 'SEC', { unit });
  const ours = { receiver: receiverOf(uuidOf('DEMO-SEC-1'), 'SEC', { unit }) };
  t.same(c.procedure.refuse(offer(c, ours)), ['transfer.kind-not-of-role']);
  for (const kind of ['STORAGE', 'COURT', 'LABORATORY', 'INSPECTION'])
    t.same(c.procedure.refuse(offer(c, { kind, release: null })), ['transfer.kind-not-of-role'], kind);
});

t.test('RQ-62: the conditions are repeated word for word', async t => {
  const c = offered({
    status: 'CLEARED_WITH_CONDITIONS',
    conditions: [condition, 'DEMO: no onward sharing'],
  });
  t.same(c.procedure.refuse(receive(c, { conditions: [condition] })), ['transfer.conditions-not-repeated']);
});

t.test('RQ-69, D7: mandatory fields of the handover record', async t => {
  const c = released();
  c.procedure.accept(offer(c, {}, null));
  const paper = receive(c, { onPaper: signedOnPaper() }, { by: custodian, countersigned: [witness] });
  assertMandatory(
    t,
    c.procedure,
    paper,
    [
      'unit',
      'capacity',
      'nationalReferences',
      'conditions',
      'copies',
      'onPaper',
      'onPaper/name',
      'onPaper/grade',
      'onPaper/scan',
    ].map(name => `handover/${name}`),
  );
});

t.test('GATE-8: the name of the national officer is withheld', async t => {
  const c = released();
  c.procedure.accept(offer(c, {}, null));
  const paper = receive(c, { onPaper: signedOnPaper() }, { by: custodian, countersigned: [witness] });
  t.notOk(JSON.stringify(c.procedure.compose(paper).map(({ body }) => body)).includes('DEMO-NAT-1'));
});

t.test('GATE-6 and GATE-10 are data: off, or overridden by a role the SOP names', async t => {
  const off = (gate: 'GATE-6' | 'GATE-10') =>
    changedSop(sop => {
      sop.gates[gate].on = false;
    });
  const without = released(null, off('GATE-6'));
  without.procedure.accept(offer(without, { release: null }));
  without.procedure.accept(receive(without));
  t.match(without.state(), { physical: 'HANDED_OVER', handover: { release: null } });
  const elsewhere = released({ recipientUnit: otherUnit }, off('GATE-10'));
  elsewhere.procedure.accept(offer(elsewhere));

  const byHom = changedSop(sop => {
    sop.gates['GATE-6'].override = { roles: ['HOM'] };
  });
  const overrides = [
    { gate: 'GATE-6', officer: uuidOf('DEMO-HOM-1'), reason: 'DEMO: mission closes tonight' },
  ];
  const c = released(null, byHom);
  const urgent = { ...offer(c, { overrides }), countersigned: ['DEMO-HOM-1/HOM as overriding-officer'] };
  c.procedure.accept(urgent);
  t.match(c.state().remarks, [{ kind: 'OVERRIDE' }]);
  const shipped = released(null);
  t.ok(shipped.procedure.refuse(urgent).includes('override.not-allowed'));
});

t.test(
  'RQ-13: a receipt in form 2 stands under a procedure of edition 2, and under none of edition 3',
  async t => {
    const c = released();
    c.procedure.accept(offer(c, {}, null));
    const act = receive(c, { onPaper: signedOnPaper() }, { by: custodian, countersigned: [witness] });
    const [group, ...others] = c.procedure.compose(act);
    if (group === undefined) throw new Error('nothing was composed');
    const { acts } = readActs([{ ...group, form: 2 }, ...others]);
    const under = (edition: number) =>
      judgeBatch(c.procedure.world, acts, {
        receivedAt: c.procedure.now,
        firstIndex: 0,
        sop: { ...c.procedure.sop, edition },
      });
    t.match(under(2), { kind: 'accepted' });
    t.match(under(3), { kind: 'refused', violations: [{ rule: 'type.form-superseded' }] });
  },
);
