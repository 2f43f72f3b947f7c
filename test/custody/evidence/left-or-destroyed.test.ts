import t from 'tap';
import type { JsonObject } from '../../../src/log/index.js';
import {
  code,
  destroyedInSituBody,
  leftInSituBody,
  mark,
  quantity,
  registeredBody,
} from '../../helpers/bodies/evidence.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { uuidOf } from '../../helpers/procedure.js';
import { actOn, collect, collectedAt, registeredAt, stateOf, withCollected, withItem } from './stage.js';

const leave = (changes: JsonObject = {}) =>
  actOn('DEMO-ITEM', 'left-in-situ', 'DEMO-WIT-1/WIT', leftInSituBody(collectedAt, changes));

const destroy = (changes: JsonObject = {}) =>
  actOn('DEMO-ITEM', 'destroyed-in-situ', 'DEMO-EOD-1/EOD', destroyedInSituBody(collectedAt, changes), {
    countersigned: ['DEMO-WIT-2/WIT as witness'],
  });

t.test('E09: left in place, with what was read', async t => {
  const procedure = withItem();
  assertMandatory(t, procedure, leave(), ['reason', 'photographs', 'marks', 'remark']);
  t.same(procedure.refuse(leave({ photographs: [] })), ['body.value-refused']);
  t.same(procedure.refuse(leave({ marks: [mark('VIN', 'DEMO□', { unreadable: 0 })] })), [
    'evidence.unreadable-not-marked',
  ]);
  procedure.accept(leave());
  t.match(stateOf(procedure), { physical: 'LEFT_IN_SITU', custody: null, marks: [{ text: 'DEMO□VIN' }] });
  t.same(procedure.refuse(collect()), ['evidence.custody-ended'], 'the end of this record');
});

t.test('E09, E10: what was collected is no more in place', async t => {
  t.same(withCollected().refuse(leave()), ['evidence.not-in-state']);
  t.same(withCollected().refuse(destroy()), ['evidence.not-in-state']);
});

t.test('E10: destroyed in place by EOD, with a witness, photographs before and after', async t => {
  const procedure = withItem();
  assertMandatory(t, procedure, destroy(), [
    'reason',
    'method',
    'certificate',
    'before',
    'after',
    'samples',
    'withoutSample',
  ]);
  t.same(procedure.refuse(destroy({ before: [] })), ['body.value-refused']);
  t.same(procedure.refuse(destroy({ after: [] })), ['body.value-refused']);
  t.same(procedure.refuse({ ...destroy(), countersigned: [] }), ['countersignature.missing']);
  t.same(procedure.refuse({ ...destroy(), by: 'DEMO-WIT-1/WIT' }), ['signer.role-not-provided']);
  procedure.accept(destroy());
  t.match(stateOf(procedure), { physical: 'DESTROYED_IN_SITU', custody: null });
});

t.test('RQ-41: the sample is the exhibit from then on, or a reason stands', async t => {
  const procedure = withItem();
  const sample = registeredBody(registeredAt, {
    category: code('TRACE_SAMPLE'),
    subCategory: code('EXPLOSIVE_SAMPLE'),
    quantity: quantity('12.5', 'GRAM'),
    foundAs: code('DERIVED'),
    derivedFrom: {
      parent: uuidOf('DEMO-ITEM'),
      root: uuidOf('DEMO-ITEM'),
      relation: code('SAMPLE'),
    },
  });
  procedure.accept(actOn('DEMO-SAMPLE', 'registered', 'DEMO-EOD-1/EOD', sample));
  procedure.accept(actOn('DEMO-OTHER', 'registered', 'DEMO-EOD-1/EOD', registeredBody(registeredAt)));
  t.same(procedure.refuse(destroy({ withoutSample: null })), ['evidence.sample-or-reason']);
  t.same(procedure.refuse(destroy({ samples: [uuidOf('DEMO-OTHER')] })), ['evidence.not-a-sample']);
  procedure.accept(destroy({ samples: [uuidOf('DEMO-SAMPLE')], withoutSample: null }));
  t.match(stateOf(procedure, 'DEMO-SAMPLE'), { parent: uuidOf('DEMO-ITEM'), explosivePossible: true });
});
