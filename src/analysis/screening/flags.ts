import type { EmbargoRegime } from '../../custody/sop/analysis.js';
import type { MaterielVersion } from '../materiel/version.js';

/** V13: what is of interest about a record. None of it goes into a dossier by itself. */
export const flagCodes = [
  'POST_2012',
  'POST_EMBARGO',
  'RECENT_TURNOVER',
  'STATE_SECONDARY_MARK',
  'GEOGRAPHICALLY_SPECIFIC',
  'NEW_AREA',
  'UN_PROPERTY',
  'LOOK_ALIKE_UN',
] as const;
export type FlagCode = (typeof flagCodes)[number];

/** A flag with what it was computed from. `CANNOT_SAY`: what is known does not decide it. */
export interface Flag {
  readonly flag: FlagCode;
  readonly answer: 'YES' | 'CANNOT_SAY';
  /** Facts of the record and of the rule, by name. */
  readonly inputs: Readonly<Record<string, string | number | null>>;
}

/** A group that an analyst's assertion that stands ties to a record. */
export interface Possession {
  /** UUID of the armed group and its name in use. */
  readonly group: string;
  readonly name: string;
  /** UUID of the link. */
  readonly link: string;
  /** What is attributed to a group need not have been in its possession: who was attacked fires too. */
  readonly relation: 'IN_POSSESSION_OF' | 'ATTRIBUTED_TO';
  readonly listings: readonly {
    readonly regime: string;
    readonly from: string | null;
    readonly until: string | null;
  }[];
}

/** What a record is screened against. */
export interface Screening {
  readonly embargoes: readonly EmbargoRegime[];
  /** Null: the procedure calls nothing rapid. */
  readonly turnoverYears: number | null;
  /** Groups to which an item, or the incident it was found in, is attributed. */
  readonly possessionsOf: (item: string, incident: string) => readonly Possession[];
}

/** All flags of one record that follow from it alone. */
export function flagsOf(record: MaterielVersion, screening: Screening): readonly Flag[] {
  return [
    ...madeAfter2012(record),
    ...screening.embargoes.flatMap(regime => embargoed(record, regime, screening)),
    ...recentTurnover(record, screening.turnoverYears),
    ...secondaryMark(record),
    ...ofTheUnitedNations(record),
  ];
}

/** V13: 2013 is after 2012, 2012 is not. */
function madeAfter2012({ year }: MaterielVersion): readonly Flag[] {
  return year !== null && year > 2012 ? [{ flag: 'POST_2012', answer: 'YES', inputs: { year } }] : [];
}

function embargoed(
  record: MaterielVersion,
  regime: EmbargoRegime,
  { possessionsOf }: Screening,
): readonly Flag[] {
  return regime.target === 'COUNTRY'
    ? madeAfterEmbargo(record, regime)
    : possessionsOf(record.item, record.incident).flatMap(possession =>
        listedFlag(record, regime, possession),
      );
}

/**
 * Made after the embargo on the country it was found in began. What is known less precisely than that needs, and what was
 * found after the embargo had ended, decides nothing.
 */
function madeAfterEmbargo(
  record: MaterielVersion,
  { regime, country, from, until }: EmbargoRegime,
): readonly Flag[] {
  const { year, administrativeUnits } = record;
  const found = spanOf(record);
  if (year === null || found === null || country === null || !administrativeUnits.includes(country))
    return [];
  const begun = Number(from.slice(0, 4));
  if (year < begun || found.last < from) return [];
  const isSure = year > begun && found.first >= from && (until === null || found.last <= until);
  const inputs = { regime, country, from, until, year, found: found.said };
  return [{ flag: 'POST_EMBARGO', answer: isSure ? 'YES' : 'CANNOT_SAY', inputs }];
}

/** Found in the possession of a group that was listed then; when it was made stands apart. */
function listedFlag(
  record: MaterielVersion,
  { regime, from, until }: EmbargoRegime,
  { group, name, link, relation, listings }: Possession,
): readonly Flag[] {
  const listed = listings.filter(listing => listing.regime === regime);
  if (listed.length === 0) return [];
  const found = spanOf(record);
  const answers = listed.map(listing => wasListed(found, [from, listing.from], [until, listing.until]));
  if (answers.every(answer => answer === 'NO')) return [];
  const isSure = relation === 'IN_POSSESSION_OF' && answers.includes('YES');
  const listedFrom = listed.map(listing => listing.from ?? '?').join(', ');
  const inputs = {
    regime,
    group,
    name,
    link,
    relation,
    listedFrom,
    found: found?.said ?? null,
    year: record.year,
  };
  return [{ flag: 'POST_EMBARGO', answer: isSure ? 'YES' : 'CANNOT_SAY', inputs }];
}

type Span = { readonly first: string; readonly last: string; readonly said: string };

/** Was the whole of the find inside all of these periods? A listing of which nobody knows the beginning cannot say. */
function wasListed(
  found: Span | null,
  begins: readonly (string | null)[],
  ends: readonly (string | null)[],
): 'YES' | 'NO' | 'CANNOT_SAY' {
  if (found === null) return 'CANNOT_SAY';
  if (begins.some(begin => begin !== null && found.last < begin)) return 'NO';
  if (ends.some(end => end !== null && found.first > end)) return 'NO';
  const inside =
    begins.every(begin => begin !== null && found.first >= begin) &&
    ends.every(end => end === null || found.last <= end);
  return inside ? 'YES' : 'CANNOT_SAY';
}

/** The days in which it may have been found, as precisely as that is known; null: nobody knows. */
function spanOf({ at, precision }: MaterielVersion): Span | null {
  if (at === null) return null;
  const day = new Date(at).toISOString().slice(0, 10);
  if (precision === 'YEAR')
    return { first: `${day.slice(0, 4)}-01-01`, last: `${day.slice(0, 4)}-12-31`, said: day.slice(0, 4) };
  if (precision === 'MONTH')
    return { first: `${day.slice(0, 7)}-01`, last: `${day.slice(0, 7)}-31`, said: day.slice(0, 7) };
  return { first: day, last: day, said: day };
}

/** Years from production to recovery; null: one of them is not known. */
export function yearsToRecovery({ year, at }: Pick<MaterielVersion, 'year' | 'at'>): number | null {
  return year === null || at === null ? null : new Date(at).getUTCFullYear() - year;
}

function recentTurnover(record: MaterielVersion, most: number | null): readonly Flag[] {
  const years = yearsToRecovery(record);
  if (most === null || years === null || years < 0 || years > most) return [];
  return [{ flag: 'RECENT_TURNOVER', answer: 'YES', inputs: { years, most, year: record.year } }];
}

function secondaryMark({ secondaryMark: mark }: MaterielVersion): readonly Flag[] {
  return mark === null ? [] : [{ flag: 'STATE_SECONDARY_MARK', answer: 'YES', inputs: { mark } }];
}

function ofTheUnitedNations({ category, subCategory }: MaterielVersion): readonly Flag[] {
  const inputs = { category, subCategory };
  if (category === 'UN_PROPERTY') return [{ flag: 'UN_PROPERTY', answer: 'YES', inputs }];
  return subCategory === 'UN_LOOK_ALIKE' ? [{ flag: 'LOOK_ALIKE_UN', answer: 'YES', inputs }] : [];
}
