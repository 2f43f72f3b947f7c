import { sql } from 'kysely';
import Type from 'typebox';
import { sealStates } from '../../../custody/evidence/state.js';
import { Code, words } from '../../../custody/schema/described.js';
import { damagedStatuses } from '../../../custody/vocabulary/seals.js';
import { disputedColumn } from '../disputed/disputed-column.js';
import { codeFilter, filterBy, Moment, Shown, textFilter, Uuid, Uuids } from '../fields.js';
import { openDiscrepancy } from '../open-discrepancy.js';
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
    sealFound: {
      schema: Type.Array(
        Code(damagedStatuses, 'State', 'État'),
        words(
          'Damage found on its seal and not yet recorded on the package, e.g. at a receipt under reserve (RQ-31)',
          'Altération constatée du scellé et non encore consignée ici, p. ex. à une réception sous réserve',
        ),
      ),
      from: () => sql`array(select distinct inside.seal_state from evidence inside
        where inside.package = package.id and inside.seal_number = package.seal_number
          and inside.seal_state <> package.seal_state
          and inside.seal_state in (${sql.join([...damagedStatuses])}) order by 1)`,
    },
    disputed: disputedColumn,
    discrepancyOpen: openDiscrepancy(
      sql`exists (select from evidence inside where inside.package = package.id and inside.discrepancy_open)
        or exists (select from discrepancy where discrepancy.open and discrepancy.package = package.id)`,
    ),
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
