import { sql, type Transaction } from 'kysely';
import type { PackageState } from '../../custody/package/state.js';
import { listNumbers } from '../../custody/sealstock/seal-number.js';
import type { SealstockState } from '../../custody/sealstock/state.js';
import type { Database } from '../schema/index.js';
import { type ChangedSubject, changedSubjects, type Projection } from './projection.js';
import { insertMissingRows, type Row } from './write-rows.js';

/** Every seal by its number: in stock, on a package, spoiled or lost (V8). */
export const sealProjection: Projection = {
  tables: ['seal'],
  async write(trx, group) {
    const stocks = changedSubjects<SealstockState>(group, 'sealstock');
    const packages = changedSubjects<PackageState>(group, 'package');
    await insertMissingRows(trx, 'seal', stocks.flatMap(issuedRows));
    await updateSeals(trx, [...stocks.flatMap(withdrawnSeals), ...packages.flatMap(sealsOfPackage)]);
  },
};

function issuedRows({ id, state, first_index }: ChangedSubject<SealstockState>): Row<'seal'>[] {
  return listNumbers(state.numbers).map(number => ({
    number,
    stock: id,
    seal_type: state.sealType.code,
    status: 'ISSUED',
    issued_to: state.issuedTo,
    package: null,
    issued_index: first_index,
  }));
}

/** What became of a seal. */
type SealUpdate = Pick<Row<'seal'>, 'number' | 'status' | 'package'>;

function withdrawnSeals({ state }: ChangedSubject<SealstockState>): SealUpdate[] {
  return Object.entries(state.withdrawn).map(([number, { status }]) => ({ number, status, package: null }));
}

function sealsOfPackage({ id, state }: ChangedSubject<PackageState>): SealUpdate[] {
  return [...state.formerSeals, state.seal].map(({ number, status }) => ({ number, status, package: id }));
}

async function updateSeals(trx: Transaction<Database>, seals: readonly SealUpdate[]): Promise<void> {
  if (seals.length === 0) return;
  await sql`
    update seal
    set status = change.status, package = change.package
    from jsonb_populate_recordset(null::seal, ${JSON.stringify(seals)}::jsonb) as change
    where seal.number = change.number`.execute(trx);
}
