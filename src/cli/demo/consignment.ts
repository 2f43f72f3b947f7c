import type { JsonObject } from '../../log/index.js';
import type { StagedAct } from '../cast/stage.js';
import { certificateOf, isFirearm, mayHoldExplosive, type RegisteredItem } from './items/demo-item.js';

/** Items under one seal; loose ones have no package and say why. */
export interface Packed {
  readonly id: string | null;
  readonly sealNumber: string | null;
  /** Why it travels unsealed or under a damaged seal. */
  readonly exception: string | null;
  readonly items: readonly RegisteredItem[];
}

/** A package that was sealed. */
export interface SealedPackage extends Packed {
  readonly id: string;
  readonly sealNumber: string;
}

export function loose(items: readonly RegisteredItem[], exception: string): Packed {
  return { id: null, sealNumber: null, exception, items };
}

export type ItemEvents = NonNullable<StagedAct['items']>;

/** One event in the history of each item, beside the event of the group. */
export function itemEvents(
  packages: readonly Packed[],
  type: string,
  group: JsonObject,
  line: (item: RegisteredItem, packed: Packed) => JsonObject,
): ItemEvents {
  return packages.flatMap(packed =>
    packed.items.map(item => ({
      subject: item.subject,
      type,
      body: { ...sameCircumstances(group), ...line(item, packed) },
    })),
  );
}

/** An item event repeats when and where (log-format section 10). */
export function sameCircumstances({ occurred, place }: JsonObject): JsonObject {
  return { ...(occurred === undefined ? {} : { occurred }), ...(place === undefined ? {} : { place }) };
}

export function quantityOf({ amount }: RegisteredItem): JsonObject {
  return { amount, unit: 'PIECE' };
}

/** A line of the giver's manifest (D4). */
export function manifestLine(item: RegisteredItem, { id, sealNumber, exception }: Packed): JsonObject {
  const certificate = certificateOf(item);
  return {
    description: item.description.en,
    quantity: quantityOf(item),
    package: id,
    sealNumber,
    sealException: exception,
    hazard: isFirearm(item) ? 'FIREARM' : mayHoldExplosive(item) ? 'EXPLOSIVE' : null,
    certificates: certificate === null ? [] : [certificate],
  };
}

/** How the seal stands when a courier takes it. */
export function travellingLine(_item: RegisteredItem, { sealNumber, exception }: Packed): JsonObject {
  return { sealNumber, sealException: exception };
}

/** What a receiver finds as the manifest says; what comes loose he counts. */
export function asListed(item: RegisteredItem, { sealNumber }: Packed): JsonObject {
  return {
    quantity: sealNumber === null ? quantityOf(item) : null,
    seals: sealNumber === null ? [] : [{ number: sealNumber, found: sealNumber, status: 'VERIFIED_INTACT' }],
    condition: 'DEMO',
    conditionAgrees: true,
    description: item.description.en,
    descriptionAgrees: true,
    reserve: null,
    nationalReference: null,
    nationalSeal: null,
  };
}
