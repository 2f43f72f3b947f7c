import type { EvidenceState } from '../../src/custody/evidence/state.js';
import { uuidOf } from './procedure.js';

/** Subject of an item by its demonstration name. */
export function itemSubject(name: string): string {
  return `evidence/${uuidOf(name)}`;
}

/**
 * An item as it stands after its collection, held by the custodian and under no seal: for tests of rules that
 * begin there. Whatever the item's own acts lead to is tested with those acts.
 */
export function heldItem(
  name: string,
  custodian: string,
  changes: Partial<EvidenceState> = {},
): EvidenceState {
  return {
    corrections: [],
    number: name,
    incident: uuidOf('DEMO-INCIDENT'),
    scene: null,
    parent: null,
    root: uuidOf(name),
    foundIn: null,
    category: 'OTHER',
    subCategory: 'OTHER',
    description: { en: 'DEMO item', fr: 'Pièce DEMO' },
    quantity: { amount: '1', unit: 'PIECE' },
    registeredQuantity: { amount: '1', unit: 'PIECE' },
    foundAs: 'CACHED',
    recoveringParty: 'MISSION',
    calibre: null,
    serial: null,
    sampleKey: null,
    marks: [],
    firearm: false,
    explosivePossible: false,
    hazardClass: null,
    highRisk: false,
    registeredBy: custodian,
    collectedBy: custodian,
    physical: 'HELD',
    safety: {
      status: 'NON_HAZARDOUS',
      event: null,
      certificate: null,
      validUntil: null,
      hazardDivision: null,
      compatibilityGroup: null,
      netExplosiveQuantity: null,
      weaponCleared: false,
    },
    seal: null,
    formerSeals: [],
    legal: {},
    classification: { level: 'UNCLASSIFIED', caveats: [], originator: 'DEMO', review: null },
    custody: {
      officer: custodian,
      role: 'WIT',
      site: null,
      location: null,
      place: 'DEMO-PLACE',
      reason: 'collected',
      since: '2021-04-02T08:00:00Z',
      event: 'DEMO',
    },
    heldSince: '2021-04-02T07:00:00Z',
    transit: null,
    handover: null,
    checkOut: null,
    discrepancies: {},
    remarks: [],
    gaps: [],
    lastOccurred: { at: '2021-04-02T08:00:00Z', precision: 'MINUTE' },
    describedAs: [],
    ...changes,
  };
}
