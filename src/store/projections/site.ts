import type { SiteState } from '../../custody/site/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, replaceRows, upsertRows } from './write-rows.js';

export const siteProjection: Projection = {
  tables: ['site', 'site_store'],
  async write(trx, group) {
    const sites = changedSubjects<SiteState>(group, 'site');
    const ids = sites.map(({ id }) => id);
    await upsertRows(trx, 'site', ['id'], sites.map(siteRow));
    await replaceRows(trx, 'site_store', 'site', ids, sites.flatMap(storeRows));
  },
};

function siteRow({ id, state, first_index, last_index }: ChangedSubject<SiteState>): Row<'site'> {
  const { name, description, unit } = state;
  return { id, name, description, unit, first_index, last_index };
}

function storeRows({ id, state }: ChangedSubject<SiteState>): Row<'site_store'>[] {
  return state.stores.map(({ store, name, shelves, hazardClasses, open }) => ({
    site: id,
    store,
    name,
    shelves,
    hazard_classes: hazardClasses,
    open,
  }));
}
