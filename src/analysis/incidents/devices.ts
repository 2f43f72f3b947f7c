import type { DeviceOnRecord } from '../../custody/incident/facts/devices.js';
import { type Distribution, distribute } from './share.js';

/** Main charges as they were estimated; kilograms with three decimals at most. */
export interface ChargeFigure {
  /** Devices that were looked at; those with an estimate, and without. */
  readonly base: number;
  readonly known: number;
  readonly unknown: number;
  /** Smallest and largest of the estimates; null: there is none. */
  readonly smallest: number | null;
  readonly largest: number | null;
  /** Mean of the lowest ends, and of the highest ones: the mean lies between. */
  readonly meanLowest: number | null;
  readonly meanHighest: number | null;
  /** Of those known: no upper end was given, and the lower one stands for it. */
  readonly withoutLimit: number;
}

/** Devices by construction, each among those of which that is known (V2). */
export interface DeviceFigures {
  readonly devices: number;
  readonly byInitiation: Distribution;
  readonly bySwitch: Distribution;
  readonly byEmplacement: Distribution;
  readonly byMainCharge: Distribution;
  readonly charge: ChargeFigure;
}

export function countDevices(devices: readonly DeviceOnRecord[]): DeviceFigures {
  const by = (label: (device: DeviceOnRecord) => string | null) => distribute(devices.map(label));
  return {
    devices: devices.length,
    byInitiation: by(({ initiation }) => initiation),
    bySwitch: by(device => device.switch),
    byEmplacement: by(({ emplacement }) => emplacement),
    byMainCharge: by(({ mainCharge }) => (mainCharge === 'UNKNOWN' ? null : mainCharge)),
    charge: chargesOf(devices),
  };
}

function chargesOf(devices: readonly DeviceOnRecord[]): ChargeFigure {
  const known = devices.flatMap(({ charge }) => charge ?? []);
  const lowest = known.map(charge => gramsOf(charge.lowest));
  const highest = known.map(charge => gramsOf(charge.highest ?? charge.lowest));
  const among = (of: () => number) => (known.length === 0 ? null : of() / 1000);
  return {
    base: devices.length,
    known: known.length,
    unknown: devices.length - known.length,
    smallest: among(() => lowest.reduce((one, other) => Math.min(one, other))),
    largest: among(() => highest.reduce((one, other) => Math.max(one, other))),
    meanLowest: among(() => meanOf(lowest)),
    meanHighest: among(() => meanOf(highest)),
    withoutLimit: known.filter(charge => charge.highest === null).length,
  };
}

/** Whole grams: sums of decimals would not come out even. */
function gramsOf(kilograms: string): number {
  return Math.round(Number(kilograms) * 1000);
}

function meanOf(grams: readonly number[]): number {
  return Math.round(grams.reduce((sum, one) => sum + one, 0) / grams.length);
}
