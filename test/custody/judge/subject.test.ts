import t from 'tap';
import { judgeBatch } from '../../../src/custody/judge/judge-batch.js';
import { readActs, type SignedEvent } from '../../../src/log/index.js';
import { openIncident } from '../../helpers/bodies/incident.js';
import { registerSite, storeOf } from '../../helpers/bodies/site.js';
import { registerUnit, unitSubject, validityBody } from '../../helpers/bodies/unit.js';
import { Procedure, uuidOf } from '../../helpers/procedure.js';

function judge(procedure: Procedure, events: readonly SignedEvent[]) {
  const { acts, faults } = readActs(events);
  t.same(faults, []);
  const { now: receivedAt, sop } = procedure;
  return judgeBatch(procedure.world, acts, { receivedAt, firstIndex: 0, sop });
}

t.test('log-format section 1: a subject begins once, and only with the event that begins it', async t => {
  const procedure = new Procedure();
  const change = { ...registerUnit(), type: 'unit.validity-changed', body: validityBody() };
  t.same(procedure.refuse(change), ['subject.unknown']);
  procedure.accept(registerUnit());
  t.same(procedure.refuse(registerUnit()), ['subject.begun']);
  procedure.accept(change);
});

t.test('log-format section 1: refs name earlier events of the log, of whatever subject', async t => {
  const procedure = new Procedure();
  const { eventId } = procedure.accept(registerUnit());
  const change = { ...registerUnit(), type: 'unit.validity-changed', body: validityBody() };
  t.same(procedure.refuse({ ...change, refs: [eventId, 'A'.repeat(43)] }), ['reference.event-unknown']);
  procedure.accept({ ...change, refs: [eventId] });
});

t.test(
  'design section 4: what came between makes an act stale, with the head that it did not know',
  async t => {
    const procedure = new Procedure();
    procedure.accept(registerUnit());
    const change = { ...registerUnit(), type: 'unit.validity-changed', body: validityBody() };
    const signedOffline = procedure.compose(change);
    const { eventId } = procedure.accept(change);
    t.match(judge(procedure, signedOffline), {
      kind: 'stale',
      stale: { event: 0, subject: unitSubject, seq: 3, head: { seq: 4 } },
    });
    t.ok(procedure.world.event(eventId), 'what came between stands');
    const [act, ...others] = procedure.compose(change);
    if (act === undefined) throw new Error('nothing was composed');
    t.match(judge(procedure, [{ ...act, prev: 'A'.repeat(43) }, ...others]), { kind: 'stale' });
  },
);

t.test('design section 4: a batch is appended whole or not at all', async t => {
  const procedure = new Procedure();
  const good = procedure.compose(registerUnit());
  const bad = procedure.compose(
    registerSite({ stores: [storeOf('DEMO-GENERAL', { shelves: ['A1', 'A1'] })] }),
  );
  const verdict = judge(procedure, [...good, ...bad]);
  t.match(verdict, { kind: 'refused', violations: [{ rule: 'site.shelf-twice', event: good.length }] });
  t.equal(procedure.world.standing(unitSubject), undefined);
  t.equal(judge(procedure, good).kind, 'accepted');
});

t.test('design section 4: a batch may rely on what stands before it in the same batch', async t => {
  const procedure = new Procedure();
  const unit = procedure.compose(registerUnit());
  const incident = procedure.compose(openIncident());
  t.equal(judge(procedure, [...unit, ...incident]).kind, 'accepted');
  t.match(judge(procedure, [...incident, ...unit]), {
    kind: 'refused',
    violations: [{ rule: 'reference.subject-unknown', event: 0 }],
  });
});

t.test('design section 4: what a body names exists', async t => {
  const procedure = new Procedure();
  t.match(procedure.judge(registerSite({ unit: uuidOf('DEMO-UNIT') })).detail, [
    {
      rule: 'reference.subject-unknown',
      pointer: '/body/unit',
      parameters: { subject: unitSubject },
    },
  ]);
  procedure.accept(registerUnit());
  procedure.accept(registerSite({ unit: uuidOf('DEMO-UNIT') }));
});

t.test('RQ-01: what may be used once is used once, within a batch too', async t => {
  const procedure = new Procedure();
  procedure.accept(registerUnit());
  const first = procedure.compose(openIncident());
  const second = procedure.compose(openIncident({}, `incident/${uuidOf('DEMO-INCIDENT-2')}`));
  t.match(judge(procedure, [...first, ...second]), {
    kind: 'refused',
    violations: [{ rule: 'claim.taken', event: 1, parameters: { set: 'case file reference' } }],
  });
});
