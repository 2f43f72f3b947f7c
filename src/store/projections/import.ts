import type { ImportState } from '../../custody/import/state.js';
import type { Step } from '../../custody/judge/world.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { insertRows, type Row, upsertRows } from './write-rows.js';

export const importProjection: Projection = {
  tables: ['import', 'import_row'],
  async write(trx, group) {
    const imports = changedSubjects<ImportState>(group, 'import');
    await upsertRows(trx, 'import', ['id'], imports.map(importRow));
    await insertRows(trx, 'import_row', group.steps.flatMap(listedRows));
  },
};

function listedRows({ act }: Step): readonly Row<'import_row'>[] {
  if (act.type !== 'import.rows-entered') return [];
  const { rows } = act.body as unknown as { readonly rows: readonly { row: number; subject: string }[] };
  return rows.map(({ row, subject }) => ({ import: act.id, row_number: row, subject }));
}

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
