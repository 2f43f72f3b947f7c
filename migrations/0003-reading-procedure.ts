import { type Kysely, sql } from 'kysely';
import { grantReading } from './grant-reading.js';

/** Packages, seals, transfers, discrepancies and releases, for reading. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createPackages(db);
  await createTransfers(db);
  await createDiscrepancies(db);
  await createReleases(db);
  await grantReading(db, [
    'package',
    'seal',
    'transfer',
    'transfer_item',
    'discrepancy',
    'discrepancy_item',
    'release',
    'release_item',
  ]);
}

async function createPackages(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table package (
      id uuid primary key,
      number text not null unique,
      package_type text not null,
      holds text not null,
      seal_number text not null,
      seal_state text not null,
      sealed_by uuid not null,
      contents uuid[] not null,
      first_index bigint not null unique,
      last_index bigint not null,
      last_occurred timestamptz not null
    )`.execute(db);
  // Serves: packages whose seal is in a state, in register order.
  await sql`create index package_seal_state on package (seal_state, first_index)`.execute(db);
  // Serves: every package an item has been in.
  await sql`create index package_contents on package using gin (contents)`.execute(db);
  await sql`
    create table seal (
      number text primary key,
      stock uuid not null,
      seal_type text not null,
      status text not null,
      issued_to uuid not null,
      package uuid,
      issued_index bigint not null
    )`.execute(db);
  // Serves: seals of a stock by number; seals in a state.
  await sql`create index seal_stock on seal (stock, number)`.execute(db);
  await sql`create index seal_status on seal (status, number)`.execute(db);
  // Serves: the seals an officer was issued; scope `custody`.
  await sql`create index seal_issued_to on seal (issued_to, number)`.execute(db);
  // Serves: the seals of a package, old ones too (RQ-30).
  await sql`create index seal_package on seal (package)`.execute(db);
}

async function createTransfers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table transfer (
      id uuid primary key,
      kind text not null,
      stage text not null,
      manifest text not null,
      giver uuid,
      giver_unit uuid,
      giver_site uuid,
      receiver uuid,
      receiver_role text,
      receiver_unit uuid,
      receiver_site uuid,
      couriers uuid[] not null,
      release uuid,
      begun_at timestamptz not null,
      planned_departure timestamptz,
      planned_arrival timestamptz,
      open_items integer not null,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: transfers in a stage, in register order; what is under way and overdue.
  await sql`create index transfer_stage on transfer (stage, first_index)`.execute(db);
  // Serves: scope `custody`: what one gives, carries or is to receive.
  await sql`create index transfer_giver on transfer (giver, first_index)`.execute(db);
  await sql`create index transfer_receiver on transfer (receiver, first_index)`.execute(db);
  await sql`create index transfer_couriers on transfer using gin (couriers)`.execute(db);
  // Serves: scopes `unit` and `recipient`.
  await sql`create index transfer_giver_unit on transfer (giver_unit, first_index)`.execute(db);
  await sql`create index transfer_receiver_unit on transfer (receiver_unit, first_index)`.execute(db);
  await sql`
    create table transfer_item (
      transfer uuid not null,
      item uuid not null,
      status text not null,
      primary key (transfer, item)
    )`.execute(db);
  // Serves: the transfers of an item.
  await sql`create index transfer_item_item on transfer_item (item)`.execute(db);
}

async function createDiscrepancies(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table discrepancy (
      id uuid primary key,
      kind text not null,
      owner uuid not null,
      deadline timestamptz not null,
      opened_by uuid not null,
      opened_at timestamptz not null,
      package uuid,
      seal_number text,
      transfer uuid,
      custodians uuid[] not null,
      open boolean not null,
      outcome text,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: open discrepancies by deadline: what is overdue.
  await sql`create index discrepancy_open on discrepancy (open, deadline)`.execute(db);
  // Serves: scope `custody`: what one owns, or is concerned by.
  await sql`create index discrepancy_owner on discrepancy (owner, first_index)`.execute(db);
  await sql`create index discrepancy_custodians on discrepancy using gin (custodians)`.execute(db);
  await sql`
    create table discrepancy_item (
      discrepancy uuid not null,
      item uuid not null,
      primary key (discrepancy, item)
    )`.execute(db);
  // Serves: the discrepancies of an item, shown on everything that concerns it.
  await sql`create index discrepancy_item_item on discrepancy_item (item)`.execute(db);
}

async function createReleases(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table release (
      id uuid primary key,
      number text not null,
      requested_by uuid not null,
      requested_at timestamptz not null,
      recipient_unit uuid not null,
      recipient_capacity text not null,
      purpose text not null,
      outcome text,
      valid_from timestamptz,
      valid_until timestamptz,
      first_index bigint not null unique,
      last_index bigint not null
    )`.execute(db);
  // Serves: releases to a unit, in register order; scope `recipient`.
  await sql`create index release_recipient on release (recipient_unit, first_index)`.execute(db);
  // Serves: releases by their last decision; null: not decided yet.
  await sql`create index release_outcome on release (outcome, first_index)`.execute(db);
  // Serves: a release by its number.
  await sql`create index release_number on release (number)`.execute(db);
  // Serves: what one has asked for; scope `custody`.
  await sql`create index release_requested_by on release (requested_by, first_index)`.execute(db);
  await sql`
    create table release_item (
      release uuid not null,
      item uuid not null,
      status text not null,
      primary key (release, item)
    )`.execute(db);
  // Serves: the releases of an item.
  await sql`create index release_item_item on release_item (item)`.execute(db);
}
