import type { HazardClass } from './hazard.js';

/** What follows from what an item is, before anybody assessed it. */
export interface MaterielTraits {
  /** GATE-3: two persons clear it. */
  readonly firearm: boolean;
  /** GATE-2: it may hold explosive; only a certificate lets it travel. */
  readonly explosivePossible: boolean;
  /** RQ-44: class a store must be permitted to hold. */
  readonly hazardClass: HazardClass | null;
  /** RQ-29: own store, second officer. */
  readonly highRisk: boolean;
  /** RQ-03: several may be one item with a count. Arms are items one by one. */
  readonly lot: boolean;
  /** RQ-14: how it was found must be said, or why it cannot be. */
  readonly foundAsOwed: boolean;
  /** D2: marks are expected; where there are none, that is stated. */
  readonly marksExpected: boolean;
}

const plain: MaterielTraits = {
  firearm: false,
  explosivePossible: false,
  hazardClass: null,
  highRisk: false,
  lot: true,
  foundAsOwed: false,
  marksExpected: false,
};

const arm: MaterielTraits = {
  ...plain,
  firearm: true,
  hazardClass: 'FIREARM',
  highRisk: true,
  lot: false,
  marksExpected: true,
};

const explosive: MaterielTraits = {
  ...plain,
  explosivePossible: true,
  hazardClass: 'EXPLOSIVE',
  highRisk: true,
  marksExpected: true,
};

/** Kinds of materiel by what the gates ask of them. */
export const traits = {
  plain,
  plainSingle: { ...plain, lot: false },
  marked: { ...plain, marksExpected: true },
  markedSingle: { ...plain, lot: false, marksExpected: true },
  arm,
  /** A launcher with its missile or rocket in the tube. */
  loadedLauncher: { ...arm, explosivePossible: true, hazardClass: 'EXPLOSIVE' },
  cartridge: { ...explosive, hazardClass: 'AMMUNITION', foundAsOwed: true },
  spentCase: { ...plain, foundAsOwed: true, marksExpected: true },
  explosive,
  device: { ...explosive, marksExpected: false },
  dataMedium: { ...plain, highRisk: true, lot: false, marksExpected: true },
  valuable: { ...plain, highRisk: true },
  biological: { ...plain, hazardClass: 'BIOLOGICAL' },
} as const satisfies Record<string, MaterielTraits>;
