import Type from 'typebox';
import type { Quantity } from '../evidence/state.js';
import { Exactly, Line, Nullable, type Static, words } from '../schema/described.js';

/** A quantity as counted or measured by hand, in the unit of the record. */
export const QuantityOfLine = Exactly(
  {
    amount: Nullable(
      Type.String({
        ...words('Number, as text; null: not stated', 'Nombre, en texte ; null : non indiqué'),
        pattern: '^(0|[1-9]\\d{0,11})(\\.\\d{1,6})?$',
      }),
    ),
    unit: Line('Unit', 'Unité', 60),
  },
  words('Quantity and unit', 'Quantité et unité'),
);

export type QuantityOf = Static<typeof QuantityOfLine>;

/** The same amount in the same unit, however many zeros follow the point. */
export function sameQuantity(left: Quantity, right: Quantity): boolean {
  return left.unit === right.unit && shortest(left.amount) === shortest(right.amount);
}

export function quantityText({ amount, unit }: Quantity): string {
  return `${amount ?? '?'} ${unit}`;
}

function shortest(amount: string | null): string | null {
  return amount?.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
}
