import type { LinkRelation } from '../../custody/vocabulary/links.js';
import { counts, type MaterielVersion } from '../materiel/version.js';

/** What two incidents may share by which they could belong together. */
export const sharedKinds = ['SAMPLE', 'LOT', 'SERIAL', 'DESIGN'] as const;
export type SharedKind = (typeof sharedKinds)[number];

/** The relation that an analyst would assert for each. */
export const relationOf: Readonly<Record<SharedKind, LinkRelation>> = {
  SAMPLE: 'SAME_SAMPLE',
  LOT: 'SAME_LOT',
  SERIAL: 'SAME_NUMBER',
  DESIGN: 'SAME_DESIGN',
};

/** A sample, lot, number or design that is recorded in several incidents. */
export interface SharedThing {
  readonly what: SharedKind;
  readonly key: string;
  /** As one of the records has it. */
  readonly label: string;
  /** Incidents in which it occurs, of all in which a thing of its kind is known at all. */
  readonly occursIn: number;
  readonly knownIn: number;
  /** By incident. */
  readonly records: ReadonlyMap<string, readonly MaterielVersion[]>;
}

/** What stands in so many incidents tells nothing of two of them. */
export const commonIn = 30;

/** Everything that occurs in two incidents or more, and in no more than `commonIn`. */
export function sharedThings(versions: readonly MaterielVersion[]): readonly SharedThing[] {
  const counted = versions.filter(counts);
  return sharedKinds.flatMap(what => sharedOf(what, counted));
}

function sharedOf(what: SharedKind, versions: readonly MaterielVersion[]): readonly SharedThing[] {
  const byKey = new Map<string, Map<string, MaterielVersion[]>>();
  for (const version of versions) {
    const key = keyOf(what, version);
    if (key === null) continue;
    const incidents = byKey.get(key) ?? new Map<string, MaterielVersion[]>();
    byKey.set(key, incidents);
    const records = incidents.get(version.incident) ?? [];
    incidents.set(version.incident, records);
    records.push(version);
  }
  const knownIn = new Set([...byKey.values()].flatMap(incidents => [...incidents.keys()])).size;
  return [...byKey]
    .filter(([, incidents]) => incidents.size >= 2 && incidents.size <= commonIn)
    .map(([key, records]) => {
      const [first] = [...records.values()].flat();
      const label = first === undefined ? key : labelOf(what, first);
      return { what, key, label, occursIn: records.size, knownIn, records };
    });
}

/** A lot is the lot of a producer, a design that of a component: neither is told by a number or a name alone. */
function keyOf(what: SharedKind, version: MaterielVersion): string | null {
  const { sampleKey, lotKey, producerKey, serialKey, category, subCategory, modelKey } = version;
  if (what === 'SAMPLE') return sampleKey;
  if (what === 'LOT') return lotKey === null || producerKey === null ? null : `${producerKey} ${lotKey}`;
  if (what === 'SERIAL') return serialKey;
  return category === 'IED' && modelKey !== null ? `${subCategory} ${modelKey}` : null;
}

function labelOf(what: SharedKind, { calibre, producer, year, lot, serial, model }: MaterielVersion): string {
  if (what === 'SAMPLE') return [calibre, producer, year].join(', ');
  if (what === 'LOT') return [producer, lot].join(', ');
  return (what === 'SERIAL' ? serial : model) ?? '';
}
