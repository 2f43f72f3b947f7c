import { isCalibreOfSample } from '../../custody/identification/keys.js';
import { counts, type MaterielVersion } from './version.js';

/** What may be new in theatre (V13). */
export const firstRecordKinds = ['SAMPLE', 'MODEL', 'CALIBRE', 'PRODUCER'] as const;
export type FirstRecordKind = (typeof firstRecordKinds)[number];

/** The first record of a sample, model, calibre or producer. */
export interface FirstRecord {
  readonly kind: FirstRecordKind;
  readonly key: string;
  /** As it is written in the first record. */
  readonly label: string;
  /** First by the date of its incident. */
  readonly first: MaterielVersion;
  /** Leaf at which the key came into the register. */
  readonly known: number;
  /** Nothing of the key is earlier than `first`, neither in the register nor in time, and it was not imported. */
  readonly isNew: boolean;
  readonly items: number;
  readonly incidents: number;
}

function keyOfKind(kind: FirstRecordKind, version: MaterielVersion): string | null {
  if (kind === 'SAMPLE') return version.sampleKey;
  if (kind === 'MODEL') return version.modelKey;
  if (kind === 'PRODUCER') return version.producerKey;
  const { calibre } = version;
  return calibre !== null && isCalibreOfSample(calibre) ? calibre : null;
}

interface Sighting {
  readonly version: MaterielVersion;
  /** Leaf at which the item was first said to be of the key. */
  readonly known: number;
}

/**
 * V13, *new in theatre*: for each sample, model, calibre and producer the record that is first in time, and whether it was
 * new when it came. A record that is withdrawn or stated otherwise counts no more, so the answer is put right with it.
 * @param versions every version that was known then, those superseded included
 */
export function firstRecords(versions: readonly MaterielVersion[]): readonly FirstRecord[] {
  return firstRecordKinds
    .flatMap(kind => [...sightingsByKey(kind, versions)].map(([key, all]) => firstOf(kind, key, all)))
    .sort((one, other) => one.known - other.known || compareText(one.kind + one.key, other.kind + other.key));
}

function sightingsByKey(
  kind: FirstRecordKind,
  versions: readonly MaterielVersion[],
): ReadonlyMap<string, readonly Sighting[]> {
  const knownOf = new Map<string, number>();
  for (const version of versions) {
    const name = `${version.item} ${keyOfKind(kind, version)}`;
    knownOf.set(name, Math.min(knownOf.get(name) ?? version.known, version.known));
  }
  const found = new Map<string, Sighting[]>();
  for (const version of versions) {
    const key = keyOfKind(kind, version);
    if (key === null || !counts(version)) continue;
    const known = knownOf.get(`${version.item} ${key}`) ?? version.known;
    const sightings = found.get(key);
    if (sightings === undefined) found.set(key, [{ version, known }]);
    else sightings.push({ version, known });
  }
  return found;
}

function firstOf(kind: FirstRecordKind, key: string, sightings: readonly Sighting[]): FirstRecord {
  const inRegister = leastOf(sightings, byKnown);
  const inTime = leastOf(sightings, byTime);
  const { version } = inTime;
  return {
    kind,
    key,
    label: labelOf(kind, version),
    first: version,
    known: inRegister.known,
    isNew: inRegister.version.item === version.item && !inRegister.version.imported,
    items: new Set(sightings.map(({ version: { item } }) => item)).size,
    incidents: new Set(sightings.map(({ version: { incident } }) => incident)).size,
  };
}

function labelOf(kind: FirstRecordKind, { calibre, producer, model, year }: MaterielVersion): string {
  if (kind === 'SAMPLE') return [calibre, producer, year].join(', ');
  return (kind === 'MODEL' ? model : kind === 'PRODUCER' ? producer : calibre) ?? '';
}

/** @param sightings at least one */
function leastOf(
  sightings: readonly Sighting[],
  order: (one: Sighting, other: Sighting) => number,
): Sighting {
  return sightings.reduce((least, one) => (order(one, least) < 0 ? one : least));
}

function byKnown(one: Sighting, other: Sighting): number {
  return one.known - other.known || compareText(one.version.item, other.version.item);
}

/** What has no time that the reader may know of comes last; of the same time, what was known first. */
function byTime(one: Sighting, other: Sighting): number {
  const [left, right] = [one, other].map(({ version: { at } }) => at ?? Number.MAX_SAFE_INTEGER) as [
    number,
    number,
  ];
  return left - right || byKnown(one, other);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
