import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { ExaminationState } from '../../../src/custody/examination/state.js';
import { exam, examinationSubject, made } from '../../helpers/bodies/examination.js';

import { assertMandatory, assertMandatoryDisclosed } from '../../helpers/mandatory-fields.js';
import { uuidOf } from '../../helpers/procedure.js';
import {
  accept,
  amend,
  assign,
  assigned,
  examination,
  first,
  request,
  requested,
  result,
  second,
} from './stage.js';

t.test(
  'SD-3: examiner and reviewer are two, at the assignment and at the result, whoever was examiner before',
  async t => {
    const procedure = requested();
    t.same(procedure.refuse(assign()), ['examination.not-accepted']);
    procedure.accept(accept());
    const one = procedure.enlist('DEMO-LABX-1', 'LABV');
    t.same(procedure.refuse(assign({ reviewer: one })), ['examination.examiner-reviews']);
    t.same(procedure.refuse(assign({ examiner: uuidOf('DEMO-LABV-2') })), ['examination.role-not-held']);
    t.same(procedure.refuse(result()), ['examination.not-assigned']);
    procedure.accept(assign());
    procedure.accept(assign({ examiner: uuidOf('DEMO-LABX-2') }));
    t.same(procedure.refuse(assign({ examiner: uuidOf('DEMO-LABX-2'), reviewer: one })), [
      'examination.examiner-reviews',
    ]);
    t.same(procedure.refuse(result()), ['examination.not-examiner']);
    t.same(
      procedure.refuse(result({ by: 'DEMO-LABX-2/LABX', countersigned: ['DEMO-LABX-1/LABV as reviewer'] })),
      ['examination.examiner-reviews', 'examination.not-reviewer'],
    );
    t.same(procedure.refuse(result({ by: 'DEMO-LABX-2/LABX', countersigned: [] })), [
      'countersignature.missing',
    ]);
    t.same(
      procedure.refuse(result({ by: 'DEMO-LABX-2/LABX', countersigned: ['DEMO-LABV-2/LABV as reviewer'] })),
      ['examination.not-reviewer'],
    );
    procedure.accept(result({ by: 'DEMO-LABX-2/LABX' }));
  },
);

t.test(
  'RQ-54: report and items state method, result, limits, finding apart from opinion, who and in what function',
  async t => {
    assertMandatory(t, assigned(), result(), [
      'report',
      'version',
      'languages',
      'classification',
      'capacity',
      'reviewerCapacity',
      'quality',
      'summary',
      'deviceDetail',
      'item:examined',
      'item:notExamined',
      ...['type', 'destructive', 'performedOn', 'method', 'instrument', 'limits', 'result'].map(
        member => `item:exams/0/${member}`,
      ),
      ...['finding', 'opinion', 'comparedWith', 'traces', 'files'].map(member => `item:exams/0/${member}`),
      'item:omitted',
      'item:photographs',
      'item:marks',
      'item:headstamp',
      'item:construction',
      'item:interpretation',
      'item:seals',
      'item:seals/opened',
      'item:seals/resealed',
      'item:alteration',
      'item:alteration/kind',
      'item:derived',
    ]);
    assertMandatoryDisclosed(t, assigned(), result(), [
      'summary/en',
      'summary/fr',
      'item:exams/0/finding/en',
      'item:exams/0/finding/fr',
    ]);
  },
);

t.test(
  'RQ-54, V7: negative and inconclusive results are results; nothing asked for is passed over',
  async t => {
    const negative = made('PRINTS_CYANOACRYLATE', { result: 'NOTHING_FOUND' });
    const inconclusive = made('CASE_COMPARISON', { result: 'INCONCLUSIVE' });
    const procedure = assigned();
    procedure.accept(result({ item: { exams: [negative, inconclusive] } }));
    t.same(procedure.state<EvidenceState>(first).examinations?.[examination]?.results[0]?.exams, [
      { type: 'PRINTS_CYANOACRYLATE', result: 'NOTHING_FOUND' },
      { type: 'CASE_COMPARISON', result: 'INCONCLUSIVE' },
    ]);
    t.same(assigned().refuse(result({ of: [first], item: { exams: [negative] } })), [
      'examination.exam-unaccounted',
    ]);
    const more = [negative, inconclusive, made('TOOLMARK')];
    t.same(assigned().refuse(result({ of: [first], item: { exams: more } })), [
      'examination.exam-not-requested',
    ]);
    assigned().accept(result({ of: [first], item: { exams: [negative, inconclusive, made('VISUAL')] } }));
  },
);

t.test('D5: not examined, and why', async t => {
  const omitted = ['PRINTS_CYANOACRYLATE', 'CASE_COMPARISON'].map(code => ({
    type: { code, text: null },
    result: 'NOT_SUITABLE',
    reason: 'DEMO: burnt',
  }));
  const notExamined = 'DEMO: burnt';
  assigned().accept(result({ item: { examined: false, notExamined, exams: [], omitted } }));
  t.same(assigned().refuse(result({ of: [first], item: { notExamined } })), [
    'examination.examined-incoherent',
  ]);
  t.same(assigned().refuse(result({ of: [first], item: { examined: false, exams: [], omitted } })), [
    'examination.examined-incoherent',
  ]);
});

t.test('RQ-51: nothing is examined before the laboratory has the item, whatever its time zone', async t => {
  const of = (performedOn: string) => {
    const exams = ['PRINTS_CYANOACRYLATE', 'CASE_COMPARISON'].map(type => ({ ...made(type), performedOn }));
    return result({ of: [first], item: { exams } });
  };
  const tooEarly = 'examination.exam-before-reception';
  t.same(assigned().refuse(of('2021-03-31')), [tooEarly, tooEarly]);
  assigned().accept(of('2021-04-01'));
});

t.test(
  'GATE-5: handling before a trace examination that was neither made nor declared not needed',
  async t => {
    const [prints, compared] = [made('PRINTS_CYANOACRYLATE'), made('CASE_COMPARISON')];
    t.same(assigned().refuse(result({ of: [first], item: { exams: [compared, prints] } })), [
      'examination.trace-not-first',
    ]);
    const later = { ...prints, performedOn: '2021-04-03' };
    t.same(assigned().refuse(result({ of: [first], item: { exams: [later, compared] } })), [
      'examination.exams-not-in-order',
    ]);
    const notNeeded = { type: prints.type ?? null, result: 'NOT_EXAMINED', reason: 'DEMO: wiped by others' };
    assigned().accept(result({ of: [first], item: { exams: [compared], omitted: [notNeeded] } }));
    const running = { ...prints, result: 'IN_PROGRESS' };
    const procedure = assigned();
    procedure.accept(result({ of: [first], item: { exams: [running, compared] } }));
    t.equal(procedure.state<EvidenceState>(first).examinations?.[examination]?.status, 'ACCEPTED');
  },
);

t.test('GATE-5: the traces that another request still waits for count as well', async t => {
  const procedure = assigned({ item: { exams: [exam('CASE_COMPARISON')] } });
  const other = { number: 'DEMO-EXAM-2' };
  procedure.accept({
    ...request({ body: other, of: [first], item: { exams: [exam('DNA_SAMPLING')] } }),
    subject: `examination/${uuidOf('DEMO-OTHER')}`,
  });
  const compared = { exams: [made('CASE_COMPARISON')] };
  t.same(procedure.refuse(result({ item: compared })), ['examination.trace-not-first']);
  procedure.accept(result({ of: [second], item: compared }));
  const overrides = [{ gate: 'GATE-5', officer: uuidOf('DEMO-LABV-1'), reason: 'DEMO: court date' }];
  procedure.accept(
    result({
      of: [first],
      item: compared,
      body: { report: 'DEMO-REPORT-2', overrides },
    }),
  );
});

t.test('E34, RQ-54: an amended report is a new version; every former one stays', async t => {
  const procedure = assigned();
  t.same(procedure.refuse(amend({ of: [first], body: { version: 1 } })), ['examination.report-unknown']);
  procedure.accept(result({ of: [first] }));
  t.same(procedure.refuse(result({ of: [second] })), ['claim.taken']);
  t.same(procedure.refuse(amend({ of: [second] })), ['examination.item-not-in-report']);
  t.same(procedure.refuse(amend({ of: [first], body: { version: 3 } })), ['examination.version']);
  const identified = made('CASE_COMPARISON', { result: 'IDENTIFIED' });
  procedure.accept(amend({ of: [first], item: { exams: [made('PRINTS_CYANOACRYLATE'), identified] } }));
  const { results = [] } = procedure.state<EvidenceState>(first).examinations?.[examination] ?? {};
  t.same(
    results.map(({ version, exams }) => [version, exams[1]?.result]),
    [
      [1, 'INCONCLUSIVE'],
      [2, 'IDENTIFIED'],
    ],
  );
  t.match(procedure.state<ExaminationState>(examinationSubject).reports, [
    { version: 1, change: null },
    { version: 2, change: { why: 'DEMO: another instrument' } },
  ]);
  assertMandatory(t, procedure, amend({ of: [first], body: { version: 3 } }), [
    'change',
    'change/what',
    'change/why',
  ]);
});

t.test(
  'RQ-52: what destroys the item was approved before, and no override takes the place of that',
  async t => {
    const asked = { exams: [exam('SERIAL_RESTORATION', true)] };
    const overrides = [{ gate: 'GATE-5', officer: uuidOf('DEMO-LABV-1'), reason: 'DEMO' }];
    const restored = {
      exams: [made('SERIAL_RESTORATION', { destructive: true })],
      alteration: { kind: 'ALTERED', text: 'DEMO: etched', residue: null },
    };
    t.same(assigned({ item: asked }).refuse(result({ of: [first], item: restored, body: { overrides } })), [
      'examination.destruction-not-approved',
    ]);
  },
);

t.test('RQ-30, RQ-55, D5: seals and consumption are told as the record has them', async t => {
  const none = { opened: null, resealed: null, note: null };
  t.same(assigned().refuse(result({ of: [first], item: { seals: none } })), [
    'examination.seals-not-explained',
  ]);
  t.same(
    assigned().refuse(
      result({ of: [first], item: { seals: { ...none, opened: 'DEMO-000001', resealed: 'DEMO-000002' } } }),
    ),
    ['examination.seal-not-of-record', 'examination.seal-not-of-record'],
  );
  const used = { kind: 'PART', text: 'DEMO', residue: 'DEMO' };
  t.same(assigned().refuse(result({ of: [first], item: { alteration: used } })), [
    'examination.alteration-not-of-record',
  ]);
  const altered = { kind: 'ALTERED', text: null, residue: null };
  t.same(assigned().refuse(result({ of: [first], item: { alteration: altered } })), [
    'examination.alteration-not-told',
  ]);
});

t.test('RQ-11, V5: marks the laboratory reads are recorded as in the field', async t => {
  const mark = {
    kind: { code: 'SERIAL', text: null },
    text: '□123',
    unreadable: 0,
    place: 'DEMO: receiver',
    clock: null,
    symbol: null,
    obliteration: 'NOT_OBLITERATED',
    photograph: null,
  };
  t.same(assigned().refuse(result({ of: [first], item: { marks: [mark] } })), [
    'evidence.unreadable-not-marked',
  ]);
  const procedure = assigned();
  procedure.accept(result({ of: [first], item: { marks: [{ ...mark, unreadable: 1 }] } }));
  t.match(procedure.state<EvidenceState>(first).examinations?.[examination]?.results[0]?.marks, [
    { text: '□123', place: 'DEMO: receiver' },
  ]);
});

t.test(
  'E33: a result is issued after the item left for good; nothing else of the examination moves it',
  async t => {
    const procedure = assigned();
    procedure.suppose(first, {
      ...procedure.state<EvidenceState>(first),
      physical: 'HANDED_OVER',
      custody: null,
    });
    procedure.accept(result({ of: [first] }));
    t.same(procedure.refuse(request({ of: [first], body: { number: 'DEMO-EXAM-3' } })), ['subject.begun']);
  },
);

t.test('RQ-02: what is said to be taken from the item has it for its parent', async t => {
  const procedure = assigned();
  t.same(procedure.refuse(result({ of: [first], item: { derived: [second.slice('evidence/'.length)] } })), [
    'examination.not-derived-from-item',
  ]);
  const child = procedure.state<EvidenceState>(second);
  procedure.suppose(second, { ...child, parent: first.slice('evidence/'.length) });
  procedure.accept(result({ of: [first], item: { derived: [second.slice('evidence/'.length)] } }));
});
