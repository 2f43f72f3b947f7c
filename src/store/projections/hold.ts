import type { HoldState } from '../../custody/hold/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, replaceRows, upsertRows } from './write-rows.js';

export const holdProjection: Projection = {
  tables: ['hold', 'hold_piece'],
  async write(trx, group) {
    const holds = changedSubjects<HoldState>(group, 'hold');
    const ids = holds.map(({ id }) => id);
    await upsertRows(trx, 'hold', ['id'], holds.map(holdRow));
    await replaceRows(trx, 'hold_piece', 'hold', ids, holds.flatMap(pieceRows));
  },
};

function holdRow({ id, state, first_index, last_index }: ChangedSubject<HoldState>): Row<'hold'> {
  return {
    id,
    number: state.number,
    function: state.function,
    ground: state.ground,
    scope: state.scope,
    authority: state.authority,
    placed_by: state.placedBy,
    placed_at: state.placedAt,
    review_on: state.reviewOn,
    standing: Object.values(state.pieces).filter(standing => standing === 'HELD').length,
    first_index,
    last_index,
  };
}

function pieceRows({ id, state }: ChangedSubject<HoldState>): Row<'hold_piece'>[] {
  return Object.entries(state.pieces).map(([piece, standing]) => ({
    hold: id,
    piece,
    standing: standing === 'HELD',
  }));
}
