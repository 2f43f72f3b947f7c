import { sql } from 'kysely';
import Type from 'typebox';
import { Flag, words } from '../../../custody/schema/described.js';
import { Day } from '../../../custody/schema/occurrence.js';
import { flagFilter, MaybeShown, recordFilterBy, Shown, textFilter } from '../fields.js';
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
    class: textFilter('unit.class', 'Class of organisation', 'Catégorie d’organisme'),
    suspended: recordFilterBy(
      Type.Enum(['true', 'false'], words('Suspended from receiving?', 'Suspendue comme destinataire ?')),
      value => sql<boolean>`unit.suspended = ${value === 'true'}`,
    ),
    reviewBefore: recordFilterBy(
      Day('Assessment to be reviewed before this day', 'Évaluation à réexaminer avant ce jour'),
      value => sql<boolean>`unit.review_on < ${value}::date`,
    ),
  },
};
