import { uncorrected } from '../../common/state.js';
import { beginning } from '../../rule.js';
import { Exactly, Nullable, Prose } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded } from '../../vocabulary/coded.js';
import { sealTypes } from '../../vocabulary/seals.js';
import { countNumbers, listNumbers, maxStock, StockNumbers, type StockNumbersOf } from '../seal-number.js';
import type { SealstockState } from '../state.js';

const body = Exactly({
  numbers: StockNumbers,
  sealType: Coded(sealTypes, 'Type of seal', 'Type de scellé'),
  issuedTo: IdOf('officer', 'Officer to whom the seals are issued', 'Officier à qui les scellés sont remis'),
  remark: Nullable(Prose('Remark', 'Observation')),
});

/**
 * `sealstock.issued` (D3): pre-printed seals handed to an officer. Every number is claimed by itself, so that
 * two stocks never overlap, however their runs and lists are cut.
 */
export const sealstockIssued = beginning<SealstockState, typeof body>({
  type: 'sealstock.issued',
  form: 1,
  source: 'D3',
  title: { en: 'Seals issued', fr: 'Scellés remis' },
  body,
  decide: ({ body: { numbers } }) => checkNumbers(numbers),
  claims: act => [...new Set(listNumbers(act.body.numbers))].map(key => ({ set: 'seal', key })),
  evolve(act) {
    const { numbers, sealType, issuedTo } = act.body;
    return {
      ...uncorrected,
      numbers,
      sealType,
      issuedTo,
      issuedBy: act.actor.officer,
      withdrawn: {},
    };
  },
});

function checkNumbers(numbers: StockNumbersOf): readonly Violation[] {
  if ('list' in numbers) {
    const twice = numbers.list.find((number, position) => numbers.list.indexOf(number) < position);
    return refuseIf(twice !== undefined, 'sealstock.number-twice', '/body/numbers/list', {
      number: twice ?? '',
    });
  }
  const { first, last } = numbers;
  const count = countNumbers(numbers);
  return refuseIf(
    first.length !== last.length || count < 1 || count > maxStock,
    'sealstock.run-not-valid',
    '/body/numbers',
    { first, last, maximum: String(maxStock) },
  );
}
