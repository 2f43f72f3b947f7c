import { Exactly, List, Nullable, type Static } from '../../schema/described.js';
import { CountRange, type CountRangeOf, runsBackwards } from '../../schema/range.js';
import { refuseIf, type Violation } from '../../violation.js';
import { casualtyCategories } from '../../vocabulary/accounts.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';

const Casualties = Exactly({
  category: Coded(casualtyCategories, 'Whose', 'Catégorie'),
  dead: Nullable(CountRange('Dead; null: not said', 'Morts ; null : non indiqué')),
  injured: Nullable(CountRange('Injured; null: not said', 'Blessés ; null : non indiqué')),
  abducted: Nullable(CountRange('Abducted; null: not said', 'Enlevés ; null : non indiqué')),
});

/** Dead and injured apart, and by category: what this one source says, and nothing where it says nothing. */
export const CasualtyList = List(
  Casualties,
  'Dead, injured and abducted, by category; none: the source gives no figure',
  'Morts, blessés et enlevés, par catégorie ; aucun : la source ne donne pas de chiffre',
  { max: 20 },
);

/** What a source says of the people of one category; null: it says nothing. */
export interface CasualtiesOnRecord {
  /** By code or in words. */
  readonly category: string;
  readonly dead: CountRangeOf | null;
  readonly injured: CountRangeOf | null;
  readonly abducted: CountRangeOf | null;
}

export function casualtiesOnRecord(stated: Static<typeof CasualtyList>): readonly CasualtiesOnRecord[] {
  return stated.map(({ category, ...figures }) => ({ category: codeOrText(category), ...figures }));
}

export function checkCasualties(stated: Static<typeof CasualtyList>): readonly Violation[] {
  const categories = casualtiesOnRecord(stated).map(({ category }) => category);
  return stated.flatMap(({ dead, injured, abducted }, position) => {
    const pointer = `/body/casualties/${position}`;
    const category = categories[position] ?? '';
    return [
      ...refuseIf(categories.indexOf(category) < position, 'account.category-twice', `${pointer}/category`, {
        category,
      }),
      ...checkRange(dead, `${pointer}/dead`),
      ...checkRange(injured, `${pointer}/injured`),
      ...checkRange(abducted, `${pointer}/abducted`),
    ];
  });
}

/** @param pointer of the range */
export function checkRange(range: CountRangeOf | null, pointer: string): readonly Violation[] {
  return refuseIf(range !== null && runsBackwards(range), 'account.range-backwards', `${pointer}/highest`, {
    lowest: String(range?.lowest),
    highest: String(range?.highest),
  });
}
