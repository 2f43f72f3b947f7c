import type { MaterielVersion } from '../materiel/version.js';
import { type SharedThing, sharedThings } from './shared-things.js';

/** What an analyst said of two incidents (E36), as it stands. */
export interface LinkOnRecord {
  readonly id: string;
  /** UUIDs of two incidents, in either order. */
  readonly incidents: readonly [string, string];
  readonly standing: 'ASSERTED' | 'REJECTED';
  readonly shared: { readonly what: string; readonly key: string } | null;
  /** Leaf of the statement in force. */
  readonly stated: number;
}

/** Something two incidents share, and how much that says: the rarer in the register, the more. */
export interface SharedByTwo {
  readonly thing: SharedThing;
  /** log2 of all incidents with such a thing over those with this one. */
  readonly weight: number;
  readonly records: readonly MaterielVersion[];
  /** The link by which an analyst asserted it; null: nobody did. */
  readonly asserted: string | null;
  /** It was rejected, and became known anew since: the link that rejected it; null: nobody did. */
  readonly rejectedBefore: string | null;
}

/** Two incidents that may belong together. Nothing here is stated: a person asserts or rejects it. */
export interface LinkSuggestion {
  readonly incidents: readonly [string, string];
  readonly weight: number;
  readonly shared: readonly SharedByTwo[];
}

/** V13, *links*: what two incidents share, the weightiest first; what an analyst rejected stays away until a new fact comes. */
export function suggestLinks(
  versions: readonly MaterielVersion[],
  links: readonly LinkOnRecord[],
): readonly LinkSuggestion[] {
  const byPair = new Map<string, SharedByTwo[]>();
  const linksOf = linksByPair(links);
  for (const thing of sharedThings(versions)) {
    for (const pair of pairsOf([...thing.records.keys()])) {
      const name = nameOf(pair);
      const shared = judge(thing, pair, linksOf.get(name) ?? []);
      if (shared !== null) byPair.set(name, [...(byPair.get(name) ?? []), shared]);
    }
  }
  return [...byPair]
    .map(([name, shared]) => ({
      incidents: name.split(' ') as unknown as readonly [string, string],
      weight: shared.reduce((sum, { weight }) => sum + weight, 0),
      shared: shared.toSorted((one, other) => other.weight - one.weight),
    }))
    .sort(
      (one, other) => other.weight - one.weight || (nameOf(one.incidents) < nameOf(other.incidents) ? -1 : 1),
    );
}

/** Null where an analyst rejected it and nothing of it became known since. */
function judge(
  thing: SharedThing,
  pair: readonly [string, string],
  links: readonly LinkOnRecord[],
): SharedByTwo | null {
  const records = pair.flatMap(incident => thing.records.get(incident) ?? []);
  const about = links.filter(
    ({ shared }) => shared === null || (shared.what === thing.what && shared.key === thing.key),
  );
  const rejected = about.filter(({ standing }) => standing === 'REJECTED').at(-1);
  const lastKnown = records.reduce((last, { known }) => Math.max(last, known), -1);
  if (rejected !== undefined && rejected.stated > lastKnown) return null;
  return {
    thing,
    weight: Math.log2(thing.knownIn / thing.occursIn),
    records,
    asserted:
      about.findLast(({ standing, shared }) => standing === 'ASSERTED' && shared !== null)?.id ?? null,
    rejectedBefore: rejected?.id ?? null,
  };
}

function linksByPair(links: readonly LinkOnRecord[]): ReadonlyMap<string, readonly LinkOnRecord[]> {
  const found = new Map<string, LinkOnRecord[]>();
  for (const link of links.toSorted((one, other) => one.stated - other.stated)) {
    const name = nameOf(link.incidents);
    found.set(name, [...(found.get(name) ?? []), link]);
  }
  return found;
}

function pairsOf(incidents: readonly string[]): readonly (readonly [string, string])[] {
  return incidents.flatMap((one, at) => incidents.slice(at + 1).map(other => [one, other] as const));
}

/** The same for either order. */
function nameOf([one, other]: readonly [string, string]): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
