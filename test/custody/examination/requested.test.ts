import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { type ExaminationState, statusOf } from '../../../src/custody/examination/state.js';
import { exam, examinationAct, examinationSubject, laboratory } from '../../helpers/bodies/examination.js';
import { demoSeal } from '../../helpers/consignment.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { circumstances, uuidOf } from '../../helpers/procedure.js';
import {
  accept,
  assign,
  assigned,
  at,
  caseOfficer,
  examination,
  first,
  inLaboratory,
  reception,
  request,
  requested,
  result,
  reviewer,
  second,
} from './stage.js';

t.test('E30, E31, E33: requested, accepted, assigned and reported, in the history of each item', async t => {
  const procedure = assigned();
  procedure.accept(result());
  t.match(procedure.state<EvidenceState>(first).examinations?.[examination], {
    status: 'REPORTED',
    laboratoryNumber: 'DEMO-LAB-1',
    exams: [{ status: 'DONE' }, { status: 'DONE' }],
    results: [{ report: 'DEMO-REPORT-1', version: 1, reviewer: uuidOf('DEMO-LABV-1') }],
  });
  const state = procedure.state<ExaminationState>(examinationSubject);
  t.equal(statusOf(state), 'REPORTED');
  t.match(state.reports, [{ version: 1, capacity: 'DEMO: examiner, prints and firearms', change: null }]);
});

t.test('RQ-50: request and items name question, exams in their order, prior exams', async t => {
  assertMandatory(t, inLaboratory(), request(), [
    'number',
    'requestingUnit',
    'contact',
    'incident',
    'offence',
    'circumstances',
    'laboratory',
    'level',
    'urgency',
    'courtDate',
    'due',
    'returnTo',
    'item:question',
    'item:exams',
    'item:exams/0/type',
    'item:exams/0/destructive',
    'item:priorExams',
    'item:hazard',
    'item:certificates',
    'item:precautions',
  ]);
});

t.test('RQ-50, D5: hazards and certificates of the record stand in the request', async t => {
  t.same(inLaboratory({ firearm: true }).refuse(request({ of: [first] })), ['examination.hazard-not-stated']);
  const safety = {
    status: 'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT',
    event: null,
    certificate: 'DEMO-CERTIFICATE',
    validUntil: null,
    hazardDivision: null,
    compatibilityGroup: null,
    netExplosiveQuantity: null,
    weaponCleared: false,
  } as const;
  const dangerous = inLaboratory({ explosivePossible: true, safety });
  const hazard = 'DEMO: explosive';
  t.same(dangerous.refuse(request({ of: [first], item: { hazard } })), [
    'examination.certificate-not-listed',
  ]);
  dangerous.accept(request({ of: [first], item: { hazard, certificates: ['DEMO-CERTIFICATE'] } }));
});

t.test('E30: the laboratory exists today; days lie ahead; a number is asked for once', async t => {
  const procedure = inLaboratory();
  procedure.suppose(`unit/${laboratory}`, {
    name: 'DEMO',
    validFrom: '2013-05-01',
    validUntil: '2020-01-01',
  });
  t.same(procedure.refuse(request()), ['examination.laboratory-not-in-force']);
  t.same(inLaboratory().refuse(request({ body: { due: '2021-04-01' } })), ['examination.due-before']);
  t.same(inLaboratory().refuse(request({ body: { courtDate: '2021-04-01' } })), ['examination.due-before']);
  const twice = requested();
  t.same(twice.refuse({ ...request(), subject: `examination/${uuidOf('DEMO-OTHER')}` }), ['claim.taken']);
});

t.test('GATE-5: traces, then handling, then what destroys; LABV may turn it round with a reason', async t => {
  const handledFirst = { exams: [exam('CASE_COMPARISON'), exam('DNA_SAMPLING')] };
  t.same(inLaboratory().refuse(request({ of: [first], item: handledFirst })), ['examination.exam-order']);
  const destroyedFirst = { exams: [exam('SERIAL_RESTORATION', true), exam('FIREARM_FUNCTION')] };
  t.same(inLaboratory().refuse(request({ of: [first], item: destroyedFirst })), ['examination.exam-order']);
  const flagged = { exams: [exam('PRINTS_POWDER', true), exam('DNA_SAMPLING')] };
  t.same(inLaboratory().refuse(request({ of: [first], item: flagged })), ['examination.exam-order']);
  const neutral = { exams: [exam('CASE_COMPARISON'), exam('VISUAL'), exam('PHOTOGRAPHY')] };
  inLaboratory().accept(request({ of: [first], item: neutral }));
  const overrides = [
    { gate: 'GATE-5', officer: uuidOf('DEMO-LABV-1'), reason: 'DEMO: the weapon has to be cleared first' },
  ];
  inLaboratory().accept(
    request({
      of: [first],
      item: handledFirst,
      body: { overrides },
      countersigned: [`${reviewer} as overriding-officer`],
    }),
  );
});

t.test('GATE-5, V7: what destroys by its nature is said to, and each type is asked for once', async t => {
  t.same(inLaboratory().refuse(request({ of: [first], item: { exams: [exam('SERIAL_RESTORATION')] } })), [
    'examination.destructive-not-flagged',
  ]);
  t.same(inLaboratory().refuse(request({ of: [first], item: { exams: [exam('VISUAL'), exam('VISUAL')] } })), [
    'examination.exam-twice',
  ]);
});

t.test('E31, RQ-51: condition, seal and count are compared with the record', async t => {
  const sealed = { seal: demoSeal };
  const procedure = () => requested({}, sealed);
  t.same(procedure().refuse(accept({ of: [first] })), ['transfer.seal-not-compared']);
  const broken = [{ number: demoSeal.number, found: demoSeal.number, status: 'DAMAGED_UNEXPLAINED' }];
  t.same(procedure().refuse(accept({ of: [first], item: { seals: broken } })), [
    'transfer.differs-without-reserve',
  ]);
  t.same(requested().refuse(accept({ of: [first], item: { quantity: { amount: '2', unit: 'PIECE' } } })), [
    'transfer.differs-without-reserve',
  ]);
  t.same(requested().refuse(accept({ of: [first], item: { quantity: null } })), ['transfer.not-counted']);
  const intact = [{ number: demoSeal.number, found: demoSeal.number, status: 'VERIFIED_INTACT' }];
  const whole = procedure();
  whole.accept(accept({ item: { seals: intact, quantity: null } }));
  t.equal(whole.state<EvidenceState>(first).seal?.status, 'VERIFIED_INTACT');
});

t.test('E31: only what is in the custody of the laboratory that was asked, by its own officers', async t => {
  const procedure = requested();
  const elsewhere = procedure.enlist('DEMO-HQC-1', 'HQC');
  const { custody } = procedure.state<EvidenceState>(first);
  procedure.suppose(first, {
    ...procedure.state<EvidenceState>(first),
    custody: { ...custody, officer: elsewhere },
  });
  t.same(procedure.refuse(accept({ of: [first] })), ['examination.not-in-laboratory']);
  procedure.accept(accept({ of: [second] }));
  t.same(requested().refuse(accept({ by: 'DEMO-LABR-9/LABR' })), ['examination.not-of-laboratory']);
});

t.test('RQ-51: accepted in parts under one number, which no other request bears', async t => {
  const procedure = requested();
  procedure.accept(accept({ of: [first] }));
  t.same(procedure.refuse(accept({ of: [second], body: { laboratoryNumber: 'DEMO-LAB-2' } })), [
    'examination.laboratory-number-differs',
  ]);
  procedure.accept(accept({ of: [second] }));
  t.same(procedure.refuse(accept({ of: [second] })), ['examination.item-status']);
});

t.test('E31: rejected item by item with the reason; what was never asked is not received', async t => {
  const procedure = requested({ of: [first] });
  t.same(procedure.refuse(accept({ of: [second] })), ['examination.item-not-requested']);
  const body = { ...circumstances(at), capacity: 'DEMO', whatNow: 'DEMO: back to the store' };
  const item = { reason: { code: 'TOO_LITTLE', text: null }, explanation: 'DEMO', condition: null };
  const reject = examinationAct('examination.rejected', 'evidence.examination-rejected', reception, body, [
    [first, item],
  ]);
  procedure.accept(reject);
  t.equal(statusOf(procedure.state<ExaminationState>(examinationSubject)), 'REJECTED');
  t.same(procedure.refuse(accept({ of: [first] })), ['examination.item-status']);
});

t.test('E30: withdrawn by the case officer until it is reported on', async t => {
  const procedure = assigned();
  const withdraw = examinationAct(
    'examination.withdrawn',
    'evidence.examination-withdrawn',
    caseOfficer,
    { ...circumstances(at), reason: 'DEMO: the suspect is dead' },
    [[second, {}]],
  );
  procedure.accept(withdraw);
  procedure.accept(result({ of: [first] }));
  t.equal(statusOf(procedure.state<ExaminationState>(examinationSubject)), 'REPORTED');
  t.same(procedure.refuse({ ...withdraw, items: [{ ...withdraw.items?.[0], subject: first } as never] }), [
    'examination.item-status',
  ]);
});

t.test('V7: a collector works at level 1 alone, a laboratory at any', async t => {
  const wit = 'DEMO-WIT-1/WIT';
  t.same(inLaboratory().refuse(request({ by: wit })), ['examination.field-role']);
  const field = inLaboratory();
  const officer = field.enlist('DEMO-WIT-1', 'WIT', { unit: laboratory });
  const other = field.enlist('DEMO-WIT-2', 'WIT', { unit: laboratory });
  field.accept(request({ by: wit, body: { level: 'L1' } }));
  field.accept(accept({ by: wit }));
  field.accept(assign({ examiner: officer, reviewer: other }, wit));
  field.accept(result({ by: wit, countersigned: ['DEMO-WIT-2/WIT as reviewer'] }));
});
