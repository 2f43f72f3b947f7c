import { type Kysely, sql } from 'kysely';
import type { Database } from '../../schema/index.js';

type SubjectRow = { readonly subject: string };

/** What belonged to the incident when the log had this size; nothing where there was no such incident. */
export async function readIncidentSubjects(
  db: Kysely<Database>,
  size: number,
  id: string,
): Promise<readonly string[]> {
  const { rows } = await sql<SubjectRow>`
    select 'incident/' || id as subject from incident where id = ${id} and first_index < ${size}
    union all
    select 'scene/' || id from scene where incident = ${id} and first_index < ${size}
    union all
    select 'visit/' || visit.id from visit join scene on scene.id = visit.scene
    where scene.incident = ${id} and visit.first_index < ${size}
    union all
    select 'evidence/' || id from evidence where incident = ${id} and first_index < ${size}
    union all
    select 'information/' || id from information where incident = ${id} and first_index < ${size}
    union all
    select distinct 'discrepancy/' || discrepancy.id from discrepancy
    join discrepancy_item on discrepancy_item.discrepancy = discrepancy.id
    join evidence on evidence.id = discrepancy_item.item
    where evidence.incident = ${id} and evidence.first_index < ${size} and discrepancy.first_index < ${size}`.execute(
    db,
  );
  return rows.map(({ subject }) => subject).sort();
}

/** Periods of custody that had begun when the log had this size. */
export async function readCustodianSubjects(
  db: Kysely<Database>,
  size: number,
  officer: string,
): Promise<readonly string[]> {
  const { rows } = await sql<SubjectRow>`
    select distinct 'evidence/' || evidence as subject from custody_interval
    where officer = ${officer} and known_from_index < ${size}
    union all
    select 'officer/' || id from officer where id = ${officer} and first_index < ${size}`.execute(db);
  return rows.map(({ subject }) => subject).sort();
}

export async function readReceivedSubjects(
  db: Kysely<Database>,
  size: number,
  from: number,
  until: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('event')
    .select('subject')
    .distinct()
    .where('received_at', '>=', from)
    .where('received_at', '<', until)
    .where('log_index', '<', size)
    // A part of a log names no source (F-28); the whole log does, by code name.
    .where('subject', 'not like', 'source/%')
    .execute();
  return rows.map(({ subject }) => subject).sort();
}
