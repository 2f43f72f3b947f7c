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

/** A group in whose possession something was found, by an analyst's assertion that stands. */
export interface Possession {
  /** UUID of the armed group and its name in use. */
  readonly group: string;
  readonly name: string;
  /** UUID of the link. */
  readonly link: string;
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

/** Made after the embargo on the country it was found in began; of a year alone and the same one, nobody can say. */
function madeAfterEmbargo(
  { year, at, administrativeUnits }: MaterielVersion,
  { regime, country, from, until }: EmbargoRegime,
): readonly Flag[] {
  if (year === null || at === null || country === null || !administrativeUnits.includes(country)) return [];
  const found = dayOf(at);
  if (found < from || (until !== null && found > until)) return [];
  const begun = Number(from.slice(0, 4));
  if (year < begun) return [];
  const inputs = { regime, country, from, year, found };
  return [{ flag: 'POST_EMBARGO', answer: year === begun ? 'CANNOT_SAY' : 'YES', inputs }];
}

/** Found in the possession of a group that was listed then; when it was made stands apart. */
function listedFlag(
  { year, at }: MaterielVersion,
  { regime, from, until }: EmbargoRegime,
  { group, name, link, listings }: Possession,
): readonly Flag[] {
  const listed = listings.find(listing => listing.regime === regime);
  if (listed === undefined) return [];
  const since = listed.from ?? from;
  const inputs = {
    regime,
    group,
    name,
    link,
    listedFrom: listed.from,
    found: at === null ? null : dayOf(at),
    year,
  };
  if (at === null || listed.from === null) return [{ flag: 'POST_EMBARGO', answer: 'CANNOT_SAY', inputs }];
  const found = dayOf(at);
  const ended = [until, listed.until].some(end => end !== null && found > end);
  return found < since || found < from || ended ? [] : [{ flag: 'POST_EMBARGO', answer: 'YES', inputs }];
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

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
