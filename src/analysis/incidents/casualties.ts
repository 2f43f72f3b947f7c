import type { CountRangeOf } from '../../custody/schema/range.js';
import type { AccountRow } from './rows.js';

const harms = ['dead', 'injured', 'abducted'] as const;
export type Harm = (typeof harms)[number];

/** A sum over incidents as far as the accounts of them go, from the lowest to the highest that any of them gives. */
export interface CasualtyFigure {
  readonly harm: Harm;
  /** Null: all categories together. */
  readonly category: string | null;
  readonly lowest: number;
  readonly highest: number;
  /** Incidents that were looked at; those with a figure, and without any. */
  readonly base: number;
  readonly withFigure: number;
  readonly withoutFigure: number;
  /** Of those with a figure: accounts say different things. */
  readonly inConflict: number;
  /** Of those with a figure: a source names no limit, so the highest is at least as much. */
  readonly withoutLimit: number;
}

/**
 * Dead, injured and abducted of some incidents: of each the lowest and the highest that any account of it gives, neither of
 * them chosen. Category by category where sources name one. All together is the sum of the categories, since sources that
 * speak of different people do not contradict each other; a source that gives a number without saying whose stands beside
 * that sum. What an armed group claims is in no sum.
 */
export function sumCasualties(
  incidents: readonly string[],
  accountsOf: ReadonlyMap<string, readonly AccountRow[]>,
): readonly CasualtyFigure[] {
  const accounts = incidents.map(incident =>
    (accountsOf.get(incident) ?? []).filter(({ sourceKind }) => sourceKind !== 'PROPAGANDA'),
  );
  return harms.flatMap(harm =>
    [null, ...categoriesIn(accounts.flat(), harm)].map(category => sumOf(accounts, harm, category)),
  );
}

function categoriesIn(accounts: readonly AccountRow[], harm: Harm): readonly string[] {
  const named = accounts.flatMap(({ casualties }) =>
    casualties.filter(row => row[harm] !== null).map(({ category }) => category),
  );
  return [...new Set(named)].sort();
}

/** What is said of one incident; all that is said side by side. */
interface Said {
  readonly lowest: number;
  readonly highest: number;
  readonly inConflict: boolean;
  readonly withoutLimit: boolean;
}

function sumOf(
  incidents: readonly (readonly AccountRow[])[],
  harm: Harm,
  category: string | null,
): CasualtyFigure {
  const said = incidents.flatMap(
    accounts =>
      (category === null ? allTogether(accounts, harm) : ofCategory(accounts, harm, category)) ?? [],
  );
  return {
    harm,
    category,
    lowest: said.reduce((sum, { lowest }) => sum + lowest, 0),
    highest: said.reduce((sum, { highest }) => sum + highest, 0),
    base: incidents.length,
    withFigure: said.length,
    withoutFigure: incidents.length - said.length,
    inConflict: said.filter(({ inConflict }) => inConflict).length,
    withoutLimit: said.filter(({ withoutLimit }) => withoutLimit).length,
  };
}

/** Null: no account says anything of it. */
function ofCategory(accounts: readonly AccountRow[], harm: Harm, category: string): Said | null {
  const figures = accounts.flatMap(account => figureOf(account, harm, category) ?? []);
  return figures.length === 0 ? null : sideBySide(figures);
}

function allTogether(accounts: readonly AccountRow[], harm: Harm): Said | null {
  const named = categoriesIn(accounts, harm).filter(category => category !== unnamed);
  const byCategory = named.flatMap(category => ofCategory(accounts, harm, category) ?? []);
  const whole = accounts
    .filter(account => figureOf(account, harm, unnamed) !== null)
    .flatMap(account => figureOf(account, harm, null) ?? []);
  if (byCategory.length === 0) return whole.length === 0 ? null : sideBySide(whole);
  const sum = byCategory.reduce(added);
  if (whole.length === 0) return sum;
  const other = sideBySide(whole);
  return {
    lowest: Math.min(sum.lowest, other.lowest),
    highest: Math.max(sum.highest, other.highest),
    inConflict:
      sum.inConflict || other.inConflict || sum.lowest !== other.lowest || sum.highest !== other.highest,
    withoutLimit: sum.withoutLimit || other.withoutLimit,
  };
}

/** A number of people of whom the source does not say who they are. */
const unnamed = 'NOT_KNOWN';

function added(one: Said, other: Said): Said {
  return {
    lowest: one.lowest + other.lowest,
    highest: one.highest + other.highest,
    inConflict: one.inConflict || other.inConflict,
    withoutLimit: one.withoutLimit || other.withoutLimit,
  };
}

function sideBySide(figures: readonly CountRangeOf[]): Said {
  return {
    lowest: Math.min(...figures.map(({ lowest }) => lowest)),
    highest: Math.max(...figures.map(({ lowest, highest }) => highest ?? lowest)),
    inConflict: saysOtherwise(figures),
    withoutLimit: figures.some(({ highest }) => highest === null),
  };
}

/** What one account says, of one category or of all it names; null: nothing. */
function figureOf({ casualties }: AccountRow, harm: Harm, category: string | null): CountRangeOf | null {
  const said = casualties.flatMap(row =>
    category === null || row.category === category ? (row[harm] ?? []) : [],
  );
  return said.length === 0 ? null : said.reduce(together);
}

function together(one: CountRangeOf, other: CountRangeOf): CountRangeOf {
  const limited = one.highest !== null && other.highest !== null;
  return {
    lowest: one.lowest + other.lowest,
    highest: limited ? (one.highest ?? 0) + (other.highest ?? 0) : null,
  };
}

function saysOtherwise([first, ...others]: readonly CountRangeOf[]): boolean {
  return others.some(({ lowest, highest }) => lowest !== first?.lowest || highest !== first?.highest);
}
