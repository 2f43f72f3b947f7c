import { MaybeUuid, Shown, textFilter, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'site', name);

/** Sites: places with stores; stores, shelves and hazard classes are in the record (RQ-44). */
export const siteResource: ResourceDefinition = {
  resource: 'sites',
  path: 'sites',
  kind: 'site',
  title: { en: 'Sites', fr: 'Sites' },
  columns: {
    name: of(Shown('Name', 'Nom'), 'name'),
    description: of(Shown('Description', 'Description'), 'description'),
    unit: of(MaybeUuid('Unit that runs it', 'Unité responsable'), 'unit'),
  },
  filters: {
    name: textFilter('site.name', 'Name', 'Nom'),
    unit: uuidFilter('site.unit', 'Unit that runs it', 'Unité responsable'),
  },
};
