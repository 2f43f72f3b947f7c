import { sql } from 'kysely';
import { Flag } from '../../../custody/schema/described.js';
import { flagFilter, MaybeShown, Shown, textFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'unit', name);

/** Units: organisations officers belong to, and the days they exist (GATE-10). */
export const unitResource: ResourceDefinition = {
  resource: 'units',
  path: 'units',
  kind: 'unit',
  title: { en: 'Units', fr: 'Unités' },
  columns: {
    code: of(Shown('Code', 'Code'), 'code'),
    name: of(Shown('Name', 'Nom'), 'name'),
    class: of(Shown('Class of organisation', 'Catégorie d’organisme'), 'class'),
    national: of(Flag('Of the host State?', 'De l’État hôte ?'), 'national'),
    country: of(MaybeShown('State that contributes it', 'État contributeur'), 'country'),
    validFrom: { schema: Shown('First day', 'Premier jour'), from: () => sql`unit.valid_from::text` },
    validUntil: { schema: MaybeShown('Last day', 'Dernier jour'), from: () => sql`unit.valid_until::text` },
  },
  filters: {
    code: textFilter('unit.code', 'Code', 'Code'),
    national: flagFilter('unit.national', 'Of the host State?', 'De l’État hôte ?'),
  },
};
