import { sql } from 'kysely';
import Type from 'typebox';
import { words } from '../../../custody/schema/described.js';
import { exportScopes } from '../../../custody/vocabulary/exports.js';
import { codesOf } from '../../../custody/vocabulary/vocabulary.js';
import { filterBy, Shown, Uuid } from '../fields.js';
import type { ResourceDefinition } from '../resource.js';

/** Exports that officers answered for (E60): what was made of the log, by whom, for whom. */
export const exportResource: ResourceDefinition = {
  resource: 'exports',
  path: 'exports',
  kind: 'export',
  title: { en: 'Exports', fr: 'Extraits' },
  columns: {
    generatedBy: {
      schema: Uuid('Officer who answers for it', 'Officier qui en répond'),
      from: () => sql`subject.state->>'generatedBy'`,
    },
    scope: {
      schema: Shown('What was exported', 'Ce qui fut extrait'),
      from: () => sql`subject.state->'scope'->>'kind'`,
    },
    recipient: {
      schema: Shown('For whom', 'Pour qui'),
      from: () => sql`subject.state->>'recipient'`,
    },
    hash: {
      schema: Shown('SHA-256 of its tag manifest', 'SHA-256 de son manifeste de balises'),
      from: () => sql`subject.state->>'hash'`,
    },
  },
  filters: {
    generatedBy: filterBy(
      Uuid('Officer who answers for it', 'Officier qui en répond'),
      value => sql<boolean>`subject.state->>'generatedBy' = ${value}`,
    ),
    scope: filterBy(
      Type.Enum([...codesOf(exportScopes)], words('What was exported', 'Ce qui fut extrait')),
      value => sql<boolean>`subject.state->'scope'->>'kind' = ${value}`,
    ),
  },
};
