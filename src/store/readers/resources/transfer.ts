import { sql } from 'kysely';
import { Code, Count } from '../../../custody/schema/described.js';
import { transferStages } from '../../../custody/transfer/state.js';
import { disputedColumn } from '../disputed/disputed-column.js';
import {
  codeFilter,
  MaybeMoment,
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
import { openDiscrepancy } from '../open-discrepancy.js';
import { column, type ResourceDefinition } from '../resource.js';

const of = (schema: Parameters<typeof column>[0], name: string) => column(schema, 'transfer', name);

/** Transfers: one manifest, its giver, couriers and receiver, and how far it has come. */
export const transferResource: ResourceDefinition = {
  resource: 'transfers',
  path: 'transfers',
  kind: 'transfer',
  title: { en: 'Transfers', fr: 'Transferts' },
  columns: {
    kind: of(Shown('Kind of transfer', 'Nature du transfert'), 'kind'),
    stage: of(Code(transferStages, 'Stage', 'Étape'), 'stage'),
    manifest: of(Shown('Number of the manifest', 'Numéro du bordereau'), 'manifest'),
    giver: of(MaybeUuid('Giver', 'Remettant'), 'giver'),
    giverUnit: of(MaybeUuid('Unit of the giver', 'Unité du remettant'), 'giver_unit'),
    giverSite: of(MaybeUuid('Site it leaves', 'Site de départ'), 'giver_site'),
    receiver: of(MaybeUuid('Receiver', 'Destinataire'), 'receiver'),
    receiverRole: of(MaybeShown('Role of the receiver', 'Rôle du destinataire'), 'receiver_role'),
    receiverUnit: of(MaybeUuid('Unit of the receiver', 'Unité du destinataire'), 'receiver_unit'),
    receiverSite: of(MaybeUuid('Site it goes to', 'Site d’arrivée'), 'receiver_site'),
    couriers: of(Uuids('Couriers, in order', 'Convoyeurs, dans l’ordre'), 'couriers'),
    release: of(MaybeUuid('Release it relies on', 'Autorisation de remise'), 'release'),
    begunAt: of(Moment('When it was offered', 'Moment de l’offre'), 'begun_at'),
    plannedDeparture: of(MaybeMoment('Planned departure', 'Départ prévu'), 'planned_departure'),
    plannedArrival: of(MaybeMoment('Planned arrival', 'Arrivée prévue'), 'planned_arrival'),
    disputed: disputedColumn,
    discrepancyOpen: openDiscrepancy(
      sql`exists (select from transfer_item listed join evidence on evidence.id = listed.item
          where listed.transfer = transfer.id and evidence.discrepancy_open)
        or exists (select from discrepancy where discrepancy.open and discrepancy.transfer = transfer.id)`,
    ),
    openItems: of(Count('Items still waited for', 'Pièces encore attendues'), 'open_items'),
  },
  filters: {
    stage: codeFilter('transfer.stage', transferStages, 'Stage', 'Étape'),
    manifest: textFilter('transfer.manifest', 'Number of the manifest', 'Numéro du bordereau'),
    giver: uuidFilter('transfer.giver', 'Giver', 'Remettant'),
    receiver: uuidFilter('transfer.receiver', 'Receiver', 'Destinataire'),
    release: uuidFilter('transfer.release', 'Release it relies on', 'Autorisation de remise'),
    item: recordFilterBy(
      Uuid('Item of the manifest', 'Pièce du bordereau'),
      value => sql<boolean>`exists (select from transfer_item listed
        where listed.transfer = transfer.id and listed.item = ${value}::uuid)`,
    ),
  },
};
