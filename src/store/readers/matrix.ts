import type { Kind } from '../../custody/schema/identifiers.js';
import type { FieldGroup, Resource, Scope, Sop } from '../../custody/sop/document.js';
import { fieldGroups } from '../../custody/sop/document.js';
import type { Reader } from './reader.js';

/**
 * Scopes in which a reader may see at least these fields of a resource (design section 6): what no grant of the
 * SOP in force names is denied.
 */
export function scopesGranted(
  sop: Sop,
  { roles }: Pick<Reader, 'roles'>,
  resource: Resource,
  fields: FieldGroup,
): readonly Scope[] {
  const granted = sop.reading.filter(
    grant =>
      grant.resources.includes(resource) &&
      grant.roles.some(role => roles.includes(role)) &&
      fieldGroups.indexOf(grant.fields) >= fieldGroups.indexOf(fields),
  );
  return [...new Set(granted.map(({ scope }) => scope))];
}

/** Kinds of subject that are read, by the resource of the matrix each is; the log is shown with its events. */
const resources = {
  evidence: 'evidence',
  identification: 'identifications',
  reference: 'references',
  information: 'information',
  source: 'sources',
  package: 'packages',
  sealstock: 'seals',
  transfer: 'transfers',
  incident: 'incidents',
  account: 'accounts',
  scene: 'scenes',
  visit: 'visits',
  officer: 'officers',
  unit: 'units',
  site: 'sites',
  discrepancy: 'discrepancies',
  request: 'requests',
  tracing: 'tracings',
  hold: 'holds',
  release: 'releases',
  examination: 'examinations',
  export: 'exports',
  dossier: 'dossiers',
  import: 'imports',
  armedgroup: 'armedgroups',
  propaganda: 'propaganda',
  link: 'links',
  requirement: 'requirements',
  log: 'events',
} as const satisfies Record<Kind, Resource>;

export function isKind(kind: string): kind is Kind {
  return Object.hasOwn(resources, kind);
}

export function resourceOfKind(kind: Kind): Resource {
  return resources[kind];
}

const withoutTable: readonly Kind[] = ['sealstock', 'export', 'dossier', 'log'];

/** Kinds without a table of their own are read from their folds. */
export function hasTable(kind: Kind): boolean {
  return !withoutTable.includes(kind);
}
