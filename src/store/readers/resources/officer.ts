import { sql } from 'kysely';
import { roleCodes } from '../../../custody/roles.js';
import { Flag } from '../../../custody/schema/described.js';
import { codeFilter, flagFilter, MaybeUuid, recordFilterBy, uuidFilter } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'officer', name);

/** Officers: keys and roles are in the record; a name is a withheld claim of the history. */
export const officerResource: ResourceDefinition = {
  resource: 'officers',
  path: 'officers',
  kind: 'officer',
  title: { en: 'Officers', fr: 'Officiers' },
  columns: {
    unit: of(MaybeUuid('Unit', 'Unité'), 'unit'),
    national: of(Flag('Of a national authority?', 'D’une autorité nationale ?'), 'national'),
  },
  filters: {
    unit: uuidFilter('officer.unit', 'Unit', 'Unité'),
    national: flagFilter('officer.national', 'Of a national authority?', 'D’une autorité nationale ?'),
    role: recordFilterBy(
      codeFilter('officer_role.role', roleCodes, 'Role, ever granted', 'Rôle, même passé').schema,
      value => sql<boolean>`exists (select from officer_role held
        where held.officer = officer.id and held.role = ${value})`,
    ),
  },
};
