import type { ImportState } from '../../custody/import/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, upsertRows } from './write-rows.js';

export const importProjection: Projection = {
  tables: ['import'],
  async write(trx, group) {
    const imports = changedSubjects<ImportState>(group, 'import');
    await upsertRows(trx, 'import', ['id'], imports.map(importRow));
  },
};

function importRow({ id, state, first_index, last_index }: ChangedSubject<ImportState>): Row<'import'> {
  return {
    id,
    reference: state.reference,
    contents: state.contents,
    table_sha256: state.table.sha256,
    total_rows: state.totalRows,
    entered_rows: state.enteredRows,
    last_row: state.lastRow,
    standing: state.standing,
    opened_by: state.openedBy,
    opened_at: state.openedAt,
    closed_index: state.closedIndex,
    first_index,
    last_index,
  };
}
