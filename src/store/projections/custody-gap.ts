import type { EvidenceState } from '../../custody/evidence/state.js';
import { changedSubjects, type Projection } from './projection.js';
import { upsertRows } from './write-rows.js';

/** Periods nobody can account for, as stated (GATE-12). A gap once stated stays. */
export const custodyGapProjection: Projection = {
  tables: ['custody_gap'],
  async write(trx, group) {
    const rows = changedSubjects<EvidenceState>(group, 'evidence').flatMap(({ id, state }) =>
      state.gaps.map(({ from, until, reason, event }, position) => ({
        evidence: id,
        position,
        from_time: from,
        until_time: until,
        reason,
        event_id: event,
      })),
    );
    await upsertRows(trx, 'custody_gap', ['evidence', 'position'], rows);
  },
};
