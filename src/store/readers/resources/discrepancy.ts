import { sql } from 'kysely';
import { Flag } from '../../../custody/schema/described.js';
import {
  flagFilter,
  MaybeShown,
  MaybeUuid,
  Moment,
  recordFilterBy,
  Shown,
  textFilter,
  Uuid,
  Uuids,
  uuidFilter,
} from '../fields.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'discrepancy', name);

/** Discrepancies: what does not fit, who looks into it and until when. */
export const discrepancyResource: ResourceDefinition = {
  resource: 'discrepancies',
  path: 'discrepancies',
  kind: 'discrepancy',
  title: { en: 'Discrepancies', fr: 'Écarts' },
  columns: {
    kind: of(Shown('Kind', 'Nature'), 'kind'),
    owner: of(Uuid('Who looks into it', 'Responsable'), 'owner'),
    deadline: of(Moment('Deadline', 'Échéance'), 'deadline'),
    openedBy: of(Uuid('Who opened it', 'Ouvert par'), 'opened_by'),
    openedAt: of(Moment('When it was opened', 'Date d’ouverture'), 'opened_at'),
    package: of(MaybeUuid('Package concerned', 'Conditionnement concerné'), 'package'),
    sealNumber: of(MaybeShown('Seal concerned', 'Scellé concerné'), 'seal_number'),
    transfer: of(MaybeUuid('Transfer concerned', 'Transfert concerné'), 'transfer'),
    custodians: of(Uuids('Custodians concerned', 'Gardiens concernés'), 'custodians'),
    open: of(Flag('Is it open?', 'Est-il ouvert ?'), 'open'),
    outcome: of(MaybeShown('Finding; null while open', 'Conclusion ; null tant qu’il est ouvert'), 'outcome'),
  },
  filters: {
    open: flagFilter('discrepancy.open', 'Is it open?', 'Est-il ouvert ?'),
    kind: textFilter('discrepancy.kind', 'Kind', 'Nature'),
    owner: uuidFilter('discrepancy.owner', 'Who looks into it', 'Responsable'),
    item: recordFilterBy(
      Uuid('Item concerned', 'Pièce concernée'),
      value => sql<boolean>`exists (select from discrepancy_item listed
        where listed.discrepancy = discrepancy.id and listed.item = ${value}::uuid)`,
    ),
  },
};
