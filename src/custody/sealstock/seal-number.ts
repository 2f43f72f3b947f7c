import Type, { type Static } from 'typebox';
import { Exactly, List, words } from '../schema/described.js';

/**
 * A seal number as printed. Capitals only: two spellings of one number would be two numbers to a rule that
 * compares them byte for byte.
 */
export function SealNumber(en: string, fr: string) {
  return Type.String({ ...words(en, fr), pattern: '^[A-Z0-9]([A-Z0-9./-]{0,38}[A-Z0-9])?$' });
}

/** Seals of one stock at most: each number is a claim of its own in the log. */
export const maxStock = 1_000;

function Digits(en: string, fr: string) {
  return Type.String({ ...words(en, fr), pattern: '^\\d{1,12}$' });
}

/** A run of pre-printed numbers, `<prefix><digits>`. */
const Run = Exactly({
  prefix: Type.String({
    ...words(
      'What stands before the digits; may be empty',
      'Ce qui précède les chiffres ; vide le cas échéant',
    ),
    pattern: '^([A-Z0-9][A-Z0-9./-]*)?$',
    maxLength: 20,
  }),
  first: Digits(
    'Digits of the first seal, leading zeros included',
    'Chiffres du premier scellé, zéros compris',
  ),
  last: Digits(
    'Digits of the last seal, as many as of the first',
    'Chiffres du dernier scellé, en même nombre',
  ),
});

const Listed = Exactly({
  list: List(SealNumber('Seal number', 'Numéro de scellé'), 'Seal numbers', 'Numéros de scellé', {
    min: 1,
    max: maxStock,
  }),
});

/** The numbers of a stock: a run, or a list where they do not follow each other. */
export const StockNumbers = Type.Union(
  [Run, Listed],
  words('Numbers of the seals: a run or a list', 'Numéros des scellés : une série ou une liste'),
);

export type StockNumbersOf = Static<typeof StockNumbers>;

/** How many seals the numbers stand for; not positive where a run ends before it begins. */
export function countNumbers(numbers: StockNumbersOf): number {
  return 'list' in numbers ? numbers.list.length : Number(numbers.last) - Number(numbers.first) + 1;
}

/** Every number, in order; of an overlong or backward run none. */
export function listNumbers(numbers: StockNumbersOf): readonly string[] {
  if ('list' in numbers) return numbers.list;
  const { prefix, first } = numbers;
  const count = countNumbers(numbers);
  if (count < 1 || count > maxStock) return [];
  return Array.from(
    { length: count },
    (_, step) => prefix + String(Number(first) + step).padStart(first.length, '0'),
  );
}

export function holdsNumber(numbers: StockNumbersOf, number: string): boolean {
  if ('list' in numbers) return numbers.list.includes(number);
  const { prefix, first, last } = numbers;
  const digits = number.slice(prefix.length);
  return (
    number.startsWith(prefix) &&
    /^\d+$/.test(digits) &&
    digits.length === first.length &&
    first <= digits &&
    digits <= last
  );
}
