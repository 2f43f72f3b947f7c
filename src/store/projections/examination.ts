import { type ExaminationState, statusOf } from '../../custody/examination/state.js';
import { standingHolds } from '../../custody/hold/on-piece.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, replaceRows, upsertRows } from './write-rows.js';

/** Requests to laboratories as they stand, with all that work lists filter and scopes ask. */
export const examinationProjection: Projection = {
  tables: ['examination', 'examination_item'],
  async write(trx, group) {
    const examinations = changedSubjects<ExaminationState>(group, 'examination');
    const ids = examinations.map(({ id }) => id);
    await upsertRows(trx, 'examination', ['id'], examinations.map(examinationRow));
    await replaceRows(trx, 'examination_item', 'examination', ids, examinations.flatMap(itemRows));
  },
};

function examinationRow({
  id,
  state,
  first_index,
  last_index,
}: ChangedSubject<ExaminationState>): Row<'examination'> {
  const { reports } = state;
  return {
    id,
    number: state.number,
    requested_by: state.requestedBy,
    requested_at: state.requestedAt,
    requesting_unit: state.requestingUnit,
    incident: state.incident,
    laboratory: state.laboratory,
    level: state.level,
    urgency: state.urgency,
    status: statusOf(state),
    laboratory_number: state.laboratoryNumber,
    accepted_at: state.acceptedAt,
    examiner: state.examiner,
    reviewer: state.reviewer,
    due: state.due,
    assigned_due: state.assignedDue,
    court_date: state.courtDate,
    classification: state.classification?.level ?? null,
    first_reported_at: reports[0]?.at ?? null,
    last_reported_at: reports.at(-1)?.at ?? null,
    versions: reports.length,
    held: standingHolds(state).length > 0,
    first_index,
    last_index,
  };
}

function itemRows({ id, state }: ChangedSubject<ExaminationState>): Row<'examination_item'>[] {
  return Object.entries(state.items).map(([item, status]) => ({ examination: id, item, status }));
}
