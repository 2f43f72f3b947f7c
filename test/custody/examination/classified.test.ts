import t from 'tap';
import type { ExaminationState } from '../../../src/custody/examination/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { classifiedBody, code, unclassified } from '../../helpers/bodies/evidence.js';
import { examinationSubject } from '../../helpers/bodies/examination.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { changedSop } from '../../helpers/procedure.js';
import { amend, assigned, at, examiner, first, result } from './stage.js';

const consent = { sha256: 'cd'.repeat(32), size: 10, mediaType: 'application/pdf' };
const controlled = {
  ...unclassified,
  level: 'CONFIDENTIAL',
  originator: 'DEMO contingent',
  caveats: [code('ORIGINATOR_CONTROLLED')],
};

const classify = (changes: JsonObject = {}, by = examiner) => ({
  subject: examinationSubject,
  type: 'examination.classified',
  by,
  body: classifiedBody(at, changes),
});

t.test('E56, V6: what was reported is classified anew, by who reported, records or legal', async t => {
  const procedure = assigned({ of: [first] });
  t.same(procedure.refuse(classify()), ['examination.nothing-to-classify']);
  procedure.accept(result({ of: [first] }));
  assertMandatory(t, procedure, classify(), ['classification', 'originatorConsent']);
  t.same(procedure.refuse(classify({}, 'DEMO-LABX-2/LABX')), ['evidence.classification-not-author']);
  procedure.accept(classify({}, 'DEMO-LEG-1/LEG'));
  procedure.accept(classify({ classification: controlled }));
  const state = () => procedure.state<ExaminationState>(examinationSubject);
  t.match(state().classification, { level: 'CONFIDENTIAL', caveats: ['ORIGINATOR_CONTROLLED'] });
  t.equal(state().originatorConsent, undefined);
  t.same(procedure.refuse(classify()), ['evidence.originator-consent'], 'loosened with his consent only');
  procedure.accept(classify({ classification: controlled, originatorConsent: consent }));
  t.type(state().originatorConsent, 'string', 'GATE-9: to its release, too');
});

t.test(
  'GATE-9: a later version of a report takes no limit of the originator away, and no consent along',
  async t => {
    const procedure = assigned({ of: [first] });
    procedure.accept(result({ of: [first], body: { classification: controlled } }));
    const looser = { classification: { ...controlled, caveats: [] } };
    t.same(procedure.refuse(amend({ of: [first], body: looser })), ['examination.loosened-by-report']);
    procedure.accept(classify({ classification: controlled, originatorConsent: consent }));
    procedure.accept(amend({ of: [first], body: { classification: controlled } }));
    t.equal(procedure.state<ExaminationState>(examinationSubject).originatorConsent, undefined);

    // RQ-13: a procedure of an earlier edition did not ask.
    const earlier = assigned(
      { of: [first] },
      {},
      changedSop(sop => {
        sop.edition = 4;
      }),
    );
    earlier.accept(result({ of: [first], body: { classification: controlled } }));
    earlier.accept(amend({ of: [first], body: looser }));
  },
);

t.test(
  'V6, GATE-8: a later version below the level of the one before keeps its own caveats beside it',
  async t => {
    const procedure = assigned({ of: [first] });
    const strict = { ...unclassified, level: 'STRICTLY_CONFIDENTIAL' };
    procedure.accept(result({ of: [first], body: { classification: strict } }));
    const ofSource = { ...unclassified, level: 'CONFIDENTIAL', caveats: [code('SOURCE')] };
    procedure.accept(amend({ of: [first], body: { classification: ofSource } }));
    const { classification } = procedure.state<ExaminationState>(examinationSubject);
    t.match(classification, { level: 'STRICTLY_CONFIDENTIAL', caveats: ['SOURCE'] });
  },
);
