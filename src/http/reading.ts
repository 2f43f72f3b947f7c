import { type RawBuilder, sql } from 'kysely';
import type { FieldGroup, Resource, Scope, Sop } from '../custody/sop/document.js';
import type { Reader } from './sessions.js';

/** Which resource of the reading matrix a kind of subject belongs to. */
const resourceOf: Readonly<Record<string, Resource>> = {
  evidence: 'evidence',
  package: 'packages',
  sealstock: 'seals',
  transfer: 'transfers',
  incident: 'incidents',
  scene: 'scenes',
  visit: 'visits',
  officer: 'officers',
  unit: 'units',
  site: 'sites',
  discrepancy: 'discrepancies',
  release: 'releases',
  log: 'events',
};

const fieldOrder: readonly FieldGroup[] = ['summary', 'record', 'withheld'];

/** Scopes in which a reader may see at least these fields of a resource: default deny (design section 6). */
export function scopesFor(
  sop: Sop,
  { roles }: Reader,
  resource: Resource,
  fields: FieldGroup,
): readonly Scope[] {
  const granted = sop.reading.filter(
    grant =>
      grant.resources.includes(resource) &&
      grant.roles.some(role => roles.includes(role)) &&
      fieldOrder.indexOf(grant.fields) >= fieldOrder.indexOf(fields),
  );
  return [...new Set(granted.map(({ scope }) => scope))];
}

export function resourceOfKind(kind: string): Resource | undefined {
  return Object.hasOwn(resourceOf, kind) ? resourceOf[kind] : undefined;
}

/**
 * One predicate over a row of `subject` serves item, list, count and search alike. `false` where nothing is
 * granted. The scopes look at the fold alone.
 */
export function visiblePredicate(
  sop: Sop,
  reader: Reader,
  kind: string,
  fields: FieldGroup,
): RawBuilder<boolean> {
  const resource = resourceOfKind(kind);
  if (resource === undefined) return sql<boolean>`false`;
  const scopes = scopesFor(sop, reader, resource, fields);
  if (scopes.includes('all')) return sql<boolean>`true`;
  const predicates = scopes.map(scope => scopePredicate(scope, reader));
  return predicates.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(predicates, sql` or `)})`;
}

function scopePredicate(scope: Scope, { officer, unit }: Reader): RawBuilder<boolean> {
  const mine = sql<boolean>`(
    state->'custody'->>'officer' = ${officer}
    or state->>'registeredBy' = ${officer}
    or ${officer} in (state->'transit'->>'giver', state->'transit'->>'receiver', state->'transit'->>'courier')
    or ${officer} in (state->>'giver', state->>'receiver', state->>'courier')
    or state->>'owner' = ${officer})`;
  switch (scope) {
    case 'all':
      return sql<boolean>`true`;
    case 'custody':
      return mine;
    case 'unit':
    case 'site':
      return sql<boolean>`(${mine} or exists (
        select from subject keeper
        where keeper.subject = 'officer/' || (subject.state->'custody'->>'officer')
          and keeper.state->>'unit' = ${unit}))`;
    case 'incident':
      return sql<boolean>`exists (
        select from subject incident
        where incident.subject = 'incident/' || (subject.state->>'incident')
          and incident.state->>'caseOfficer' = ${officer})`;
    case 'recipient':
      return sql<boolean>`exists (
        select from jsonb_each(case jsonb_typeof(state->'legal') when 'object' then state->'legal' else '{}' end) decision
        where decision.value->>'recipientUnit' = ${unit}
          and decision.value->>'status' in ('CLEARED', 'CLEARED_WITH_CONDITIONS'))`;
  }
}
