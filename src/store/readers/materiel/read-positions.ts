import { type Kysely, sql } from 'kysely';
import { disclosureDigest, isJsonObject, readDisclosure } from '../../../log/index.js';
import { readDisclosures } from '../../read-disclosures.js';
import type { Database } from '../../schema/index.js';
import { payloadOf } from '../jws-part.js';
import { mayRead, type Reading } from '../visibility.js';

/** Decimal degrees. */
export interface PositionOfIncident {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyMetres: number | null;
}

/** Where incidents were, as known at a leaf: withheld, so for who may see withheld claims of incidents alone. */
export async function readPositions(
  db: Kysely<Database>,
  reading: Reading,
  incidents: readonly string[],
  leaf: number,
): Promise<ReadonlyMap<string, PositionOfIncident>> {
  const { rows } = await sql<{ incident: string; event_id: string; digest: string }>`
    select incident.id as incident, stated.event_id, signed.digest
    from incident
    cross join lateral (select version.event_id from incident_version version
      where version.incident = incident.id and version.known_index <= ${leaf}
      order by version.known_index desc limit 1) stated
    join event on event.event_id = stated.event_id
    cross join lateral (
      select ${payloadOf(sql.ref('event.jws'))} #>> '{body,location,position,_sd}' as digest) signed
    where incident.id = any(${incidents}::uuid[]) and signed.digest is not null
      and ${mayRead(reading, 'incidents', 'incident', 'withheld')}`.execute(db);
  const disclosures = await readDisclosures(
    db,
    rows.map(({ event_id }) => event_id),
  );
  return new Map(
    rows.flatMap(({ incident, event_id, digest }) => {
      const text = (disclosures.get(event_id) ?? []).find(claim => disclosureDigest(claim) === digest);
      const position = text === undefined ? null : positionIn(readDisclosure(text).value);
      return position === null ? [] : [[incident, position] as const];
    }),
  );
}

function positionIn(value: unknown): PositionOfIncident | null {
  if (!isJsonObject(value as never)) return null;
  const { latitude, longitude, accuracyMetres } = value as Readonly<Record<string, unknown>>;
  const [north, east] = [Number(latitude), Number(longitude)];
  if (!Number.isFinite(north) || !Number.isFinite(east)) return null;
  const accuracy = typeof accuracyMetres === 'number' ? accuracyMetres : null;
  return { latitude: north, longitude: east, accuracyMetres: accuracy };
}
