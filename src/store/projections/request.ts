import { type RequestState, settledAnswer } from '../../custody/request/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, upsertRows } from './write-rows.js';

export const requestProjection: Projection = {
  tables: ['request'],
  async write(trx, group) {
    const requests = changedSubjects<RequestState>(group, 'request');
    await upsertRows(trx, 'request', ['id'], requests.map(requestRow));
  },
};

function requestRow({ id, state, first_index, last_index }: ChangedSubject<RequestState>): Row<'request'> {
  const answer = settledAnswer(state)?.answer ?? null;
  return {
    id,
    number: state.number,
    authority_unit: state.authorityUnit,
    authority_capacity: state.authorityCapacity,
    kind: state.kind,
    reference: state.reference,
    received_on: state.receivedOn,
    asked_for_en: state.askedFor.en,
    asked_for_fr: state.askedFor.fr,
    incident: state.incident,
    proceedings: state.proceedings,
    deadline: state.deadline,
    registered_by: state.registeredBy,
    registered_at: state.registeredAt,
    answer,
    settled: answer !== null || state.closed !== null,
    first_index,
    last_index,
  };
}
