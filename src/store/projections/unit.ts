import type { UnitState } from '../../custody/unit/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, upsertRows } from './write-rows.js';

export const unitProjection: Projection = {
  tables: ['unit'],
  async write(trx, group) {
    await upsertRows(trx, 'unit', ['id'], changedSubjects<UnitState>(group, 'unit').map(unitRow));
  },
};

function unitRow({ id, state, first_index, last_index }: ChangedSubject<UnitState>): Row<'unit'> {
  return {
    id,
    code: state.code,
    name: state.name,
    class: state.class,
    class_text: state.classText,
    national: state.national,
    country: state.country,
    valid_from: state.validFrom,
    valid_until: state.validUntil,
    risk: state.assessment?.risk ?? null,
    review_on: state.assessment?.reviewOn ?? null,
    suspended: (state.suspension ?? null) !== null,
    first_index,
    last_index,
  };
}
