import type { ReleaseState } from '../../custody/release/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, replaceRows, upsertRows } from './write-rows.js';

export const releaseProjection: Projection = {
  tables: ['release', 'release_item'],
  async write(trx, group) {
    const releases = changedSubjects<ReleaseState>(group, 'release');
    const ids = releases.map(({ id }) => id);
    await upsertRows(trx, 'release', ['id'], releases.map(releaseRow));
    await replaceRows(trx, 'release_item', 'release', ids, releases.flatMap(itemRows));
  },
};

function releaseRow({ id, state, first_index, last_index }: ChangedSubject<ReleaseState>): Row<'release'> {
  const last = state.decisions.at(-1);
  return {
    id,
    number: state.number,
    requested_by: state.requestedBy,
    requested_at: state.requestedAt,
    recipient_unit: state.recipientUnit,
    recipient_capacity: state.recipientCapacity,
    purpose: state.purpose,
    outcome: last?.outcome ?? null,
    valid_from: last?.validFrom ?? null,
    valid_until: last?.validUntil ?? null,
    first_index,
    last_index,
  };
}

function itemRows({ id, state }: ChangedSubject<ReleaseState>): Row<'release_item'>[] {
  return Object.entries(state.items).map(([item, status]) => ({ release: id, item, status }));
}
