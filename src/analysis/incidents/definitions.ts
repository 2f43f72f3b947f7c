import type { IncidentRow } from './rows.js';

/** How many incidents of a type follow which definition of it; text null: the record names none. */
export interface DefinitionCount {
  readonly type: string;
  readonly text: string | null;
  readonly from: string | null;
  readonly incidents: number;
}

/** Of the types of which any record names a definition (V1: two are in use of COMPLEX): what each incident follows. */
export function countDefinitions(incidents: readonly IncidentRow[]): readonly DefinitionCount[] {
  const types = new Set(incidents.flatMap(({ definitions }) => definitions.map(({ type }) => type)));
  return [...types].sort().flatMap(type => countOf(type, incidents));
}

function countOf(type: string, incidents: readonly IncidentRow[]): readonly DefinitionCount[] {
  const counts = new Map<string, DefinitionCount>();
  for (const row of incidents.filter(({ types }) => types.includes(type))) {
    const { text = null, from = null } = row.definitions.find(definition => definition.type === type) ?? {};
    const key = JSON.stringify([text, from]);
    counts.set(key, { type, text, from, incidents: (counts.get(key)?.incidents ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => other.incidents - one.incidents);
}
