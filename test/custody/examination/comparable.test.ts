import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import { comparablesOf, comparedMark } from '../../../src/custody/examination/comparable.js';
import { made } from '../../helpers/bodies/examination.js';
import { amend, assigned, examination, first, result } from './stage.js';

const trace = { reference: 'DEMO-TRACE-1', kind: { code: 'FINGER_MARK', text: null }, place: 'DEMO: base' };
const prints = (traces: (typeof trace)[]) => ({
  exams: [made('PRINTS_CYANOACRYLATE', { traces }), made('CASE_COMPARISON')],
});

t.test('V7, RQ-54: of each report the newest version; a reference is of its laboratory alone', async t => {
  const procedure = assigned();
  procedure.accept(result({ item: prints([trace]) }));
  const state = () => procedure.state<EvidenceState>(first);
  const [found] = comparablesOf(state()).filter(({ kind }) => kind === 'TRACE');
  t.match(found, { reference: 'DEMO-TRACE-1', traceKind: 'FINGER_MARK', examination, place: null });
  const asked = state().examinations?.[examination];
  if (asked === undefined) throw new Error('it was not asked for');
  const elsewhere = { ...state(), examinations: { [examination]: { ...asked, laboratory: 'DEMO-OTHER' } } };
  t.not(comparablesOf(elsewhere).find(({ kind }) => kind === 'TRACE')?.key, found?.key);
  procedure.accept(amend({ item: prints([]) }));
  t.same(
    comparablesOf(state()).filter(({ kind }) => kind === 'TRACE'),
    [],
    'taken back by the amendment',
  );
  t.equal(state().examinations?.[examination]?.results.length, 2, 'and kept all the same');
});

t.test('V7: what is compared has one order, whatever order the examinations stand in', t => {
  const procedure = assigned();
  procedure.accept(result({ item: prints([trace]) }));
  const state = procedure.state<EvidenceState>(first);
  const asked = state.examinations?.[examination];
  if (asked === undefined) throw new Error('it was not asked for');
  const [one, other] = ['a', 'b'].map(id => [id, asked] as const);
  const inOrder = (...entries: (typeof one)[]) =>
    comparablesOf({
      ...state,
      examinations: Object.fromEntries(entries.flatMap(entry => (entry ? [entry] : []))),
    });
  t.same(inOrder(other, one), inOrder(one, other));
  t.end();
});

t.test('V5, V7: marks are compared as two readers would write them', async t => {
  t.equal(comparedMark('ab-12 3/x'), comparedMark('AB123X'));
  t.not(comparedMark('AB□23'), comparedMark('AB123'), 'an unreadable character is none that is shared');
  t.equal(comparedMark('--'), '--', 'of signs alone nothing is taken away');
});
