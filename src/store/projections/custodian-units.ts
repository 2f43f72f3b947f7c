import { sql, type Transaction } from 'kysely';
import type { Database } from '../schema/index.js';

/** Units of officers, by officer. An officer's unit never changes: who moves is registered anew. */
export async function unitsOfOfficers(
  trx: Transaction<Database>,
  officers: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (officers.length === 0) return new Map();
  const rows = await trx
    .selectFrom('officer')
    .select(['id', 'unit'])
    .where('id', '=', sql<string>`any(${[...new Set(officers)]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, unit }) => [id, unit]));
}
