import type { OfficerState } from '../../custody/officer/state.js';
import { formatTime } from '../../log/index.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, replaceRows, upsertRows } from './write-rows.js';

/** Officers with their keys and roles. Who was a founder only, before his registration, is in the log's state. */
export const officerProjection: Projection = {
  tables: ['officer', 'officer_key', 'officer_role'],
  async write(trx, group) {
    const officers = changedSubjects<OfficerState>(group, 'officer');
    const ids = officers.map(({ id }) => id);
    await upsertRows(trx, 'officer', ['id'], officers.map(officerRow));
    await replaceRows(trx, 'officer_key', 'officer', ids, officers.flatMap(keyRows));
    await replaceRows(trx, 'officer_role', 'officer', ids, officers.flatMap(roleRows));
  },
};

function officerRow({ id, state, first_index, last_index }: ChangedSubject<OfficerState>): Row<'officer'> {
  return { id, unit: state.unit, national: state.national, first_index, last_index };
}

function keyRows({ id, state }: ChangedSubject<OfficerState>): Row<'officer_key'>[] {
  return Object.entries(state.keys).map(([kid, { jwk, registered, revoked }]) => ({
    kid,
    officer: id,
    jwk,
    registered_index: registered,
    revoked_index: revoked?.index ?? null,
    revocation_reason: revoked?.reason ?? null,
    compromised_since: revoked?.compromisedSince ?? null,
  }));
}

function roleRows({ id, state }: ChangedSubject<OfficerState>): Row<'officer_role'>[] {
  return Object.entries(state.grants).map(([grant_id, { role, from, until, granted, ended }]) => ({
    officer: id,
    grant_id,
    role,
    from_time: formatTime(from),
    until_time: until === null ? null : formatTime(until),
    granted_index: granted,
    ended_index: ended,
  }));
}
