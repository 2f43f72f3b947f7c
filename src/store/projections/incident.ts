import type { IncidentState } from '../../custody/incident/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, upsertRows } from './write-rows.js';

export const incidentProjection: Projection = {
  tables: ['incident'],
  async write(trx, group) {
    const incidents = changedSubjects<IncidentState>(group, 'incident');
    await upsertRows(trx, 'incident', ['id'], incidents.map(incidentRow));
  },
};

function incidentRow({ id, state, first_index, last_index }: ChangedSubject<IncidentState>): Row<'incident'> {
  return {
    id,
    import: state.imported?.import ?? null,
    withdrawn: (state.withdrawn ?? null) !== null,
    case_file: state.caseFile,
    types: state.types,
    sub_types: state.subTypes,
    happened: state.happened.at,
    happened_precision: state.happened.precision,
    place_name: state.placeName,
    administrative_units: state.administrativeUnits,
    reporting_unit: state.reportingUnit,
    opened_by: state.openedBy,
    assigned: state.assigned,
    first_index,
    last_index,
  };
}
