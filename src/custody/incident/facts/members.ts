import { mayFollow } from '../../common/time-order.js';
import { Exactly, List, Nullable, Prose, type Static, words } from '../../schema/described.js';
import { GazetteerPlace } from '../../schema/gazetteer.js';
import { IdOf } from '../../schema/identifiers.js';
import { Occurred, type Occurrence } from '../../schema/occurrence.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import { targetClasses } from '../../vocabulary/incident-types.js';
import type { ExploitationOnRecord, IncidentState } from '../state.js';
import { Classifications, type ClassificationsInOneLine, checkClassifications } from './classification.js';
import { checkDevices, Devices, deviceOnRecord } from './devices.js';
import { checkExploitation, Exploitation } from './exploitation.js';

/** What was recorded of an incident from the first form on. */
export const firstFactMembers = {
  happened: Exactly(Occurred.properties, words('When the incident happened', "Date et heure de l'incident")),
  location: GazetteerPlace,
  reportingUnit: IdOf('unit', 'Unit that reported it', "Unité qui l'a signalé"),
  targets: List(Coded(targetClasses, 'Class of target', 'Nature de la cible'), 'Targets', 'Cibles', {
    max: 12,
  }),
  summary: Nullable(Prose('What was reported', 'Ce qui a été signalé')),
} as const;

/** The structured facts of an incident: stated whole when it is opened, and whole again when it is restated. */
export const factMembers = {
  classifications: Classifications,
  ...firstFactMembers,
  exploitation: Nullable(Exploitation),
  devices: Devices,
} as const;

const facts = Exactly(factMembers);
type CurrentFacts = Static<typeof facts>;
type LaterFacts = 'classifications' | 'exploitation' | 'devices';
/** The facts as a body states them; of form 1 what came later is not there, and a definition stands in one line. */
export type StatedFacts = Omit<CurrentFacts, LaterFacts> &
  Partial<Pick<CurrentFacts, 'exploitation' | 'devices'>> & {
    readonly classifications: CurrentFacts['classifications'] | Static<typeof ClassificationsInOneLine>;
  };

export function checkFacts(stated: StatedFacts & { readonly occurred: Occurrence }): readonly Violation[] {
  const { occurred, happened, classifications, exploitation = null, devices = [] } = stated;
  return [
    ...refuseIf(!mayFollow(occurred, happened), 'incident.opened-before', '/body/happened/at', {
      happened: happened.at,
      occurred: occurred.at,
    }),
    ...checkClassifications(classifications),
    ...checkExploitation(exploitation),
    ...checkDevices(devices),
  ];
}

type FactsOnRecord = Pick<
  IncidentState,
  | 'types'
  | 'subTypes'
  | 'targets'
  | 'happened'
  | 'placeName'
  | 'administrativeUnits'
  | 'reportingUnit'
  | 'exploitation'
  | 'devices'
>;

/** The facts as they stand on record. */
export function factsOnRecord(stated: StatedFacts): FactsOnRecord {
  const { classifications, happened, location, reportingUnit, targets, exploitation, devices } = stated;
  return {
    types: classifications.map(({ type }) => codeOrText(type)),
    subTypes: classifications.flatMap(({ subTypes }) => subTypes),
    targets: targets.map(codeOrText),
    happened: { at: happened.at, precision: happened.precision },
    placeName: location.name,
    administrativeUnits: location.administrativeUnits,
    reportingUnit,
    // Not there in form 1: a log of that time folds as it always did.
    ...(exploitation === undefined ? {} : { exploitation: exploitationOnRecord(exploitation) }),
    ...(devices === undefined ? {} : { devices: devices.map(deviceOnRecord) }),
  };
}

function exploitationOnRecord(stated: Static<typeof Exploitation> | null): ExploitationOnRecord | null {
  if (stated === null) return null;
  return { level: stated.level, reasons: stated.reasons.map(codeOrText) };
}
