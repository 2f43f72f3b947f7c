import Type from 'typebox';
import { Exactly, Nullable, type Static, words } from '../../schema/described.js';
import { IdOf } from '../../schema/identifiers.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { countedUnits, units } from '../../vocabulary/quantity.js';
import { decimalPattern, isWhole, isZero } from '../decimal.js';
import type { Quantity } from '../state.js';

export function Amount(en: string, fr: string) {
  return Type.String({ ...words(en, fr), maxLength: 20, pattern: decimalPattern });
}

/** D2: how much, in what unit, and who counted. An amount that nobody stated stays "not stated". */
export const CountedQuantity = Exactly(
  {
    amount: Nullable(Amount('Amount, decimal; null: not stated', 'Quantité, décimale ; null : non précisée')),
    unit: Coded(units, 'Unit', 'Unité'),
    countedBy: IdOf('officer', 'Officer who counted', 'Officier qui a compté'),
  },
  words('Quantity', 'Quantité'),
);

/** How much, whoever counted. */
export type StatedQuantity = Pick<Static<typeof CountedQuantity>, 'amount' | 'unit'>;

export function quantityFrom({ amount, unit }: StatedQuantity): Quantity {
  return { amount, unit: codeOrText(unit) };
}

/** An item is something: more than none, and what is counted comes whole. */
export function checkAmount({ amount, unit }: StatedQuantity, pointer: string): readonly Violation[] {
  if (amount === null) return [];
  const counted = countedUnits.some(code => code === unit.code);
  return [
    ...refuseIf(isZero(amount), 'evidence.quantity-zero', `${pointer}/amount`),
    ...refuseIf(counted && !isWhole(amount), 'evidence.quantity-not-whole', `${pointer}/amount`, {
      amount,
      unit: unit.code,
    }),
  ];
}
