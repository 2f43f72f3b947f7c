import t from 'tap';
import {
  discrepancyKinds,
  discrepancyOutcomes,
  discrepancySources,
  lossOutcomes,
  missingKinds,
} from '../../../src/custody/vocabulary/discrepancies.js';
import {
  damagedStatuses,
  openingAuthorities,
  packageTypes,
  sealForms,
  sealStatusLabels,
  sealTypes,
  unbrokenStatuses,
} from '../../../src/custody/vocabulary/seals.js';
import { codesOf, type Vocabulary } from '../../../src/custody/vocabulary/vocabulary.js';

t.test('V8: the states and forms of a seal', async t => {
  t.same(codesOf(sealStatusLabels), [
    'STOCK',
    'ISSUED',
    'APPLIED',
    'VERIFIED_INTACT',
    'OPENED_AUTHORISED',
    'SUPERSEDED',
    'DAMAGED_EXPLAINED',
    'DAMAGED_UNEXPLAINED',
    'MISSING',
    'NUMBER_MISMATCH',
    'UNREADABLE',
    'SPOILED_BEFORE_USE',
    'LOST_STOCK',
    'RETIRED',
  ]);
  t.same(codesOf(sealForms), ['OPEN', 'CLOSED', 'UNCOVERED']);
  t.notOk(unbrokenStatuses.some(status => (damagedStatuses as readonly string[]).includes(status)));
});

t.test('V9: the kinds and outcomes of a discrepancy', async t => {
  t.equal(codesOf(discrepancyKinds).length, 35);
  t.same(codesOf(discrepancyOutcomes), [
    'EXPLAINED_AND_CORRECTED',
    'FOUND',
    'LOSS_CONFIRMED',
    'THEFT_SUSPECTED',
    'DESTROYED_ON_EVIDENCE',
    'CANNOT_BE_RESOLVED',
  ]);
  for (const kind of missingKinds) t.ok(kind in discrepancyKinds, kind);
  for (const outcome of lossOutcomes) t.ok(outcome in discrepancyOutcomes, outcome);
});

t.test('section (e): what is not closed by nature has OTHER, and every code has words', async t => {
  const open: readonly Vocabulary[] = [sealTypes, packageTypes, openingAuthorities, discrepancyKinds];
  for (const vocabulary of open) t.ok('OTHER' in vocabulary);
  for (const vocabulary of [...open, sealStatusLabels, sealForms, discrepancyOutcomes, discrepancySources]) {
    for (const [code, { en, fr }] of Object.entries(vocabulary)) t.ok(en !== '' && fr !== '', code);
  }
});
