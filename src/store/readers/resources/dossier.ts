import { sql } from 'kysely';
import Type from 'typebox';
import { words } from '../../../custody/schema/described.js';
import { dossierContents } from '../../../custody/vocabulary/dossiers.js';
import { codesOf } from '../../../custody/vocabulary/vocabulary.js';
import { filterBy, Shown, Uuid } from '../fields.js';
import type { ResourceDefinition } from '../resource.js';

/** Dossiers that case officers answered for (E41): what was made of which release, for whom. */
export const dossierResource: ResourceDefinition = {
  resource: 'dossiers',
  path: 'dossiers',
  kind: 'dossier',
  title: { en: 'Dossiers', fr: 'Dossiers' },
  columns: {
    number: {
      schema: Shown('Number', 'Numéro'),
      from: () => sql`subject.state->>'number'`,
    },
    version: {
      schema: Type.Integer(words('Version under this number', 'Version sous ce numéro')),
      from: () => sql`(subject.state->>'version')::integer`,
    },
    release: {
      schema: Uuid('Release that it is made from', 'Autorisation dont il est tiré'),
      from: () => sql`subject.state->>'release'`,
    },
    recipientUnit: {
      schema: Uuid('Unit of the recipient', 'Unité destinataire'),
      from: () => sql`subject.state->>'recipientUnit'`,
    },
    contents: {
      schema: Shown('Originals, copies or a summary', 'Originaux, copies ou résumé'),
      from: () => sql`subject.state->>'contents'`,
    },
    hash: {
      schema: Shown('SHA-256 of its tag manifest', 'SHA-256 de son manifeste de balises'),
      from: () => sql`subject.state->>'hash'`,
    },
  },
  filters: {
    release: filterBy(
      Uuid('Release that it is made from', 'Autorisation dont il est tiré'),
      value => sql<boolean>`subject.state->>'release' = ${value}`,
    ),
    contents: filterBy(
      Type.Enum(
        [...codesOf(dossierContents)],
        words('Originals, copies or a summary', 'Originaux, copies ou résumé'),
      ),
      value => sql<boolean>`subject.state->>'contents' = ${value}`,
    ),
  },
};
