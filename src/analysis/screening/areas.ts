import { grouped } from '../materiel/spread.js';
import type { MaterielVersion } from '../materiel/version.js';
import type { Flag } from './flags.js';

/** Region of a record as it was named then: the unit below the country; null where no more than the country is known. */
function regionOf({ administrativeUnits }: MaterielVersion): string | null {
  return administrativeUnits[1] ?? null;
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
    const everywhere = specific(sample, of, specificIncidents);
    const firsts = newAreas(sample, of);
    for (const record of of) {
      const found = [...everywhere, ...(firsts.get(record) ?? [])];
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

/** Records that are the first in time of their sample in a region, where another region had it earlier. */
function newAreas(
  sample: string,
  of: readonly MaterielVersion[],
): ReadonlyMap<MaterielVersion, readonly Flag[]> {
  const dated = of.flatMap(record => {
    const region = regionOf(record);
    return record.at === null || region === null ? [] : [{ record, at: record.at, region }];
  });
  const found = new Map<MaterielVersion, readonly Flag[]>();
  const seen = new Set<string>();
  let last: { readonly at: number; readonly region: string } | undefined;
  let before: typeof last;
  for (const { record, at, region } of dated.toSorted((one, other) => one.at - other.at)) {
    if (last !== undefined && last.at < at) before = last;
    const isFirst = !seen.has(region);
    seen.add(region);
    if (isFirst && before !== undefined) {
      const lastSeen = new Date(before.at).toISOString().slice(0, 10);
      const inputs = { sample, region, lastSeenIn: before.region, lastSeen };
      found.set(record, [{ flag: 'NEW_AREA', answer: 'YES', inputs }]);
    }
    last = { at, region };
  }
  return found;
}
