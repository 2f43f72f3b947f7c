import type { IdentificationState } from '../../custody/identification/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, upsertRows } from './write-rows.js';

export const identificationProjection: Projection = {
  tables: ['identification'],
  async write(trx, group) {
    const identifications = changedSubjects<IdentificationState>(group, 'identification');
    await upsertRows(trx, 'identification', ['id'], identifications.map(identificationRow));
  },
};

function identificationRow({
  id,
  state,
  first_index,
  last_index,
}: ChangedSubject<IdentificationState>): Row<'identification'> {
  const { item, madeBy, statement, authors, statements, withdrawn, classification } = state;
  return {
    id,
    item,
    made_by: madeBy,
    stated_by: statement.by,
    authors,
    parts: statement.parts.length,
    unidentified: statement.unidentified,
    statements: statements.length,
    withdrawn: withdrawn !== null,
    classification: classification.level,
    first_index,
    last_index,
  };
}
