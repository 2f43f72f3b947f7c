import { type RawBuilder, sql } from 'kysely';
import { grantedStatuses } from '../../custody/release/outcome.js';
import type { Kind } from '../../custody/schema/identifiers.js';
import type { Scope } from '../../custody/sop/document.js';
import type { Reader } from './reader.js';

type Predicate = RawBuilder<boolean>;

/** Of what a reader sees only rows in the scopes granted to him: subjects of every kind, and single seals. */
export type ScopedTable = Kind | 'seal';

const nothing = sql<boolean>`false`;

/**
 * Whether a row of `table` (under its own name in the query) lies in a scope of this reader. `unit` and `site`
 * include what is his own: whoever answers for a store is also asked what he holds himself.
 */
export function inScope(table: ScopedTable, scope: Scope, reader: Reader): Predicate {
  if (scope === 'all') return sql<boolean>`true`;
  const own = tables[table];
  const mine = own.custody(reader);
  if (scope === 'custody') return mine;
  const wider = (own[scope] ?? (() => nothing))(reader);
  return scope === 'unit' || scope === 'site' ? anyOf([mine, wider]) : wider;
}

export function anyOf(predicates: readonly Predicate[]): Predicate {
  return predicates.length === 0 ? nothing : sql<boolean>`(${sql.join(predicates, sql` or `)})`;
}

type Scoped = Readonly<
  Partial<Record<Exclude<Scope, 'all' | 'custody'>, (reader: Reader) => Predicate>> & {
    custody: (reader: Reader) => Predicate;
  }
>;

/** Sites the reader's unit runs: not where he says that he holds something, or he would open a store to himself. */
function sitesOf({ unit }: Reader): RawBuilder<unknown> {
  return sql`(select own_site.id from site own_site where own_site.unit = ${unit}::uuid)`;
}

/** Incidents the reader is in charge of, or at a scene of which he was inside. */
function incidentsOf({ officer }: Reader): RawBuilder<unknown> {
  return sql`(select assigned_incident.id from incident assigned_incident
    where assigned_incident.assigned @> array[${officer}]::uuid[]
    union all select worked_at.incident from scene worked_at where ${wasInside(sql`worked_at`, officer)})`;
}

/**
 * Anybody may write that he was at a scene, or that he leads it. What lets him read is a visit under a clearance, which
 * EOD gave, that was in the log before the scene was closed.
 */
function wasInside(at: RawBuilder<unknown>, officer: string): Predicate {
  return sql<boolean>`exists (select from visit inside
    where inside.scene = ${at}.id and inside.visitor = ${officer}::uuid and not inside.overridden
      and (not ${at}.closed or inside.first_index < ${at}.closed_index))`;
}

/** A transfer the item is still in, of which `condition` holds. */
function inOpenTransfer(condition: RawBuilder<unknown>): Predicate {
  return sql<boolean>`exists (
    select from transfer_item line join transfer under_way on under_way.id = line.transfer
    where line.item = evidence.id and line.status in ('OFFERED', 'DEPARTED', 'REFUSED_ON_ARRIVAL')
      and (${condition}))`;
}

/** An item concerned of which `condition` holds; inside it the item's row is `evidence`. */
function concerning(items: RawBuilder<unknown>, condition: Predicate): Predicate {
  return sql<boolean>`exists (select from evidence where evidence.id in (${items}) and ${condition})`;
}

const evidence: Scoped = {
  custody: ({ officer }) => sql<boolean>`(
    evidence.custodian = ${officer}::uuid or evidence.registered_by = ${officer}::uuid
    or evidence.collected_by = ${officer}::uuid
    or ${inOpenTransfer(sql`${officer}::uuid in (under_way.giver, under_way.receiver)
      or under_way.couriers @> array[${officer}]::uuid[]`)}
    or exists (select from discrepancy_item concern join discrepancy owned on owned.id = concern.discrepancy
      where concern.item = evidence.id and owned.owner = ${officer}::uuid))`,
  unit: ({ unit }) => sql<boolean>`evidence.custodian_unit = ${unit}::uuid`,
  site: reader =>
    sql<boolean>`(evidence.site in ${sitesOf(reader)}
      or ${inOpenTransfer(sql`under_way.receiver_site in ${sitesOf(reader)}`)})`,
  incident: reader => sql<boolean>`evidence.incident in ${incidentsOf(reader)}`,
  recipient: ({ officer, unit }) => sql<boolean>`(
    evidence.recipient_units @> array[${unit}]::uuid[]
    or ${inOpenTransfer(sql`under_way.receiver = ${officer}::uuid`)})`,
};

/** Rows about items are seen where one of the items is. */
function throughItems(
  items: RawBuilder<unknown>,
  custody: (reader: Reader) => Predicate,
  more: Partial<Scoped> = {},
): Scoped {
  const through = (scope: keyof Scoped) => (reader: Reader) =>
    anyOf([
      ...(scope === 'custody' ? [custody(reader)] : []),
      ...(scope !== 'custody' && more[scope] !== undefined ? [more[scope](reader)] : []),
      concerning(items, (evidence[scope] ?? (() => nothing))(reader)),
    ]);
  return {
    custody: through('custody'),
    unit: through('unit'),
    site: through('site'),
    incident: through('incident'),
    recipient: through('recipient'),
  };
}

const packages = throughItems(
  sql`select unnest(package.contents)`,
  ({ officer }) => sql<boolean>`package.sealed_by = ${officer}::uuid`,
);

const incident: Scoped = {
  custody: ({ officer }) =>
    sql<boolean>`(incident.opened_by = ${officer}::uuid or incident.assigned @> array[${officer}]::uuid[])`,
  unit: ({ unit }) => sql<boolean>`incident.reporting_unit = ${unit}::uuid`,
  incident: ({ officer }) => sql<boolean>`incident.assigned @> array[${officer}]::uuid[]`,
  recipient: reader =>
    concerning(
      sql`select recovered.id from evidence recovered where recovered.incident = incident.id`,
      (evidence.recipient ?? (() => nothing))(reader),
    ),
};

/** Scenes are seen where their incident is, visits where their scene is. */
function ofIncident(scope: keyof Scoped): (reader: Reader) => Predicate {
  return reader =>
    sql<boolean>`exists (select from incident where incident.id = scene.incident
      and ${(incident[scope] ?? (() => nothing))(reader)})`;
}

const scene: Scoped = {
  custody: reader => sql<boolean>`(${ofIncident('custody')(reader)} or scene.leader = ${reader.officer}::uuid
      or ${wasInside(sql`scene`, reader.officer)})`,
  unit: ofIncident('unit'),
  incident: ofIncident('incident'),
  recipient: ofIncident('recipient'),
};

function ofScene(scope: keyof Scoped): (reader: Reader) => Predicate {
  return reader =>
    sql<boolean>`exists (select from scene where scene.id = visit.scene
      and ${(scene[scope] ?? (() => nothing))(reader)})`;
}

const ownUnit = ({ unit }: Reader) => sql<boolean>`unit.id = ${unit}::uuid`;

/** Who wrote or registered it; whoever works on its incident; the unit it was granted to. */
const information: Scoped = {
  custody: ({ officer }) => sql<boolean>`${officer}::uuid in (information.registered_by, information.author)`,
  incident: reader => sql<boolean>`information.incident in ${incidentsOf(reader)}`,
  recipient: ({ unit }) => sql<boolean>`information.recipient_units @> array[${unit}]::uuid[]`,
};

const tables: Readonly<Record<ScopedTable, Scoped>> = {
  evidence,
  information,
  source: { custody: ({ officer }) => sql<boolean>`source.registered_by = ${officer}::uuid` },
  identification: {
    custody: ({ officer }) => sql<boolean>`identification.authors @> array[${officer}]::uuid[]`,
  },
  reference: { custody: ({ officer }) => sql<boolean>`reference.opened_by = ${officer}::uuid` },
  hold: { custody: ({ officer }) => sql<boolean>`hold.placed_by = ${officer}::uuid` },
  package: packages,
  seal: {
    custody: reader =>
      sql<boolean>`(seal.issued_to = ${reader.officer}::uuid or ${sealedWith('custody')(reader)})`,
    unit: sealedWith('unit'),
    site: sealedWith('site'),
    incident: sealedWith('incident'),
    recipient: sealedWith('recipient'),
  },
  sealstock: {
    custody: ({ officer }) => sql<boolean>`subject.state->>'issuedTo' = ${officer}`,
    unit: ({ unit }) => sql<boolean>`exists (select from officer holder
      where holder.id = (subject.state->>'issuedTo')::uuid and holder.unit = ${unit}::uuid)`,
  },
  transfer: {
    ...throughItems(
      sql`select line.item from transfer_item line where line.transfer = transfer.id`,
      ({ officer }) => sql<boolean>`(${officer}::uuid in (transfer.giver, transfer.receiver)
        or transfer.couriers @> array[${officer}]::uuid[])`,
      {
        unit: ({ unit }) => sql<boolean>`${unit}::uuid in (transfer.giver_unit, transfer.receiver_unit)`,
        site: reader =>
          sql<boolean>`(transfer.giver_site in ${sitesOf(reader)} or transfer.receiver_site in ${sitesOf(reader)})`,
      },
    ),
    // Not through its items: a manifest to somebody else may list an item that is released to him too.
    recipient: ({ unit, officer }) =>
      sql<boolean>`(transfer.receiver_unit = ${unit}::uuid or transfer.receiver = ${officer}::uuid)`,
  },
  incident,
  account: {
    custody: ({ officer }) => sql<boolean>`account.given_by = ${officer}::uuid`,
    incident: reader => sql<boolean>`account.incident in ${incidentsOf(reader)}`,
  },
  scene,
  visit: {
    custody: reader =>
      sql<boolean>`(visit.visitor = ${reader.officer}::uuid or ${ofScene('custody')(reader)})`,
    unit: ofScene('unit'),
    incident: ofScene('incident'),
    recipient: ofScene('recipient'),
  },
  officer: {
    custody: ({ officer }) => sql<boolean>`officer.id = ${officer}::uuid`,
    unit: ({ unit }) => sql<boolean>`officer.unit = ${unit}::uuid`,
  },
  unit: { custody: ownUnit, recipient: ownUnit },
  site: {
    custody: ({ unit }) => sql<boolean>`site.unit = ${unit}::uuid`,
    site: reader => sql<boolean>`site.id in ${sitesOf(reader)}`,
  },
  discrepancy: throughItems(
    sql`select concern.item from discrepancy_item concern where concern.discrepancy = discrepancy.id`,
    ({ officer }) => sql<boolean>`(${officer}::uuid in (discrepancy.owner, discrepancy.opened_by)
      or discrepancy.custodians @> array[${officer}]::uuid[])`,
  ),
  tracing: { custody: ({ officer }) => sql<boolean>`tracing.drafted_by = ${officer}::uuid` },
  request: {
    custody: ({ officer }) => sql<boolean>`request.registered_by = ${officer}::uuid`,
    incident: reader => sql<boolean>`request.incident in ${incidentsOf(reader)}`,
  },
  // Not through its items: who holds an item does not read what a laboratory found on it.
  examination: {
    custody: ({ officer }) =>
      sql<boolean>`${officer}::uuid in (examination.requested_by, examination.examiner, examination.reviewer)`,
    unit: ({ unit }) => sql<boolean>`${unit}::uuid in (examination.laboratory, examination.requesting_unit)`,
  },
  release: {
    ...throughItems(
      sql`select covered.item from release_item covered where covered.release = release.id`,
      ({ officer }) => sql<boolean>`release.requested_by = ${officer}::uuid`,
    ),
    // A national officer sees what was granted to his unit, or was handed over to it: neither what is only asked
    // for, nor what is refused, nor what is for another.
    recipient: ({ unit }) =>
      sql<boolean>`(release.recipient_unit = ${unit}::uuid and (exists (
          select from release_item covered where covered.release = release.id
            and covered.status = any(${grantedStatuses}::text[]))
        or exists (select from transfer given join transfer_item line on line.transfer = given.id
          where given.release = release.id and line.status = 'RECEIVED')))`,
  },
  export: { custody: ({ officer }) => sql<boolean>`subject.state->>'generatedBy' = ${officer}` },
  dossier: {
    custody: ({ officer }) => sql<boolean>`subject.state->>'builtBy' = ${officer}`,
    recipient: ({ unit }) => sql<boolean>`subject.state->>'recipientUnit' = ${unit}`,
  },
  armedgroup: recordedBy('armedgroup'),
  propaganda: recordedBy('propaganda'),
  link: recordedBy('link'),
  requirement: recordedBy('requirement'),
  import: { custody: ({ officer }) => sql<boolean>`import.opened_by = ${officer}::uuid` },
  log: { custody: () => nothing },
};

/** Records of the analysis cell are one's own where one has recorded them. */
function recordedBy(table: string): Scoped {
  return { custody: ({ officer }) => sql<boolean>`${sql.ref(`${table}.recorded_by`)} = ${officer}::uuid` };
}

function sealedWith(scope: keyof Scoped): (reader: Reader) => Predicate {
  return reader =>
    sql<boolean>`exists (select from package where package.id = seal.package
      and ${(packages[scope] ?? (() => nothing))(reader)})`;
}
