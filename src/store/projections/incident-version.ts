import { definitionsFollowed } from '../../custody/incident/facts/definitions.js';
import type { StatedFacts } from '../../custody/incident/facts/members.js';
import { factsOnRecord } from '../../custody/incident/facts/members.js';
import type { PlacedAct } from '../../custody/rule.js';
import type { Projection } from './projection.js';
import { insertRows, type Row } from './write-rows.js';

const stating: readonly string[] = ['incident.opened', 'incident.restated'];

/** Every statement of the facts of an incident, as it was made: rows are added and never changed. */
export const incidentVersionProjection: Projection = {
  tables: ['incident_version'],
  async write(trx, { steps }) {
    const stated = steps.map(({ act }) => act).filter(({ type }) => stating.includes(type));
    await insertRows(trx, 'incident_version', stated.map(versionRow));
  },
};

function versionRow(act: PlacedAct): Row<'incident_version'> {
  const stated = act.body as unknown as StatedFacts;
  const facts = factsOnRecord(stated);
  const { today } = stated.location;
  return {
    incident: act.id,
    known_index: act.index,
    event_id: act.eventId,
    types: facts.types,
    sub_types: facts.subTypes,
    definitions: definitionsFollowed(stated),
    targets: facts.targets,
    happened: facts.happened.at,
    happened_precision: facts.happened.precision,
    place_name: facts.placeName,
    administrative_units: facts.administrativeUnits,
    place_today: today?.name ?? null,
    administrative_units_today: today?.administrativeUnits ?? [],
    reporting_unit: facts.reportingUnit,
    exploitation: facts.exploitation?.level ?? null,
    exploitation_reasons: facts.exploitation?.reasons ?? [],
    devices: facts.devices ?? [],
  };
}
