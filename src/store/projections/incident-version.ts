import type { Transaction } from 'kysely';
import { definitionsFollowed } from '../../custody/incident/facts/definitions.js';
import type { StatedFacts } from '../../custody/incident/facts/members.js';
import { factsOnRecord } from '../../custody/incident/facts/members.js';
import type { PlacedAct } from '../../custody/rule.js';
import type { Database } from '../schema/index.js';
import type { Projection } from './projection.js';
import { insertRows, type Row } from './write-rows.js';

const stating: readonly string[] = ['incident.opened', 'incident.restated'];

/** Every statement of the facts of an incident, and its withdrawal, as it was made: rows are added and never changed. */
export const incidentVersionProjection: Projection = {
  tables: ['incident_version'],
  async write(trx, { steps }) {
    const acts = steps.map(({ act }) => act);
    const stated = acts.filter(({ type }) => stating.includes(type));
    await insertRows(trx, 'incident_version', stated.map(versionRow));
    for (const act of acts.filter(({ type }) => type === 'incident.withdrawn')) await withdraw(trx, act);
  },
};

/** The facts that stood before it, once more, as of an incident that counts no more. */
async function withdraw(trx: Transaction<Database>, { id, index, eventId }: PlacedAct): Promise<void> {
  const before = await trx
    .selectFrom('incident_version')
    .selectAll()
    .where('incident', '=', id)
    .where('known_index', '<', index)
    .orderBy('known_index', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const happened = before.happened.toISOString();
  const row = { ...before, happened, known_index: index, event_id: eventId, withdrawn: true };
  await insertRows(trx, 'incident_version', [row]);
}

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
    withdrawn: false,
  };
}
