import { sql, type Transaction } from 'kysely';
import type { IdentificationState } from '../../../custody/identification/state.js';
import type { Step } from '../../../custody/judge/world.js';
import type { Database } from '../../schema/index.js';
import type { GroupOfChanges, Projection } from '../projection.js';
import { insertRows, type Row, upsertRows } from '../write-rows.js';
import { beginItem } from './begin-item.js';
import { followIdentification, followItem, followingTypes } from './follow-item.js';
import type { KnownItem } from './known-item.js';
import { versionRows } from './version-rows.js';

/**
 * The materiel register: what each item is, version by version (`known_index`), so that what was known at any leaf can be
 * told. Bodies hold no withheld claim in the clear, so none is in here.
 */
export const materielProjection: Projection = {
  tables: ['materiel_item', 'materiel_version'],
  async write(trx, group) {
    const steps = group.steps.filter(concernsMateriel);
    if (steps.length === 0) return;
    const register = await loadRegister(trx, steps);
    for (const step of steps) register.follow(step);
    await register.store(trx);
  },
};

const identifying: readonly string[] = [
  'identification.made',
  'identification.restated',
  'identification.withdrawn',
];
const concerning: ReadonlySet<string> = new Set([
  'evidence.registered',
  'evidence.documented',
  'evidence.derived',
  'evidence.obtained',
  ...followingTypes,
  ...identifying,
]);

function concernsMateriel({ act }: GroupOfChanges['steps'][number]): boolean {
  return concerning.has(act.type);
}

function itemOf({ act, after }: Step): string {
  return identifying.includes(act.type) ? (after as IdentificationState).item : act.id;
}

async function loadRegister(trx: Transaction<Database>, steps: readonly Step[]): Promise<Register> {
  const parents = steps.flatMap(({ act }) =>
    act.type === 'evidence.derived' ? [String(act.body.parent)] : [],
  );
  const items = [...new Set([...steps.map(itemOf), ...parents])];
  const { rows } = await sql<{ item: string; known: KnownItem }>`
    select item, known from materiel_item where item = any(${items}::uuid[])`.execute(trx);
  return new Register(new Map(rows.map(({ item, known }) => [item, known])));
}

/** The items that a group touches, as they are known act by act. */
class Register {
  readonly #known: Map<string, KnownItem>;
  readonly #touched = new Map<string, Row<'materiel_version'>[]>();

  constructor(known: Map<string, KnownItem>) {
    this.#known = known;
  }

  follow(step: Step): void {
    const item = itemOf(step);
    const { act, after } = step;
    const before = this.#known.get(item);
    const known = identifying.includes(act.type)
      ? before && followIdentification(before, act.id, after as IdentificationState)
      : (beginItem(act, id => this.#known.get(id)) ?? (before && followItem(before, act)));
    if (known === undefined) return;
    this.#known.set(item, known);
    const versions = this.#touched.get(item) ?? [];
    const superseded = versions.map(row => ({
      ...row,
      superseded_index: row.superseded_index ?? act.index,
    }));
    this.#touched.set(item, [...superseded, ...versionRows(item, known, act)]);
  }

  async store(trx: Transaction<Database>): Promise<void> {
    const items = [...this.#touched.keys()];
    const rows = [...this.#touched.values()].flat();
    await supersede(trx, firstVersions(this.#touched));
    await insertRows(trx, 'materiel_version', rows);
    await upsertRows(
      trx,
      'materiel_item',
      ['item'],
      items.map(item => ({ item, known: this.#known.get(item) ?? {} })),
    );
  }
}

/** The first leaf of the group at which each item is stated anew. */
function firstVersions(touched: ReadonlyMap<string, readonly Row<'materiel_version'>[]>) {
  return [...touched].map(([item, rows]) => ({ item, leaf: rows[0]?.known_index ?? 0 }));
}

async function supersede(
  trx: Transaction<Database>,
  versions: readonly { readonly item: string; readonly leaf: number }[],
): Promise<void> {
  await sql`
    update materiel_version version set superseded_index = newer.leaf
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as newer (item uuid, leaf bigint)
    where version.item = newer.item and version.superseded_index is null`.execute(trx);
}
