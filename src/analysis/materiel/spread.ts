import { counts, type MaterielVersion } from './version.js';

/** How often, between the first and the last time. */
export interface Tally {
  readonly records: number;
  readonly items: number;
  readonly incidents: number;
  /** Pieces of which the number is known; sub-lots of which nobody can say how many are left have none. */
  readonly pieces: number;
  /** Records of which nobody stated how many pieces they are. */
  readonly notCounted: number;
  /** ms since 1970; null: of none of them is the time known. */
  readonly first: number | null;
  readonly last: number | null;
}

export interface PlaceTally extends Tally {
  readonly place: string;
  readonly administrativeUnits: readonly string[];
}

export interface MonthTally extends Tally {
  /** `YYYY-MM`, UTC. */
  readonly month: string;
}

export interface IncidentTally extends Tally {
  readonly incident: string;
  readonly caseFile: string | null;
  readonly place: string | null;
  readonly at: number | null;
}

/** Where and when something was recorded, over the whole register or of one sample, model, lot or number. */
export interface Spread {
  readonly whole: Tally;
  /** In time order, by the date of the incident or of the find; what has no date comes last. */
  readonly records: readonly MaterielVersion[];
  /** Pieces that were fired at the scene or ejected there; a case used as shrapnel is none of them (RQ-14). */
  readonly fired: number;
  /** Items that are in the hands of the Mission now. */
  readonly held: readonly string[];
  readonly months: readonly MonthTally[];
  /** Records of which the month is not known. */
  readonly undated: number;
  readonly places: readonly PlaceTally[];
  readonly incidents: readonly IncidentTally[];
}

const firedAs: readonly string[] = ['FIRED_AT_SCENE', 'EJECTED'];
const heldStates: readonly string[] = ['COLLECTED', 'HELD', 'IN_TRANSIT', 'CHECKED_OUT'];

export function spreadOf(versions: readonly MaterielVersion[]): Spread {
  const records = versions.filter(counts).toSorted(byTime);
  const dated = records.filter(({ at, precision }) => at !== null && precision !== 'YEAR');
  return {
    whole: tally(records),
    records,
    fired: tally(records.filter(({ foundAs }) => firedAs.includes(foundAs))).pieces,
    held: [...new Set(records.filter(isHeld).map(({ item }) => item))],
    months: grouped(dated, ({ at }) => new Date(at ?? 0).toISOString().slice(0, 7)).map(([month, of]) => ({
      month,
      ...tally(of),
    })),
    undated: records.length - dated.length,
    places: grouped(records, ({ place, administrativeUnits }) =>
      place === null ? null : JSON.stringify([place, administrativeUnits]),
    ).map(([, of]) => ({
      place: of[0]?.place ?? '',
      administrativeUnits: of[0]?.administrativeUnits ?? [],
      ...tally(of),
    })),
    incidents: grouped(records, ({ incident }) => incident).map(([incident, of]) => ({
      incident,
      caseFile: of[0]?.caseFile ?? null,
      place: of[0]?.place ?? null,
      at: of[0]?.at ?? null,
      ...tally(of),
    })),
  };
}

function isHeld({ physical, holding }: MaterielVersion): boolean {
  return holding !== 'DOCUMENTED_ONLY' && heldStates.includes(physical);
}

export function tally(records: readonly MaterielVersion[]): Tally {
  const times = records.flatMap(({ at }) => at ?? []);
  return {
    records: records.length,
    items: new Set(records.map(({ item }) => item)).size,
    incidents: new Set(records.map(({ incident }) => incident)).size,
    pieces: records.reduce((sum, { count }) => sum + (count ?? 0), 0),
    notCounted: records.filter(({ count, balances }) => count === null && balances).length,
    first: times.reduce<number | null>((least, at) => (least === null || at < least ? at : least), null),
    last: times.reduce<number | null>((most, at) => (most === null || at > most ? at : most), null),
  };
}

/** By a name, in the order in which each first occurs; what has no name is left out. */
export function grouped(
  records: readonly MaterielVersion[],
  nameOf: (record: MaterielVersion) => string | null,
): readonly (readonly [string, readonly MaterielVersion[]])[] {
  const groups = new Map<string, MaterielVersion[]>();
  for (const record of records) {
    const name = nameOf(record);
    if (name === null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [record]);
    else group.push(record);
  }
  return [...groups];
}

function byTime(one: MaterielVersion, other: MaterielVersion): number {
  const never = Number.MAX_SAFE_INTEGER;
  return (one.at ?? never) - (other.at ?? never) || one.known - other.known || one.part - other.part;
}
