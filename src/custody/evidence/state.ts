import type { CommonState } from '../common/state.js';
import type { LaboratoryOnItem } from '../examination/on-item.js';
import type { HoldOnPiece } from '../hold/on-piece.js';
import type { ReleaseOnItem } from '../release/on-piece.js';
import type { precisions } from '../schema/occurrence.js';
import type { Text } from '../text.js';
import type { HazardClass } from '../vocabulary/hazard.js';
import type { CheckOut } from './check-out.js';
import type { Classification, ClassifiedPart } from './classification-state.js';

export type { Classification, ClassifiedPart, ReleaseOnItem };

/** Physical states (domain.md C.1). */
export const physicalStates = [
  'RECORDED',
  'COLLECTED',
  'HELD',
  'IN_TRANSIT',
  'CHECKED_OUT',
  'UNACCOUNTED',
  'HANDED_OVER',
  'RETURNED',
  'DESTROYED',
  'CONSUMED',
  'ARCHIVED',
  'SPLIT',
  'LEFT_IN_SITU',
  'DESTROYED_IN_SITU',
  'DOCUMENTED_ONLY',
] as const;
export type PhysicalState = (typeof physicalStates)[number];

/** States no event leads out of; nobody of ours is custodian any more, or ever was. */
export const terminalStates: readonly PhysicalState[] = [
  'HANDED_OVER',
  'RETURNED',
  'DESTROYED',
  'CONSUMED',
  'ARCHIVED',
  'SPLIT',
  'LEFT_IN_SITU',
  'DESTROYED_IN_SITU',
  'DOCUMENTED_ONLY',
];

/** Safety states (domain.md C.2). RECERTIFICATION_DUE is not stored: it is a certificate past its date. */
export const safetyStates = [
  'UNASSESSED',
  'HAZARDOUS_DO_NOT_MOVE',
  'RENDERED_SAFE',
  'CERTIFIED_FREE_FROM_EXPLOSIVES',
  'EXPLOSIVE_CERTIFIED_FOR_TRANSPORT',
  'WEAPON_CLEARED',
  'NON_HAZARDOUS',
] as const;
export type SafetyStatus = (typeof safetyStates)[number];

/** Legal states (domain.md C.2). EXPIRED is not stored: it is a decision past its date. */
const legalStates = [
  'NOT_REQUESTED',
  'UNDER_REVIEW',
  'CLEARED',
  'CLEARED_WITH_CONDITIONS',
  'REFUSED',
  'SUSPENDED',
  'WITHDRAWN',
] as const;
export type LegalStatus = (typeof legalStates)[number];

/** V8, for one seal. */
export const sealStates = [
  'STOCK',
  'ISSUED',
  'APPLIED',
  'VERIFIED_INTACT',
  'OPENED_AUTHORISED',
  'SUPERSEDED',
  'DAMAGED_EXPLAINED',
  'DAMAGED_UNEXPLAINED',
  'MISSING',
  'NUMBER_MISMATCH',
  'UNREADABLE',
  'SPOILED_BEFORE_USE',
  'LOST_STOCK',
  'RETIRED',
] as const;
export type SealStatus = (typeof sealStates)[number];

export interface Quantity {
  /** Decimal number as text; null: not stated. */
  readonly amount: string | null;
  readonly unit: string;
}

/** Who answers for the item now: exactly one officer (domain.md C.1; design section 2). */
export interface Custody {
  readonly officer: string;
  readonly role: string;
  /** Registered site where it is; null in the field and in transit. */
  readonly site: string | null;
  /** Store and shelf, once placed (RQ-27). */
  readonly location: { readonly store: string; readonly shelf: string } | null;
  readonly place: string;
  /** Why: collected, in transit, storage, laboratory … */
  readonly reason: string;
  /** When it occurred. */
  readonly since: string;
  readonly event: string;
  /**
   * Whose hands it came through in the transfer it was just received by, the giver first; absent once it is on a
   * shelf or changed hands again.
   */
  readonly cameFrom?: readonly string[];
}

/** A transfer the item is in: from its offer to its receipt, refusal or recall. */
export interface Transit {
  readonly transfer: string;
  readonly kind: string;
  /** `REFUSED`: refused on arrival, with the courier who brings it back. */
  readonly stage: 'OFFERED' | 'DEPARTED' | 'REFUSED';
  readonly giver: string;
  readonly giverRole: string;
  readonly giverUnit: string | null;
  /** Null where a national officer without a key receives on paper. */
  readonly receiver: string | null;
  readonly receiverRole: string;
  readonly receiverUnit: string | null;
  readonly courier: string | null;
  /** Who had it in this transfer before its custodian now, the giver first; absent while he has it himself. */
  readonly hands?: readonly string[];
  /** The release a handover relies on; null for every other kind. */
  readonly release: string | null;
  /** `event_id` of the item's `evidence.offered`. */
  readonly offered: string;
  readonly offeredAt: string;
}

export interface Safety {
  readonly status: SafetyStatus;
  /** `event_id` of the assessment or certificate. */
  readonly event: string | null;
  readonly certificate: string | null;
  readonly validUntil: string | null;
  readonly hazardDivision: string | null;
  readonly compatibilityGroup: string | null;
  readonly netExplosiveQuantity: string | null;
  /** Two persons have cleared it (GATE-3). */
  readonly weaponCleared: boolean;
}

export interface SealOnItem {
  readonly package: string;
  readonly number: string;
  readonly status: SealStatus;
  readonly event: string;
  /** How many items were put under it together, this one included: none leaves an unbroken seal alone. */
  readonly together: number;
}

/** The last leg: the item left our custody for good (E42); what was given, to whom, under which decision (RQ-65). */
export interface HandoverOfItem {
  readonly transfer: string;
  readonly release: string | null;
  /** National unit and capacity of who received it. */
  readonly unit: string;
  readonly capacity: string;
  /** Null where he signed on paper. */
  readonly officer: string | null;
  readonly nationalReference: string | null;
  readonly nationalSeal: string | null;
  /** What the item may be used for travels with it (RQ-62). */
  readonly conditions: readonly string[];
  readonly at: string;
  readonly event: string;
  /** Whose hands it came through in this transfer, the giver first. */
  readonly cameFrom?: readonly string[];
}

export const remarkKinds = [
  'OVERRIDE',
  'LATE_ENTRY',
  'UNDER_RESERVE',
  'CUSTODY_GAP',
  'AS_TOLD',
  'ON_BEHALF',
  'SEAL',
  'DISCREPANCY',
  'UNSIGNED_CHANGE',
  'CLOCK_DOUBT',
] as const;

/** What prints on every later paper of the item: overrides, late entries, reserves, gaps, damaged seals. */
export interface Remark {
  readonly kind: (typeof remarkKinds)[number];
  readonly event: string;
  readonly officer: string;
  readonly text: string;
}

/** A period nobody can account for, stated and never hidden (GATE-12). */
export interface CustodyGap {
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly event: string;
}

/** What one discrepancy says about this item. */
export interface DiscrepancyOnItem {
  readonly kind: string;
  readonly open: boolean;
  /** Custodian when it was opened: he does not sign its closure (RQ-73). */
  readonly custodian: string | null;
  /** Since when nobody can say where the item is; null where it is not missing. */
  readonly missingSince: string | null;
  /** V9; null while open. */
  readonly outcome: string | null;
}

export interface EvidenceState extends CommonState, LaboratoryOnItem {
  readonly number: string;
  readonly incident: string;
  /** The row of a table it was taken over from; absent or null: it was recorded here. */
  readonly imported?: { readonly import: string; readonly row: number } | null;
  readonly scene: string | null;
  readonly parent: string | null;
  readonly root: string;
  readonly foundIn: string | null;
  readonly category: string;
  readonly subCategory: string;
  readonly description: Text;
  readonly quantity: Quantity;
  /** Quantity when it was registered, for GATE-11. */
  readonly registeredQuantity: Quantity;
  readonly foundAs: string;
  readonly recoveringParty: string;
  readonly calibre: string | null;
  readonly serial: string | null;
  /** D2: calibre, producer and year; null where one of them is not known. */
  readonly sampleKey: string | null;
  readonly marks: readonly { readonly text: string; readonly place: string }[];
  /** A firearm: GATE-3 applies. */
  readonly firearm: boolean;
  /** Explosive content is possible: GATE-2 applies. */
  readonly explosivePossible: boolean;
  /** Hazard class a store must be allowed to hold (RQ-44); null: none. */
  readonly hazardClass: HazardClass | null;
  readonly highRisk: boolean;
  readonly registeredBy: string;
  readonly collectedBy: string | null;
  readonly physical: PhysicalState;
  readonly safety: Safety;
  readonly seal: SealOnItem | null;
  /** Old seals stay named (RQ-30). */
  readonly formerSeals: readonly SealOnItem[];
  readonly legal: Readonly<Record<string, ReleaseOnItem>>;
  /** By UUID, lifted ones too (E57); absent: none. */
  readonly holds?: Readonly<Record<string, HoldOnPiece>>;
  readonly classification: Classification;
  /** `event_id` of the classification in force, where it brought the originator's consent with it. */
  readonly originatorConsent?: string;
  /** By act and pointer, the classification in force of each; absent: no part is classified apart. */
  readonly parts?: Readonly<Record<string, ClassifiedPart>>;
  readonly custody: Custody | null;
  /** When our custody began, whoever held the item since; absent before. */
  readonly heldSince?: string;
  readonly transit: Transit | null;
  /** Set once, by the receipt of the national authority. */
  readonly handover: HandoverOfItem | null;
  readonly checkOut: CheckOut | null;
  /** Open and closed discrepancies that concern the item, by UUID. */
  readonly discrepancies: Readonly<Record<string, DiscrepancyOnItem>>;
  readonly remarks: readonly Remark[];
  readonly gaps: readonly CustodyGap[];
  readonly lastOccurred: { readonly at: string; readonly precision: (typeof precisions)[number] };
  /** Description as each side wrote it, by event: shown side by side (RQ-32). */
  readonly describedAs: readonly {
    readonly event: string;
    readonly quantity: string | null;
    readonly text: string;
  }[];
}
