import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { MaterielVersion } from '../../../analysis/materiel/version.js';
import type { Database } from '../../schema/index.js';
import { mayRead, type Reading } from '../visibility.js';

interface VersionsWanted {
  /** Leaf up to which the register is known; null: as it stands now. */
  readonly leaf: number | null;
  /** Superseded versions too. */
  readonly superseded?: boolean;
  /** Over `version`, a row of `materiel_version`. */
  readonly where?: RawBuilder<boolean>;
  /** What the reader may see; null: the rule looks at the whole register, and what it says is shown by its own rule. */
  readonly reading: Reading | null;
}

/** Rows of the materiel register with their incidents, as they were known at a leaf; what the reader may not see is not there. */
export async function readMaterielVersions(
  db: Kysely<Database>,
  { leaf, superseded = false, where = sql<boolean>`true`, reading }: VersionsWanted,
): Promise<readonly MaterielVersion[]> {
  const known = leaf ?? Number.MAX_SAFE_INTEGER;
  const { rows } = await sql<MaterielVersion>`
    select version.item, version.part,
      greatest(version.known_index, coalesce(whole.closed_index, -1)) as known,
      (version.superseded_index is null or version.superseded_index > ${known}) as "inForce",
      version.event_id as event, version.stated_by as "statedBy", version.stated,
      version.import is not null as imported, version.incident,
      told.case_file as "caseFile",
      floor(extract(epoch from coalesce(version.found_at, told.happened)) * 1000)::bigint as at,
      coalesce(version.found_precision, told.happened_precision) as precision,
      told.place_name as place, coalesce(told.administrative_units, '{}') as "administrativeUnits",
      version.category, version.sub_category as "subCategory", version.origin,
      version.found_as as "foundAs", version.recovering_party as "recoveringParty", version.holding,
      evidence.physical, version.count, version.balances, version.calibre,
      version.producer, version.producer_key as "producerKey", version.model, version.model_key as "modelKey",
      version.year, version.country, version.country_key as "countryKey", version.lot, version.lot_key as "lotKey",
      version.serial, version.serial_key as "serialKey", version.secondary_mark as "secondaryMark",
      version.confidence, version.reference, version.sample_key as "sampleKey"
    from materiel_version version
    join evidence on evidence.id = version.item
    left join import whole on whole.id = version.import
    left join identification on identification.id = version.identification
    left join lateral (${toldOfIncident(known, reading)}) told on true
    where version.known_index <= ${known}
      and (version.import is null or whole.closed_index <= ${known})
      and ${superseded ? sql<boolean>`true` : sql<boolean>`(version.superseded_index is null or version.superseded_index > ${known})`}
      and ${seen(reading)} and ${where}
    order by version.known_index, version.item, version.part`.execute(db);
  return rows;
}

/** When and where the incident was, as known then, for who may read it. */
function toldOfIncident(known: number, reading: Reading | null): RawBuilder<unknown> {
  const visible = reading === null ? sql`true` : mayRead(reading, 'incidents', 'incident', 'summary');
  return sql`select incident.case_file, stated.happened, stated.happened_precision, stated.place_name,
      stated.administrative_units
    from incident join incident_version stated on stated.incident = incident.id
    where incident.id = version.incident and stated.known_index <= ${known} and ${visible}
    order by stated.known_index desc limit 1`;
}

function seen(reading: Reading | null): RawBuilder<boolean> {
  if (reading === null) return sql<boolean>`true`;
  return sql<boolean>`(${mayRead(reading, 'evidence', 'evidence', 'record')}
    and (version.identification is null
      or ${mayRead(reading, 'identifications', 'identification', 'record')}))`;
}
