import { sql } from 'kysely';
import { sealStates } from '../../../custody/evidence/state.js';
import { Code } from '../../../custody/schema/described.js';
import { codeFilter, filterBy, Moment, Shown, textFilter, Uuid, Uuids } from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'package', name);

/** Packages: what is sealed, and its seal now. */
export const packageResource: ResourceDefinition = {
  resource: 'packages',
  path: 'packages',
  kind: 'package',
  title: { en: 'Packages', fr: 'Conditionnements' },
  columns: {
    number: of(Shown('Number', 'Numéro'), 'number'),
    packageType: of(Shown('Type of package', 'Type de conditionnement'), 'package_type'),
    holds: of(Shown('Class of content', 'Nature du contenu'), 'holds'),
    sealNumber: of(Shown('Seal', 'Scellé'), 'seal_number'),
    sealState: of(Code(sealStates, 'State of the seal', 'État du scellé'), 'seal_state'),
    sealedBy: of(Uuid('Who put the seal on', 'Qui a apposé le scellé'), 'sealed_by'),
    contents: of(Uuids('Items inside', 'Pièces contenues'), 'contents'),
    lastOccurred: of(Moment('When the last act took place', 'Moment du dernier acte'), 'last_occurred'),
  },
  filters: {
    number: textFilter('package.number', 'Number', 'Numéro'),
    seal: textFilter('package.seal_number', 'Seal on it now', 'Scellé actuel'),
    sealState: codeFilter('package.seal_state', sealStates, 'State of the seal', 'État du scellé'),
    item: filterBy(
      Uuid('Item inside', 'Pièce contenue'),
      value => sql<boolean>`package.contents @> array[${value}]::uuid[]`,
    ),
  },
};
