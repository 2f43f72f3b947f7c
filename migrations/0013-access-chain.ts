import { type Kysely, sql } from 'kysely';

/**
 * The access log becomes a chain (docs/access-log.md): its entries are numbered without a gap and each holds its hash,
 * which covers the hash of the entry before. What is there is numbered anew in its order and chained as it stands.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger append_only on access_log`.execute(db);
  await sql`alter table access_log drop constraint access_log_pkey`.execute(db);
  await sql`alter table access_log alter column entry drop identity`.execute(db);
  await sql`alter table access_log add column hash bytea`.execute(db);
  // While entries are numbered anew two may have one number for a moment.
  await sql`create index access_log_renumbering on access_log (entry)`.execute(db);
  await chainEntries(db);
  await sql`drop index access_log_renumbering`.execute(db);
  await sql`
    alter table access_log
      add primary key (entry),
      add check (entry >= 1),
      alter column hash set not null,
      add check (octet_length(hash) = 32)`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on access_log
    for each statement execute function refuse_change()`.execute(db);
  // Administrative acts that no event tells of yet: signed by the service's own officer when he is there.
  await sql`
    create table administrative_act_owed (
      number uuid primary key,
      noted integer generated always as identity,
      body jsonb not null
    )`.execute(db);
  await sql`grant select, insert, delete on administrative_act_owed to scelle_service`.execute(db);
}

interface Row {
  readonly entry: number;
  readonly at: Date;
  readonly officer: string | null;
  readonly roles: readonly string[];
  readonly resource: string;
  readonly subjects: readonly string[];
  readonly purpose: string | null;
  readonly result: string;
}

const pageLength = 5_000;

async function chainEntries(db: Kysely<unknown>): Promise<void> {
  let head: { readonly old: number; readonly entry: number; readonly hash: Buffer | null } = {
    old: -1,
    entry: 0,
    hash: null,
  };
  for (;;) {
    const { rows } = await sql<Row>`
      select entry, at, officer, roles, resource, subjects, purpose, result
      from access_log where entry > ${head.old} and hash is null order by entry limit ${pageLength}`.execute(
      db,
    );
    if (rows.length === 0) return;
    const chained: { old: number; entry: number; hash: string }[] = [];
    for (const row of rows) {
      const entry = head.entry + 1;
      const hash = await hashOf(row, entry, head.hash);
      head = { old: row.entry, entry, hash };
      chained.push({ old: row.entry, entry, hash: hash.toString('hex') });
    }
    await sql`
      update access_log set entry = chained.entry, hash = decode(chained.hash, 'hex')
      from jsonb_to_recordset(${JSON.stringify(chained)}::jsonb) as chained (old bigint, entry bigint, hash text)
      where access_log.entry = chained.old and access_log.hash is null`.execute(db);
  }
}

/** As it was decided when the chain began; what is written later is made by the service, to the same bytes. */
async function hashOf(row: Row, entry: number, prev: Buffer | null): Promise<Buffer> {
  const text = JSON.stringify({
    at: row.at.toISOString(),
    entry,
    officer: row.officer,
    prev: prev === null ? null : prev.toString('base64url'),
    purpose: row.purpose,
    resource: row.resource,
    result: row.result,
    roles: row.roles,
    subjects: row.subjects,
    v: 1,
  });
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(`custody-access/v1\n${text}`)));
}
