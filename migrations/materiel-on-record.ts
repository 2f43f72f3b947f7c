import { type Kysely, sql } from 'kysely';
import { beginItem, followItem, type KnownItem, type RecordedAct } from './materiel-of-acts.js';
import { rowsOf } from './materiel-rows.js';

/** Acts in memory at once. */
const batch = 500;

/**
 * The materiel register of what is on record before there were identifications: act by act, as the projection of the time
 * writes it. A copy of what src/store did when the tables came: a migration does the same for ever.
 */
export async function materielOnRecord(db: Kysely<unknown>): Promise<void> {
  let after = -1;
  for (;;) {
    const acts = await readActs(db, after);
    const last = acts.at(-1);
    if (last === undefined) break;
    after = last.index;
    await writeActs(db, acts);
  }
  await cutKeys(db);
  await nameSamples(db);
}

const keys = ['producer_key', 'model_key', 'country_key', 'lot_key', 'serial_key'];

/** An index holds no longer ones: what is cut ends in its hash. */
async function cutKeys(db: Kysely<unknown>): Promise<void> {
  for (const key of keys) {
    await sql`update materiel_version set ${sql.ref(key)} = ${cut(key)}
      where char_length(${sql.ref(key)}) > 80`.execute(db);
  }
}

function cut(name: string) {
  const key = sql.ref(name);
  return sql`case when char_length(${key}) <= 80 then ${key}
    else left(${key}, 80) || '…' || left(encode(sha256(convert_to(${key}, 'UTF8')), 'hex'), 16) end`;
}

async function nameSamples(db: Kysely<unknown>): Promise<void> {
  await sql`
    update materiel_version set sample_key = ${cut('calibre')} || ' / ' || producer_key || ' / ' || year
    where category = 'AMMUNITION' and calibre <> all(array['7.62mm', '12.7mm', '14.5mm', ''])
      and producer_key is not null and year is not null`.execute(db);
}

interface StoredAct {
  readonly log_index: string | number;
  readonly event_id: string;
  readonly jws: string;
}

async function readActs(db: Kysely<unknown>, after: number): Promise<readonly RecordedAct[]> {
  const { rows } = await sql<StoredAct>`
    select log_index, event_id, jws from event
    where log_index > ${after} and type in ('evidence.registered', 'evidence.derived', 'evidence.obtained',
      'evidence.split', 'evidence.consumed')
    order by log_index limit ${batch}`.execute(db);
  return rows.map(({ log_index, event_id, jws }) => {
    const [, payload = ''] = jws.split('.');
    const signed = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return {
      index: Number(log_index),
      eventId: event_id,
      item: String(signed.subject).slice('evidence/'.length),
      type: signed.type,
      officer: signed.actor.officer,
      body: signed.body,
    };
  });
}

async function writeActs(db: Kysely<unknown>, acts: readonly RecordedAct[]): Promise<void> {
  const parents = acts.flatMap(({ type, body }) => (type === 'evidence.derived' ? [body.parent] : []));
  const items = [...new Set([...acts.map(({ item }) => item), ...parents])];
  const { rows } = await sql<{ item: string; known: KnownItem }>`
    select item, known from materiel_item where item = any(${items}::uuid[])`.execute(db);
  const known = new Map(rows.map(({ item, known }) => [item, known]));
  for (const act of acts) {
    const before = known.get(act.item);
    const next = beginItem(act, id => known.get(id)) ?? (before && followItem(before, act));
    if (next === undefined) continue;
    known.set(act.item, next);
    await sql`update materiel_version set superseded_index = ${act.index}
      where item = ${act.item}::uuid and superseded_index is null`.execute(db);
    await sql`insert into materiel_version
      select * from jsonb_populate_record(null::materiel_version, ${JSON.stringify(rowsOf(next, act))}::jsonb)`.execute(
      db,
    );
    await sql`insert into materiel_item (item, known) values (${act.item}::uuid, ${JSON.stringify(next)}::jsonb)
      on conflict (item) do update set known = excluded.known`.execute(db);
  }
}
