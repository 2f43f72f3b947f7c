import { refuse, refuseIf, type Violation } from '../../violation.js';
import { traitsOf } from '../../vocabulary/materiel.js';
import { type MaterielTraits, traits } from '../../vocabulary/materiel-traits.js';
import { equalDecimals } from '../decimal.js';
import { isEvidenceId } from '../number.js';
import type { DescriptionOfItem } from './description.js';
import { checkCalibre } from './interpretation.js';
import { checkMarks } from './marks.js';
import { checkAmount, type StatedQuantity } from './quantity.js';

/** Checks of D2 that a registration and a part of a split have in common. */
export function checkRecord(
  id: string,
  subCategory: string,
  of: MaterielTraits,
  body: DescriptionOfItem,
): readonly Violation[] {
  const { quantity, photographs, withoutPhotograph, marks, headstamp, unmarked, interpretation } = body;
  const marked = marks.length > 0 || headstamp !== null || unmarked !== null;
  return [
    ...refuseIf(!isEvidenceId(id), 'evidence.number-not-random', '/subject', { id }),
    ...checkAmount(quantity, '/body/quantity'),
    ...checkOneByOne(quantity, of, subCategory),
    ...refuseIf(
      photographs.length === 0 && withoutPhotograph === null,
      'evidence.photograph-not-stated',
      '/body/withoutPhotograph',
    ),
    ...refuseIf(of.marksExpected && !marked, 'evidence.marks-not-stated', '/body/unmarked', { subCategory }),
    ...checkMarks(marks, photographs),
    ...checkCalibre(interpretation),
  ];
}

/** Category and sub-category: one that exists, and of something that is an item here (V3). */
export function checkCategory(category: string, subCategory: string): readonly Violation[] {
  if (traitsOf(category, subCategory) === undefined) {
    return [refuse('evidence.sub-category-not-of-category', '/body/subCategory', { category, subCategory })];
  }
  return refuseIf(category === 'HUMAN_REMAINS', 'evidence.human-remains', '/body/category');
}

/** What an item is asked for; of a pair that does not exist `checkCategory` speaks. */
export function traitsOrPlain(category: string, subCategory: string): MaterielTraits {
  return traitsOf(category, subCategory) ?? traits.plain;
}

/** RQ-03: arms and the like are items one by one, cartridges and casings may be lots. */
export function checkOneByOne(
  { amount, unit }: StatedQuantity,
  of: MaterielTraits,
  subCategory: string,
): readonly Violation[] {
  const one = amount !== null && equalDecimals(amount, '1') && unit.code === 'PIECE';
  return refuseIf(!of.lot && !one, 'evidence.one-by-one', '/body/quantity/amount', { subCategory });
}
