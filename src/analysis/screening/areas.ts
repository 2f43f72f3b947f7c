import { grouped } from '../materiel/spread.js';
import type { MaterielVersion } from '../materiel/version.js';
import type { Flag } from './flags.js';

/** Region of a record as it was named then: the unit below the country; null where no place is known. */
function regionOf({ administrativeUnits }: MaterielVersion): string | null {
  return administrativeUnits[1] ?? administrativeUnits[0] ?? null;
}

/**
 * V13: a sample that is found in several incidents and in one region alone is specific to it; one that turns up in a region
 * where it was not before, after it was known elsewhere, is in a new area. By record.
 * @param specificIncidents null: the procedure calls nothing specific
 */
export function areaFlags(
  records: readonly MaterielVersion[],
  specificIncidents: number | null,
): ReadonlyMap<MaterielVersion, readonly Flag[]> {
  const flags = new Map<MaterielVersion, readonly Flag[]>();
  for (const [sample, of] of grouped(records, ({ sampleKey }) => sampleKey)) {
    for (const record of of) {
      const found = [...specific(sample, of, specificIncidents), ...newArea(sample, record, of)];
      if (found.length > 0) flags.set(record, found);
    }
  }
  return flags;
}

function specific(sample: string, of: readonly MaterielVersion[], least: number | null): readonly Flag[] {
  const regions = new Set(of.map(regionOf));
  const [region] = regions;
  const incidents = new Set(of.map(({ incident }) => incident)).size;
  if (least === null || regions.size !== 1 || region == null || incidents < least) return [];
  return [{ flag: 'GEOGRAPHICALLY_SPECIFIC', answer: 'YES', inputs: { sample, region, incidents, least } }];
}

/** The first record in time of its sample in a region, where another region had it earlier. */
function newArea(sample: string, record: MaterielVersion, of: readonly MaterielVersion[]): readonly Flag[] {
  const { at } = record;
  const region = regionOf(record);
  if (at === null || region === null) return [];
  const earlier = of.filter(other => other.at !== null && other.at < at);
  const [before] = earlier.toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0));
  if (before === undefined || earlier.some(other => regionOf(other) === region)) return [];
  const inputs = {
    sample,
    region,
    lastSeenIn: regionOf(before),
    lastSeen: new Date(before.at ?? 0).toISOString().slice(0, 10),
  };
  return [{ flag: 'NEW_AREA', answer: 'YES', inputs }];
}
