import type { DiscrepancyState } from '../../custody/discrepancy/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, replaceRows, upsertRows } from './write-rows.js';

export const discrepancyProjection: Projection = {
  tables: ['discrepancy', 'discrepancy_item'],
  async write(trx, group) {
    const discrepancies = changedSubjects<DiscrepancyState>(group, 'discrepancy');
    const ids = discrepancies.map(({ id }) => id);
    await upsertRows(trx, 'discrepancy', ['id'], discrepancies.map(discrepancyRow));
    await replaceRows(trx, 'discrepancy_item', 'discrepancy', ids, discrepancies.flatMap(itemRows));
  },
};

function discrepancyRow({
  id,
  state,
  first_index,
  last_index,
}: ChangedSubject<DiscrepancyState>): Row<'discrepancy'> {
  return {
    id,
    kind: state.kind,
    owner: state.owner,
    deadline: state.deadline,
    opened_by: state.openedBy,
    opened_at: state.openedAt,
    package: state.package,
    seal_number: state.sealNumber,
    transfer: state.transfer,
    custodians: state.custodians,
    open: state.closed === null,
    outcome: state.closed?.outcome ?? null,
    first_index,
    last_index,
  };
}

function itemRows({ id, state }: ChangedSubject<DiscrepancyState>): Row<'discrepancy_item'>[] {
  return state.items.map(subject => ({ discrepancy: id, item: subject.slice('evidence/'.length) }));
}
