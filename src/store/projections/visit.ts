import type { VisitState } from '../../custody/visit/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, upsertRows } from './write-rows.js';

export const visitProjection: Projection = {
  tables: ['visit'],
  async write(trx, group) {
    await upsertRows(trx, 'visit', ['id'], changedSubjects<VisitState>(group, 'visit').map(visitRow));
  },
};

function visitRow({ id, state, first_index, last_index }: ChangedSubject<VisitState>): Row<'visit'> {
  const { scene, visitor, role, purpose, escort, entered, left, remarks } = state;
  return {
    id,
    scene,
    visitor,
    role,
    purpose,
    escort,
    entered: entered.at,
    entered_precision: entered.precision,
    overridden: remarks.some(({ kind }) => kind === 'OVERRIDE'),
    left_at: left?.at ?? null,
    first_index,
    last_index,
  };
}
