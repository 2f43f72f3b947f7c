import { openLines, type TransferState } from '../../custody/transfer/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, replaceRows, upsertRows } from './write-rows.js';

export const transferProjection: Projection = {
  tables: ['transfer', 'transfer_item'],
  async write(trx, group) {
    const transfers = changedSubjects<TransferState>(group, 'transfer');
    const ids = transfers.map(({ id }) => id);
    await upsertRows(trx, 'transfer', ['id'], transfers.map(transferRow));
    await replaceRows(trx, 'transfer_item', 'transfer', ids, transfers.flatMap(itemRows));
  },
};

function transferRow({ id, state, first_index, last_index }: ChangedSubject<TransferState>): Row<'transfer'> {
  const { giver, receiver } = state;
  return {
    id,
    kind: state.kind,
    stage: state.stage,
    manifest: state.manifest,
    giver: giver.officer,
    giver_unit: giver.unit,
    giver_site: giver.site,
    receiver: receiver.officer,
    receiver_role: receiver.role,
    receiver_unit: receiver.unit,
    receiver_site: receiver.site,
    couriers: state.legs.map(({ courier }) => courier),
    release: state.release,
    begun_at: state.begunAt,
    planned_departure: state.plannedDeparture,
    planned_arrival: state.plannedArrival,
    open_items: openLines(state).length,
    first_index,
    last_index,
  };
}

function itemRows({ id, state }: ChangedSubject<TransferState>): Row<'transfer_item'>[] {
  return Object.entries(state.lines).map(([item, status]) => ({ transfer: id, item, status }));
}
