import t from 'tap';
import { type Comparison, demandedDiscrepancies } from '../../../src/custody/discrepancy/demanded.js';
import { sealStates } from '../../../src/custody/evidence/state.js';
import { damagedStatuses } from '../../../src/custody/vocabulary/seals.js';

const asAnnounced: Comparison = {
  present: true,
  seal: 'VERIFIED_INTACT',
  sealAnnounced: false,
  countAgrees: true,
  conditionAgrees: true,
  descriptionAgrees: true,
};

function demanded(changes: Partial<Comparison>): readonly string[] {
  return demandedDiscrepancies({ ...asAnnounced, ...changes });
}

t.test('RQ-21: what arrives as announced owes nothing', async t => {
  t.same(demanded({}), []);
  t.same(demanded({ seal: null }), []);
});

t.test('RQ-31, V8, V9: every state of a damaged seal owes a discrepancy', async t => {
  for (const seal of damagedStatuses) t.equal(demanded({ seal }).length, 1, seal);
  t.same(demanded({ seal: 'DAMAGED_UNEXPLAINED' }), ['SEAL_DAMAGED']);
  t.same(demanded({ seal: 'NUMBER_MISMATCH' }), ['SEAL_MISMATCH']);
  t.same(demanded({ seal: 'MISSING' }), ['SEAL_OPEN']);
});

t.test('RQ-31: a state the manifest told of is no news', async t => {
  for (const seal of sealStates) t.same(demanded({ seal, sealAnnounced: true }), [], seal);
});

t.test('RQ-21, RQ-32: count, description and condition owe one each', async t => {
  t.same(
    demanded({ countAgrees: false, conditionAgrees: false, descriptionAgrees: false, seal: 'MISSING' }),
    ['COUNT_MISMATCH', 'DESCRIPTION_MISMATCH', 'SEAL_OPEN', 'CONDITION_CHANGED'],
  );
});

t.test('RQ-21: what is not there is missing, and nothing else is said of it', async t => {
  t.same(demanded({ present: false, countAgrees: false, seal: 'MISSING' }), ['MISSING_ITEM']);
});
