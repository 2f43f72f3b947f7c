import t from 'tap';
import type { EvidenceState } from '../../../src/custody/evidence/state.js';
import type { PackageState } from '../../../src/custody/package/state.js';
import { damagedStatuses } from '../../../src/custody/vocabulary/seals.js';
import { findDamaged, openPackage, packageSubject, sealNumber } from '../../helpers/bodies/package.js';
import { assertMandatory } from '../../helpers/mandatory-fields.js';
import { atOpening, both, first, inTransfer, later, packed, sealer, second, supposeItem } from './stage.js';

const one = sealNumber(1);
const finder = { ...both, by: 'DEMO-COU-1/COU' };
const find = (act: Parameters<typeof findDamaged>[2] = finder) => findDamaged(one, atOpening, act);

t.test('E26, RQ-31: a damaged seal prints on all later papers of every item inside', async t => {
  const procedure = packed();
  const { items } = procedure.accept(find());
  t.equal(procedure.state<PackageState>(packageSubject).seal.status, 'DAMAGED_UNEXPLAINED');
  for (const [position, subject] of [first, second].entries()) {
    const item = procedure.state<EvidenceState>(subject);
    t.equal(item.seal?.status, 'DAMAGED_UNEXPLAINED');
    t.match(item.remarks, [
      {
        kind: 'SEAL',
        event: items[position],
        text: `${one} DAMAGED_UNEXPLAINED: DEMO: everything inside`,
      },
    ]);
  }
});

t.test('RQ-31: it needs nobody’s leave, and no transfer, loss or custodian stands in its way', async t => {
  for (const role of ['COU', 'SEC', 'HQC', 'AUD', 'LABR', 'FR', 'NAT-OPJ'])
    packed().accept(find({ ...both, by: `DEMO-ANY/${role}` }));
  const travelling = packed();
  supposeItem(travelling, first, () => ({ transit: inTransfer, physical: 'IN_TRANSIT' }));
  supposeItem(travelling, second, () => ({ physical: 'UNACCOUNTED' }));
  travelling.accept(find());
  t.pass();
});

t.test('E26: mandatory fields', async t => {
  assertMandatory(t, packed(), find(), [
    'occurred',
    'place',
    'sealNumber',
    'state',
    'numberRead',
    'explanation',
    'couldHaveBeenTouched',
    'photo',
    'item:package',
    'item:sealNumber',
    'item:state',
    'item:couldHaveBeenTouched',
  ]);
});

t.test('E26: a witness signs', async t => {
  t.same(packed().refuse(find({ ...finder, countersigned: [] })), ['countersignature.missing']);
});

t.test('V8: the state is one of damage', async t => {
  for (const state of damagedStatuses) {
    const changes = { state, explanation: 'DEMO: wet', numberRead: 'DEMO-X' };
    packed().accept(find({ ...finder, changes }));
  }
  const intact = { state: 'VERIFIED_INTACT' };
  t.ok(
    packed()
      .refuse(find({ ...finder, changes: intact }))
      .includes('body.value-refused'),
  );
});

t.test('V8: what is called explained is explained, what is called another number is read', async t => {
  const explained = { ...finder, changes: { state: 'DAMAGED_EXPLAINED' } };
  t.same(packed().refuse(find(explained)), ['package.damage-not-explained']);
  const another = { ...finder, changes: { state: 'NUMBER_MISMATCH' } };
  t.same(packed().refuse(find(another)), ['package.number-not-read']);
});

t.test('E26: an open package has no seal to damage', async t => {
  const procedure = packed();
  procedure.accept(openPackage(one, atOpening, both));
  t.ok(procedure.refuse(findDamaged(one, later, finder)).includes('package.open-already'));
});

t.test('RQ-30, log-format 10: it is about the seal on record, and every item inside', async t => {
  t.same(packed().refuse(findDamaged(sealNumber(2), atOpening, finder)), ['package.seal-differs']);
  t.same(packed().refuse(find({ ...finder, items: [first] })), ['package.contents-differ']);
  const procedure = packed();
  supposeItem(procedure, first, () => ({ seal: null }));
  t.same(procedure.refuse(find()), ['package.item-not-inside']);
});

t.test('design 4: the item repeats the state in which its seal was found', async t => {
  const itemChanges = { state: 'MISSING' };
  t.same(packed().refuse(find({ ...finder, itemChanges })), ['package.item-differs', 'package.item-differs']);
});

t.test('E55: a record of a package is corrected, and both stay visible', async t => {
  const procedure = packed();
  const { eventId } = procedure.accept(find({ ...finder, by: sealer }));
  procedure.accept({
    subject: packageSubject,
    type: 'package.corrected',
    by: sealer,
    refs: [eventId],
    body: {
      corrects: eventId,
      pointer: '/body/couldHaveBeenTouched',
      was: 'DEMO: everything',
      correct: 'DEMO: the outer layer only',
      withheld: null,
      reason: 'DEMO: seen under better light',
    },
  });
  t.match(procedure.state<PackageState>(packageSubject).corrections, [{ corrects: eventId }]);
});
