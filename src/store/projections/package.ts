import type { PackageState } from '../../custody/package/state.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { type Row, upsertRows } from './write-rows.js';

export const packageProjection: Projection = {
  tables: ['package'],
  async write(trx, group) {
    const packages = changedSubjects<PackageState>(group, 'package');
    await upsertRows(trx, 'package', ['id'], packages.map(packageRow));
  },
};

function packageRow({ id, state, first_index, last_index }: ChangedSubject<PackageState>): Row<'package'> {
  return {
    id,
    number: state.number,
    package_type: state.packageType.code,
    holds: state.holds,
    seal_number: state.seal.number,
    seal_state: state.seal.status,
    sealed_by: state.seal.appliedBy,
    contents: state.contents.map(subject => subject.slice('evidence/'.length)),
    first_index,
    last_index,
    last_occurred: state.lastOccurred.at,
  };
}
