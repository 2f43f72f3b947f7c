import type { SceneState } from '../../custody/scene/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, upsertRows } from './write-rows.js';

export const sceneProjection: Projection = {
  tables: ['scene'],
  async write(trx, group) {
    await upsertRows(trx, 'scene', ['id'], changedSubjects<SceneState>(group, 'scene').map(sceneRow));
  },
};

function sceneRow({ id, state, first_index, last_index }: ChangedSubject<SceneState>): Row<'scene'> {
  return {
    id,
    incident: state.incident,
    name: state.name,
    scene_kind: state.kind,
    hazard_excluded: state.hazardExcluded,
    leader: state.leader,
    closed: state.closed !== null,
    closed_index: state.closed?.index ?? null,
    exploited: state.closed?.exploited ?? null,
    first_index,
    last_index,
  };
}
