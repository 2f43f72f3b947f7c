import t from 'tap';
import type { JsonObject } from '../../../src/log/index.js';
import { classifiedBody, code, registeredBody, unclassified } from '../../helpers/bodies/evidence.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { actOn, registeredAt, stateOf, withItem } from './stage.js';

const at = '2021-04-02T08:00:00Z';
const classify = (by: string, changes: JsonObject = {}) =>
  actOn('DEMO-ITEM', 'classified', by, classifiedBody(at, changes));

t.test('E56: level, reason and review are the author’s to set', async t => {
  const procedure = withItem();
  const act = classify('DEMO-WIT-1/WIT');
  assertMandatory(t, procedure, act, ['classification', 'originatorConsent', 'classification/reason']);
  t.same(procedure.refuse(classify('DEMO-WIT-2/WIT')), ['evidence.classification-not-author']);
  procedure.accept(act);
  t.match(stateOf(procedure).classification, { level: 'CONFIDENTIAL', caveats: ['INVESTIGATION'] });
  procedure.accept(classify('DEMO-ARC-1/ARC', { classification: { ...unclassified, review: '2023-04-02' } }));
  t.match(stateOf(procedure).classification, { level: 'UNCLASSIFIED', caveats: [], review: '2023-04-02' });
  t.same(
    procedure.refuse(classify('DEMO-LEG-1/LEG', { classification: { ...unclassified, level: 'SECRET' } })),
    ['body.value-refused'],
  );
});

t.test('V6: what its originator controls is loosened with his consent only', async t => {
  const controlled = {
    ...unclassified,
    level: 'CONFIDENTIAL',
    originator: 'DEMO contingent',
    caveats: [code('ORIGINATOR_CONTROLLED')],
  };
  const procedure = withItem(registeredBody(registeredAt, { classification: controlled }));
  const change = (changes: JsonObject, originatorConsent: JsonObject | null = null) =>
    classify('DEMO-WIT-1/WIT', { classification: { ...controlled, ...changes }, originatorConsent });
  for (const looser of [{ level: 'UNCLASSIFIED' }, { caveats: [] }, { originator: 'DEMO mission' }]) {
    t.same(procedure.refuse(change(looser)), ['evidence.originator-consent'], Object.keys(looser).join());
  }
  procedure.accept(change({ level: 'STRICTLY_CONFIDENTIAL' }));
  const consent = { sha256: 'cd'.repeat(32), size: 10, mediaType: 'application/pdf' };
  procedure.accept(change({ level: 'UNCLASSIFIED', caveats: [] }, consent));
});

t.test('GATE-9, V6: nor is what its originator keeps from the host State', async t => {
  const kept = { ...unclassified, originator: 'DEMO contingent', caveats: [code('NOT_FOR_HOST_STATE')] };
  const procedure = withItem(registeredBody(registeredAt, { classification: kept }));
  const change = (changes: JsonObject, originatorConsent: JsonObject | null = null) =>
    classify('DEMO-WIT-1/WIT', { classification: { ...kept, ...changes }, originatorConsent });
  for (const looser of [{ caveats: [] }, { originator: 'DEMO mission' }])
    t.same(procedure.refuse(change(looser)), ['evidence.host-state-consent'], Object.keys(looser).join());
  procedure.accept(change({ level: 'CONFIDENTIAL' }));
  const consent = { sha256: 'cd'.repeat(32), size: 10, mediaType: 'application/pdf' };
  procedure.accept(change({ level: 'CONFIDENTIAL', caveats: [] }, consent));
});
