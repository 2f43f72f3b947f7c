import { grouped, tally } from './spread.js';
import { counts, type MaterielVersion } from './version.js';

/** What materiel is distributed by. */
export const distributionKinds = ['YEAR', 'DECADE', 'COUNTRY', 'CALIBRE', 'AFTER_2012', 'FOUND_AS'] as const;
export type DistributionKind = (typeof distributionKinds)[number];

/** One value of a distribution; null: not known, or, of a sample, stated otherwise by different records. */
export interface Bar {
  readonly value: string | null;
  readonly samples: number;
  readonly pieces: number;
  readonly records: number;
}

/** Each share is of its base; what is not known is a bar of its own and part of the base. */
export interface Distribution {
  readonly by: DistributionKind;
  readonly bars: readonly Bar[];
}

export interface Base {
  readonly samples: number;
  readonly pieces: number;
  readonly records: number;
  readonly items: number;
  /** Records of which nobody stated how many pieces they are: in no number of pieces. */
  readonly notCounted: number;
  /** Pieces of ammunition of which the calibre is not known, or not in the range: outside the base. */
  readonly outside: number;
}

/** Samples run from 7.62 to 14.5 mm, as those of the brief. */
const smallest = 7.62;
const largest = 14.5;

/** Ammunition of 7.62 to 14.5 mm, by sample (V5) and by piece. */
export function distributions(versions: readonly MaterielVersion[]): {
  readonly base: Base;
  readonly distributions: readonly Distribution[];
} {
  const ammunition = versions.filter(version => counts(version) && version.category === 'AMMUNITION');
  const inside = ammunition.filter(isInRange);
  const { records, items, pieces, notCounted } = tally(inside);
  const samples = grouped(inside, ({ sampleKey }) => sampleKey);
  return {
    base: {
      samples: samples.length,
      pieces,
      records,
      items,
      notCounted,
      outside: tally(ammunition).pieces - pieces,
    },
    distributions: distributionKinds.map(by => distribution(by, inside, samples)),
  };
}

function distribution(
  by: DistributionKind,
  inside: readonly MaterielVersion[],
  samples: readonly (readonly [string, readonly MaterielVersion[]])[],
): Distribution {
  const bars = new Map<string | null, { samples: number; pieces: number; records: number }>();
  const barOf = (value: string | null) => {
    const bar = bars.get(value) ?? { samples: 0, pieces: 0, records: 0 };
    bars.set(value, bar);
    return bar;
  };
  for (const record of inside) {
    const bar = barOf(valueIn(by, record));
    bar.records += 1;
    bar.pieces += record.count ?? 0;
  }
  for (const [, records] of samples) barOf(valueOfSample(by, records)).samples += 1;
  return {
    by,
    bars: [...bars].map(([value, bar]) => ({ value, ...bar })).sort(byValue),
  };
}

/** What all records of a sample that say anything say alike; else it cannot be said. */
function valueOfSample(by: DistributionKind, records: readonly MaterielVersion[]): string | null {
  const values = [...new Set(records.flatMap(record => valueIn(by, record) ?? []))];
  return values.length === 1 ? (values[0] ?? null) : null;
}

function valueIn(by: DistributionKind, record: MaterielVersion): string | null {
  const { year, countryKey, calibre, foundAs } = record;
  if (by === 'YEAR') return year === null ? null : String(year);
  if (by === 'DECADE') return year === null ? null : String(year - (year % 10));
  if (by === 'COUNTRY') return countryKey;
  if (by === 'CALIBRE') return calibre;
  if (by === 'FOUND_AS') return foundAs;
  // V13: 2013 is after 2012, 2012 is not.
  return year === null ? null : year > 2012 ? 'AFTER' : 'NOT_AFTER';
}

function isInRange({ calibre }: MaterielVersion): boolean {
  const diameter = Number(/^(\d{1,3}(?:\.\d{1,2})?)(?:x|mm|$)/.exec(calibre ?? '')?.[1] ?? Number.NaN);
  return diameter >= smallest && diameter <= largest;
}

/** By value; what is not known comes last. */
function byValue(one: Bar, other: Bar): number {
  if (one.value === null || other.value === null) return one.value === null ? 1 : -1;
  return one.value < other.value ? -1 : 1;
}
