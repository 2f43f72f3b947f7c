import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { type ExaminationState, statusOf } from '../../../src/custody/examination/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { examinationAct, examinationSubject, made } from '../../helpers/bodies/examination.js';
import { circumstances, type Intent, type Procedure, uuidOf } from '../../helpers/procedure.js';
import {
  assigned,
  at,
  examination,
  examiner,
  first,
  items,
  match,
  result,
  reviewed,
  second,
  trace,
} from './stage.js';

/** Both items were reported on, with the same mark of a finger. */
function reported(): Procedure {
  const procedure = assigned();
  const found = made('PRINTS_CYANOACRYLATE', { result: 'IDENTIFIED', traces: [trace] });
  procedure.accept(result({ item: { exams: [found, made('CASE_COMPARISON')] } }));
  return procedure;
}

function lead(body: JsonObject = {}, reference = trace.reference): Intent {
  return examinationAct(
    'examination.lead-recorded',
    'evidence.lead-recorded',
    examiner,
    {
      ...circumstances(at),
      source: { code: 'WARRANT_LIST', text: null },
      list: 'DEMO-LIST-1 of 2021-03-01',
      issuedBy: 'DEMO-STATE',
      reference: 'DEMO-WARRANT-1',
      confidence: 'LOW',
      statement: { en: 'DEMO: a lead, no more', fr: 'DEMO : une piste, sans plus' },
      capacity: 'DEMO',
      ...body,
    },
    [[first, { trace: reference }]],
    reviewed,
  );
}

t.test('V7: a hit on a warrant list is a lead of a State, and changes no status', async t => {
  const procedure = reported();
  t.same(procedure.refuse(lead({ issuedBy: null })), ['examination.warrant-of-no-state']);
  t.same(procedure.refuse(lead({}, 'DEMO-TRACE-9')), ['examination.trace-unknown']);
  const before = procedure.state<EvidenceState>(first);
  procedure.accept(lead());
  const after = procedure.state<EvidenceState>(first);
  const leads = after.examinations?.[examination]?.leads;
  t.match(leads, [{ source: 'WARRANT_LIST', confidence: 'LOW', trace: 'DEMO-TRACE-1' }]);
  t.notMatch(
    JSON.stringify(procedure.world.standings.get(first)),
    'DEMO-WARRANT-1',
    'the reference is withheld',
  );
  t.same(
    [after.physical, after.legal, after.examinations?.[examination]?.status],
    [before.physical, before.legal, before.examinations?.[examination]?.status],
  );
  t.equal(statusOf(procedure.state<ExaminationState>(examinationSubject)), 'REPORTED');
});

t.test(
  'V7, SD-3: a comparison from case to case stands with each item, by examiner and another reviewer',
  async t => {
    const procedure = reported();
    t.same(procedure.refuse(match(items, {}, [])), ['countersignature.missing']);
    t.same(procedure.refuse(match([first], { with: [second.slice('evidence/'.length)] })), [
      'examination.match-of-one',
    ]);
    procedure.accept(match());
    for (const [item, other] of [
      [first, second],
      [second, first],
    ] as const) {
      t.match(procedure.state<EvidenceState>(item).traceMatches, [
        { reference: 'DEMO-TRACE-1', with: [other.slice('evidence/'.length)], result: 'IDENTIFIED' },
      ]);
    }
  },
);

t.test('V7: compared is what a report names, of two lines, and each item names all the others', async t => {
  const procedure = reported();
  t.same(procedure.refuse(match(items, { reference: 'DEMO-TRACE-9' })), [
    'examination.trace-unknown',
    'examination.trace-unknown',
  ]);
  t.same(procedure.refuse(match(items, { with: [uuidOf('DEMO-1')] })), ['examination.match-differs']);
  t.same(procedure.refuse(match(items, { kind: 'MARK' })), [
    'examination.trace-unknown',
    'examination.trace-unknown',
  ]);
  const { root } = procedure.state<EvidenceState>(first);
  procedure.suppose(second, { ...procedure.state<EvidenceState>(second), root });
  t.same(procedure.refuse(match()), ['examination.match-of-one']);
});
