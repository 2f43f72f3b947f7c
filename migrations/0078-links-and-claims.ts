import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Records of the analysis cell for reading: armed groups, their claims, links, information requirements. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table armedgroup (
      id uuid primary key,
      name text not null,
      names text[] not null,
      areas text[] not null,
      regimes text[] not null,
      recorded_by uuid not null,
      classification text not null,
      withdrawn boolean not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  await sql`
    create table propaganda (
      id uuid primary key,
      number text not null,
      subjects text[] not null,
      published text not null,
      medium text not null,
      armed_group uuid,
      verified text not null,
      recorded_by uuid not null,
      classification text not null,
      withdrawn boolean not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: a claim by its number; the claims of a group.
  await sql`create index propaganda_number on propaganda (number)`.execute(db);
  await sql`create index propaganda_group on propaganda (armed_group) where armed_group is not null`.execute(
    db,
  );
  await sql`
    create table link (
      id uuid primary key,
      from_subject text not null,
      relation text not null,
      to_subject text not null,
      standing text not null,
      shared_what text,
      shared_key text,
      confidence text not null,
      stated_index bigint not null,
      recorded_by uuid not null,
      classification text not null,
      withdrawn boolean not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: what a thing is linked to, from either end; what became of a suggestion.
  await sql`create index link_from on link (from_subject)`.execute(db);
  await sql`create index link_to on link (to_subject)`.execute(db);
  await sql`create index link_shared on link (shared_what, shared_key) where shared_what is not null`.execute(
    db,
  );
  await sql`
    create table requirement (
      id uuid primary key,
      number text not null,
      priority text not null,
      question_en text not null,
      question_fr text not null,
      areas text[] not null,
      answer_by text,
      tagged text[] not null,
      recorded_by uuid not null,
      classification text not null,
      withdrawn boolean not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  await sql`create index requirement_number on requirement (number)`.execute(db);
  await grantReading(db, ['armedgroup', 'propaganda', 'link', 'requirement']);
}
