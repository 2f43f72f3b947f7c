import { standingHolds } from '../../custody/hold/on-piece.js';
import type { InformationState } from '../../custody/information/state.js';
import { grantedStatuses } from '../../custody/release/outcome.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, replaceRows, upsertRows } from './write-rows.js';

export const informationProjection: Projection = {
  tables: ['information', 'information_item'],
  async write(trx, group) {
    const pieces = changedSubjects<InformationState>(group, 'information');
    const ids = pieces.map(({ id }) => id);
    await upsertRows(trx, 'information', ['id'], pieces.map(informationRow));
    await replaceRows(trx, 'information_item', 'information', ids, pieces.flatMap(itemRows));
  },
};

function informationRow({
  id,
  state,
  first_index,
  last_index,
}: ChangedSubject<InformationState>): Row<'information'> {
  const granted = Object.values(state.legal)
    .filter(({ status }) => grantedStatuses.includes(status))
    .map(({ recipientUnit }) => recipientUnit);
  return {
    id,
    number: state.number,
    kind: state.kind,
    title_en: state.title.en,
    title_fr: state.title.fr,
    incident: state.incident,
    scene: state.scene,
    registered_by: state.registeredBy,
    author: state.author,
    as_told: state.remarks.some(({ kind }) => kind === 'AS_TOLD'),
    language: state.language,
    pages: state.pages,
    personal_data: state.personalData,
    classification: state.classification.level,
    held: standingHolds(state).length > 0,
    recipient_units: [...new Set(granted)].sort(),
    first_index,
    last_index,
  };
}

function itemRows({ id, state }: ChangedSubject<InformationState>): Row<'information_item'>[] {
  return [...new Set(state.items)].map(item => ({ information: id, item }));
}
