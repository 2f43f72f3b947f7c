import { sql } from 'kysely';
import Type from 'typebox';
import { words } from '../../../custody/schema/described.js';
import { disputedColumn } from '../disputed/disputed-column.js';
import {
  MaybeMoment,
  MaybeShown,
  Moment,
  recordFilterBy,
  Shown,
  textFilter,
  Uuid,
  uuidFilter,
} from '../fields.js';
import { openDiscrepancy } from '../open-discrepancy.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'release', name);

/** Releases: what was asked for whom, and what a person decided. */
export const releaseResource: ResourceDefinition = {
  resource: 'releases',
  path: 'releases',
  kind: 'release',
  title: { en: 'Releases', fr: 'Autorisations de remise' },
  columns: {
    number: of(Shown('Number', 'Numéro'), 'number'),
    requestedBy: of(Uuid('Who asked for it', 'Demandeur'), 'requested_by'),
    requestedAt: of(Moment('When it was asked for', 'Date de la demande'), 'requested_at'),
    recipientUnit: of(Uuid('Unit of the recipient', 'Unité destinataire'), 'recipient_unit'),
    recipientCapacity: of(
      Shown('Capacity of the recipient', 'Qualité du destinataire'),
      'recipient_capacity',
    ),
    purpose: of(Shown('Purpose', 'Finalité'), 'purpose'),
    outcome: of(MaybeShown('Last decision; null: none yet', 'Dernière décision ; null : aucune'), 'outcome'),
    given: {
      schema: Type.Boolean(
        words('Was anything given under it (RQ-65)?', 'Quelque chose fut-il remis à ce titre (RQ-65) ?'),
      ),
      from: () => sql`exists (select from given where given.release = release.id)`,
    },
    validFrom: of(MaybeMoment('Valid from', 'Valable à partir du'), 'valid_from'),
    disputed: disputedColumn,
    discrepancyOpen: openDiscrepancy(
      sql`exists (select from release_item listed join evidence on evidence.id = listed.item
        where listed.release = release.id and evidence.discrepancy_open)`,
    ),
    validUntil: of(MaybeMoment('Valid until', 'Valable jusqu’au'), 'valid_until'),
  },
  filters: {
    number: textFilter('release.number', 'Number', 'Numéro'),
    outcome: textFilter('release.outcome', 'Last decision', 'Dernière décision'),
    recipientUnit: uuidFilter('release.recipient_unit', 'Unit of the recipient', 'Unité destinataire'),
    requestedBy: uuidFilter('release.requested_by', 'Who asked for it', 'Demandeur'),
    item: recordFilterBy(
      Uuid('Item it concerns', 'Pièce concernée'),
      value => sql<boolean>`exists (select from release_item listed
        where listed.release = release.id and listed.item = ${value}::uuid)`,
    ),
  },
};
