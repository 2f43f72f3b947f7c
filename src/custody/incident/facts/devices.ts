import { Exactly, List, Nullable, type Static } from '../../schema/described.js';
import { MassRange, runsBackwards } from '../../schema/range.js';
import { refuseIf, type Violation } from '../../violation.js';
import { Coded, codeOrText } from '../../vocabulary/coded.js';
import {
  deviceBases,
  iedCategories,
  iedEmplacements,
  iedMainCharges,
  iedStatuses,
  iedSwitches,
} from '../../vocabulary/ied.js';

/** V2, labels only: nothing here is a place for how a device is made. What nobody knows is null. */
const Device = Exactly({
  initiation: Nullable(Coded(iedCategories, 'Category by initiation', 'Catégorie selon la mise à feu')),
  switch: Nullable(Coded(iedSwitches, 'Class of switch, as a label', 'Classe de dispositif (étiquette)')),
  emplacement: Nullable(Coded(iedEmplacements, 'Emplacement or delivery', 'Mise en place ou vecteur')),
  mainCharge: Nullable(Coded(iedMainCharges, 'Class of main charge', 'Classe de charge principale')),
  charge: Nullable(MassRange),
  status: Nullable(Coded(iedStatuses, 'Status', 'État')),
  basis: Nullable(Coded(deviceBases, 'How that is known', 'Comment on le sait')),
});

export const Devices = List(
  Device,
  'Improvised explosive devices of the incident',
  "Engins explosifs improvisés de l'incident",
  { max: 20 },
);

/** A device on record, each label by code or in words; null: not known. */
export interface DeviceOnRecord {
  readonly initiation: string | null;
  readonly switch: string | null;
  readonly emplacement: string | null;
  readonly mainCharge: string | null;
  /** Kilograms, as text. */
  readonly charge: { readonly lowest: string; readonly highest: string | null } | null;
  readonly status: string | null;
  readonly basis: string | null;
}

export function checkDevices(devices: Static<typeof Devices>): readonly Violation[] {
  return devices.flatMap(({ charge }, position) =>
    refuseIf(
      charge !== null && runsBackwards(charge),
      'incident.charge-backwards',
      `/body/devices/${position}/charge/highest`,
      { lowest: charge?.lowest ?? '', highest: charge?.highest ?? '' },
    ),
  );
}

export function deviceOnRecord(stated: Static<typeof Device>): DeviceOnRecord {
  const label = (value: Parameters<typeof codeOrText>[0] | null) =>
    value === null ? null : codeOrText(value);
  return {
    initiation: label(stated.initiation),
    switch: label(stated.switch),
    emplacement: label(stated.emplacement),
    mainCharge: label(stated.mainCharge),
    charge: stated.charge,
    status: label(stated.status),
    basis: label(stated.basis),
  };
}
