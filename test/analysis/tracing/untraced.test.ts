import t from 'tap';
import { untraced } from '../../../src/analysis/tracing/untraced.js';
import type { TracingState } from '../../../src/custody/tracing/state.js';
import type { JsonObject } from '../../../src/log/index.js';
import { draftTracing, linkOf, onTracing, traced, tracingSubject } from '../../helpers/bodies/tracing.js';
import { type Intent, Procedure, uuidOf } from '../../helpers/procedure.js';

const item = uuidOf('DEMO-ITEM');
const code = (value: string) => ({ code: value, text: null });

/** What the list says of one request after these acts; two objects, A and B. */
function listAfter(acts: readonly Intent[], { changes = {} as JsonObject, channelOpen = true } = {}) {
  const procedure = new Procedure();
  procedure.suppose(`evidence/${item}`, { number: 'DEMO-1', foundAs: 'IN_VEHICLE' });
  procedure.accept(draftTracing(item, { objects: [traced('A', item), traced('B', item)], ...changes }));
  for (const act of acts) procedure.accept(act);
  const state = procedure.state<TracingState>(tracingSubject);
  return untraced([{ id: tracingSubject.slice('tracing/'.length), state, channelOpen }]);
}

const stopping = (strand: string, why: string) =>
  onTracing('link-recorded', { strand, stops: { why: code(why), text: 'DEMO' } });

t.test('F-07: each strand stops where it was said to, and several reasons stand side by side', async t => {
  const stopped = [stopping('DEMO-1', 'NOT_KEPT_BY_BATCH'), stopping('DEMO-2', 'END_USER_UNKNOWN')];
  const { objects, reasons, rows } = listAfter(stopped);
  t.equal(objects, 2, 'the base');
  t.match(rows, [
    { number: 'DEMO-T-1', object: 'A', item, strand: 'DEMO-1', why: 'NOT_KEPT_BY_BATCH', from: 'STRAND' },
    { object: 'A', strand: 'DEMO-2', why: 'END_USER_UNKNOWN' },
  ]);
  t.same(reasons, [
    { why: 'END_USER_UNKNOWN', objects: 1 },
    { why: 'NOT_KEPT_BY_BATCH', objects: 1 },
  ]);
  const further = onTracing('link-recorded', { strand: 'DEMO-1', links: [linkOf()], stops: null });
  t.equal(listAfter([...stopped, further]).rows.length, 1, 'a strand that goes on stops no more');
  const restated = onTracing('strand-restated', { strand: 'DEMO-1', stops: null });
  t.same(listAfter([...stopped, restated]).reasons, [{ why: 'END_USER_UNKNOWN', objects: 1 }]);
});

t.test('F-07, E47: the last answer tells of each object what is left open', async t => {
  const asked = onTracing('requested');
  const refused = onTracing('answered', { answer: 'REFUSED', reason: 'DEMO: secret' });
  t.match(listAfter([asked, refused]).reasons, [{ why: 'REFUSED', objects: 2 }]);
  const objects = [{ key: 'B', answer: 'NO_RECORD', why: code('NO_BATCH_VISIBLE') }];
  const partial = onTracing('answered', { answer: 'PARTIAL', objects });
  t.match(listAfter([asked, refused, partial]).rows, [
    { object: 'B', why: 'NO_BATCH_VISIBLE', from: 'ANSWER', strand: null },
  ]);
  t.same(listAfter([asked, onTracing('answered')]).rows, []);
});

t.test('F-08, GATE-13: a draft that no channel is open for, unless others found something', async t => {
  const shut = { channelOpen: false };
  t.match(listAfter([], shut).reasons, [{ why: 'CHANNEL_NOT_AUTHORISED', objects: 2 }]);
  t.same(listAfter([]).rows, []);
  const found = onTracing('finding-recorded', { objects: ['A'] });
  t.match(listAfter([found], shut).rows, [{ object: 'B', from: 'CHANNEL', event: null }]);
  t.same(listAfter([onTracing('finding-recorded')], shut).rows, []);
  t.match(listAfter([onTracing('link-recorded')], shut).rows, [{ object: 'B' }]);
});
