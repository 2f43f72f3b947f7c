import type { CasualtiesOnRecord } from '../../custody/account/facts/casualties.js';
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
 * them chosen. Category by category where sources name one; all together as each account adds up.
 */
export function sumCasualties(
  incidents: readonly string[],
  accountsOf: ReadonlyMap<string, readonly AccountRow[]>,
): readonly CasualtyFigure[] {
  const accounts = incidents.map(incident => accountsOf.get(incident) ?? []);
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

function sumOf(
  incidents: readonly (readonly AccountRow[])[],
  harm: Harm,
  category: string | null,
): CasualtyFigure {
  const figures = incidents
    .map(accounts => accounts.flatMap(({ casualties }) => figureOf(casualties, harm, category) ?? []))
    .filter(said => said.length > 0);
  const sum = (of: (said: readonly CountRangeOf[]) => number) =>
    figures.reduce((total, said) => total + of(said), 0);
  return {
    harm,
    category,
    lowest: sum(said => Math.min(...said.map(({ lowest }) => lowest))),
    highest: sum(said => Math.max(...said.map(({ lowest, highest }) => highest ?? lowest))),
    base: incidents.length,
    withFigure: figures.length,
    withoutFigure: incidents.length - figures.length,
    inConflict: figures.filter(saysOtherwise).length,
    withoutLimit: figures.filter(said => said.some(({ highest }) => highest === null)).length,
  };
}

/** What one account says; null: nothing of it. */
function figureOf(
  casualties: readonly CasualtiesOnRecord[],
  harm: Harm,
  category: string | null,
): CountRangeOf | null {
  const said = casualties.flatMap(row =>
    category === null || row.category === category ? (row[harm] ?? []) : [],
  );
  return said.length === 0 ? null : said.reduce(added);
}

function added(one: CountRangeOf, other: CountRangeOf): CountRangeOf {
  const limited = one.highest !== null && other.highest !== null;
  return {
    lowest: one.lowest + other.lowest,
    highest: limited ? (one.highest ?? 0) + (other.highest ?? 0) : null,
  };
}

function saysOtherwise([first, ...others]: readonly CountRangeOf[]): boolean {
  return others.some(({ lowest, highest }) => lowest !== first?.lowest || highest !== first?.highest);
}
